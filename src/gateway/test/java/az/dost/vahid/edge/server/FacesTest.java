package az.dost.vahid.edge.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The table of all addresses says the same as the routes and the contracts. */
@Tag("attack")
class FacesTest {
    private static final String HTTP = "platform-http:";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch", "head", "options");
    /** Those that no route has: the server's, CXF's, Spring's, and the second name of the exchange's SOAP. */
    private static final Set<String> NO_ROUTES = Set.of(
            "GET /.well-known/oauth-protected-resource",
            "GET /.well-known/security.txt",
            "POST /soap",
            "GET /soap/lookup",
            "POST /soap/lookup",
            "GET /actuator/health",
            "HEAD /actuator/health",
            "GET /actuator/health/liveness",
            "HEAD /actuator/health/liveness",
            "GET /actuator/health/readiness",
            "HEAD /actuator/health/readiness",
            "GET /actuator/health/operators",
            "GET /actuator/info",
            "GET /actuator/metrics",
            "GET /actuator/metrics/{name}",
            "GET /actuator/prometheus");

    private static final Set<String> EVERYWHERE = Set.of("traceparent", "Accept-Signature");
    private final Faces faces = Faces.read();

    @Test
    void every_address_of_a_route_is_in_the_table_with_its_methods_and_nothing_else_is() throws IOException {
        Set<String> routes = new HashSet<>(NO_ROUTES);
        // Those of modules above have faces of their own.
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:routes/*.yaml")) {
            for (JsonNode from :
                    new YAMLMapper().readTree(file.getInputStream()).findValues("from")) {
                add(from, routes);
            }
        }
        Set<String> table = new HashSet<>();
        faces.all().forEach(face -> face.methods().forEach(method -> table.add(method + " " + face.path())));
        assertThat(table).isEqualTo(routes);
    }

    private static void add(JsonNode from, Set<String> routes) {
        String uri = from.path("uri").asText();
        if (uri.startsWith(HTTP)) {
            String rest = from.path("parameters").path("matchOnUriPrefix").asBoolean() ? "/**" : "";
            String methods = from.path("parameters").path("httpMethodRestrict").asText();
            assertThat(methods).as("methods of %s", uri).isNotEmpty();
            List.of(methods.split(","))
                    .forEach(method -> routes.add(method + " " + uri.substring(HTTP.length()) + rest));
        }
    }

    @Test
    void every_parameter_and_header_of_a_contract_comes_in() throws IOException {
        int checked = 0;
        for (Path contract : contracts()) {
            JsonNode file = new YAMLMapper().readTree(contract.toFile());
            for (var path : file.path("paths").properties()) {
                for (var method : path.getValue().properties()) {
                    Face face = faces.at(path.getKey()).get(method.getKey().toUpperCase(java.util.Locale.ROOT));
                    if (!METHODS.contains(method.getKey()) || face == null || face.member()) {
                        continue;
                    }
                    for (JsonNode named : method.getValue().path("parameters")) {
                        JsonNode parameter = referred(named, file);
                        String name = parameter.path("name").asText();
                        switch (parameter.path("in").asText()) {
                            case "query" ->
                                assertThat(face.query()).as("%s", face).contains(name);
                            case "header" ->
                                assertThat(face.hasHeader(name) || EVERYWHERE.contains(name))
                                        .as("%s of %s", name, face)
                                        .isTrue();
                            default -> assertThat(face.path()).contains("{" + name + "}");
                        }
                        checked++;
                    }
                    method.getValue()
                            .path("requestBody")
                            .path("content")
                            .fieldNames()
                            .forEachRemaining(type -> assertThat(face.takes(type))
                                    .as("%s at %s", type, face)
                                    .isTrue());
                }
            }
        }
        assertThat(checked).isGreaterThan(20);
    }

    private static JsonNode referred(JsonNode named, JsonNode file) throws IOException {
        String[] reference = named.path("$ref").asText().split("#", 2);
        if (reference.length == 1) {
            return named;
        }
        return (reference[0].isEmpty()
                        ? file
                        : new YAMLMapper()
                                .readTree(Path.of("contracts", reference[0]).toFile()))
                .at(reference[1]);
    }

    /** What an answer tells of it stands in the contract. */
    @Test
    void what_is_to_be_used_no_longer_is_so_in_contract_and_table_with_its_days() throws IOException {
        Set<String> promised = new HashSet<>();
        for (Path contract : contracts()) {
            JsonNode file = new YAMLMapper().readTree(contract.toFile());
            for (var path : file.path("paths").properties()) {
                for (var method : path.getValue().properties()) {
                    add(path.getKey(), method.getKey(), "", method.getValue(), promised);
                    for (JsonNode named : method.getValue().path("parameters")) {
                        JsonNode parameter = referred(named, file);
                        add(
                                path.getKey(),
                                method.getKey(),
                                parameter.path("name").asText(),
                                parameter,
                                promised);
                    }
                }
            }
        }
        Set<String> table = new HashSet<>();
        faces.all()
                .forEach(face -> face.ending()
                        .forEach(ending -> face.methods()
                                .forEach(method -> table.add(String.join(
                                        " ",
                                        method,
                                        face.path(),
                                        ending.name() == null ? "" : ending.name(),
                                        ending.since(),
                                        ending.until())))));
        assertThat(table).isEqualTo(promised).isNotEmpty();
        // Who relies on it has a year to leave it.
        faces.all()
                .forEach(face -> face.ending()
                        .forEach(ending -> assertThat(java.time.LocalDate.parse(ending.until()))
                                .isAfterOrEqualTo(java.time.LocalDate.parse(ending.since())
                                        .plusYears(1))));
    }

    private static void add(String path, String method, String name, JsonNode described, Set<String> promised) {
        if (described.path("deprecated").asBoolean()) {
            promised.add(String.join(
                    " ",
                    method.toUpperCase(java.util.Locale.ROOT),
                    path,
                    name,
                    described.path("x-deprecated").asText(),
                    described.path("x-sunset").asText()));
        }
    }

    private static List<Path> contracts() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("contracts"))) {
            return files.filter(file -> file.toString().endsWith(".openapi.yaml"))
                    .toList();
        }
    }

    @Test
    void every_body_has_a_bound_or_is_streamed_to_whoever_has_one() {
        assertThat(faces.all())
                .filteredOn(face -> face.kib() == null && face.streamed())
                .allMatch(face -> face.member() || face.path().startsWith("/soap/"));
        assertThat(faces.all()).filteredOn(face -> !face.streamed()).allMatch(face -> face.longest() <= 64 * 1024);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "/v1",
                "/v1/",
                "/v1/dossiers/",
                "/v1/dossiers//follow",
                "/v1/keys/certificate/x",
                "//",
                "/r1",
                "/soap/",
                "/soap/lookup/x",
                "/error",
                "/actuator",
                "/actuator/env",
                "/actuator/health/db",
                "/V1/keys"
            })
    void what_is_not_in_the_table_is_nowhere(String path) {
        assertThat(faces.at(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/soap",
                "/soap/lookup",
                "/v1/dossiers",
                "/v1/dossiers/1",
                "/v1/dossiers/1/follow",
                "/r1/",
                "/r1/AZ/GOV/a/b/c/d",
                "/v1/keys"
            })
    void what_is_in_it_is_found(String path) {
        assertThat(faces.at(path)).isNotEmpty();
    }
}
