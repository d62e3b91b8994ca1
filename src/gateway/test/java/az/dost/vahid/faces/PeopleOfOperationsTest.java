package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.issuer.RunningIssuer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * People who log in at the demonstration's issuer, at the port for operators: each reaches what the table of all faces
 * opens to his role, and nothing else.
 */
@Tag("attack")
class PeopleOfOperationsTest {
    private static final String NOT_OPEN = "None of your roles opens this address.";
    private static final Person OPERATOR = new Person("r.ismayilov");
    private static final Person READ_ONLY = new Person("s.karimova");
    private static final Person CLERK = new Person("a.mammadova");
    private static final List<Face> ALL = faces();

    /** @param here whether it is at the port for operators */
    record Face(String method, String path, List<String> roles, String type, boolean here) {}

    private static List<Face> faces() {
        try {
            JsonNode rows = new ObjectMapper(new YAMLFactory())
                    .readTree(Path.of("src/gateway/main/resources/faces.yaml").toFile());
            return StreamSupport.stream(rows.spliterator(), false)
                    .flatMap(row -> texts(row.path("methods")).stream()
                            .map(method -> new Face(
                                    method,
                                    row.path("path")
                                            .asText()
                                            .replace("{id}", "01a2220e-cddf-78a8-92b8-8d18e7d48eea")
                                            .replace("{name}", "jvm.threads.live"),
                                    texts(row.path("roles")),
                                    row.path("types").path(0).asText(null),
                                    row.has("at") || row.path("operators").asBoolean())))
                    .toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    static Stream<Face> here() {
        return ALL.stream().filter(Face::here);
    }

    /** Those that say who lives are open to anybody, at either port. */
    static Stream<Face> elsewhere() {
        return ALL.stream()
                .filter(face -> !face.here()
                        && !face.path().startsWith("/actuator")
                        && !face.path().endsWith("*")
                        && !face.path().contains("{"));
    }

    private static HttpResponse<byte[]> ask(Person person, Face face) {
        Map<String, String> headers = new HashMap<>(Map.of("Authorization", "Bearer " + person.token()));
        if (face.type() != null) {
            headers.put("Content-Type", face.type());
        }
        return Operators.send(face.method(), face.path(), face.type() == null ? null : "{}", headers);
    }

    private static String role(Person person) {
        return Person.json(person.get("/v1/officials/me")).path("roles").path(0).asText("CITIZEN");
    }

    @ParameterizedTest
    @MethodSource("here")
    void an_address_is_open_to_the_roles_of_its_row_and_to_no_other(Face face) {
        for (String login : RunningIssuer.people()) {
            Person person = new Person(login);
            String role = role(person);
            HttpResponse<byte[]> answer = ask(person, face);
            if (face.roles().contains(role)) {
                assertThat(answer.statusCode())
                        .as("%s at %s: %s", role, face, new String(answer.body()))
                        .isNotIn(401, 403);
            } else {
                assertThat(answer.statusCode()).as("%s at %s", role, face).isIn(401, 403);
                if (!role.equals("CITIZEN")) {
                    assertThat(Person.json(answer).path("detail").asText())
                            .as("%s at %s", role, face)
                            .isEqualTo(NOT_OPEN);
                }
            }
        }
    }

    @Test
    void there_are_addresses_for_operators_alone_and_for_their_read_only_twin_too() {
        assertThat(here().map(Face::roles)).contains(List.of("OPERATOR"), List.of("OPERATOR", "OPERATOR_READ"));
        assertThat(List.of(role(OPERATOR), role(READ_ONLY), role(CLERK)))
                .containsExactly("OPERATOR", "OPERATOR_READ", "CLERK");
    }

    @ParameterizedTest
    @MethodSource("elsewhere")
    void what_is_not_at_this_port_is_not_there_for_an_operator_either(Face face) {
        assertThat(ask(OPERATOR, face).statusCode()).isEqualTo(404);
    }

    @Test
    void an_operator_acts_in_his_own_name() {
        HttpResponse<byte[]> proposed = act("r.ismayilov", null);
        OpenApi.check("/v1/operations/rollouts/proposals", "post", proposed);
        assertThat(proposed.statusCode()).isEqualTo(201);
        assertThat(Operators.json(proposed).path("proposedBy").asText()).isEqualTo("r.ismayilov");
        HttpResponse<byte[]> seen = Operators.get(
                "/v1/operations/rollouts/proposals/"
                        + Operators.json(proposed).path("id").asText(),
                "Bearer " + READ_ONLY.token());
        OpenApi.check("/v1/operations/rollouts/proposals/{id}", "get", seen);
        assertThat(Operators.json(seen).path("after"))
                .isEqualTo(Operators.json(proposed).path("after"));
    }

    @Test
    void an_operator_acts_in_nobody_elses_name() {
        assertThat(Person.code(act("r.ismayilov", "s.karimova"))).isEqualTo("OFFICIAL_DIFFERS");
    }

    private static HttpResponse<byte[]> act(String login, String named) {
        Map<String, String> headers = new HashMap<>(Map.of(
                "Authorization",
                "Bearer " + new Person(login).token(),
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                java.util.UUID.randomUUID().toString()));
        if (named != null) {
            headers.put("Vahid-Official", named);
        }
        return Operators.send(
                "POST",
                "/v1/operations/rollouts/proposals",
                "{\"agency\":\"notary\",\"use\":\"shadow\",\"because\":\"test\"}",
                headers);
    }
}
