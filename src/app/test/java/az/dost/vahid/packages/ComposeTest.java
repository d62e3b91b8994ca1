package az.dost.vahid.packages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * The demonstration cluster: what its file names is there, and no container of ours may do more than it must. No engine
 * has run it.
 */
class ComposeTest {
    private static final Path FOLDER = PackageFiles.FOLDER.resolve("compose");

    private static JsonNode cluster() throws IOException {
        return PackageFiles.merged(Files.readString(FOLDER.resolve("compose.yaml")));
    }

    @Test
    void it_has_three_gateways_a_balancer_a_database_two_brokers_a_store_and_the_agencies() throws IOException {
        TreeSet<String> services = new TreeSet<>();
        cluster().path("services").fieldNames().forEachRemaining(services::add);
        assertThat(services)
                .containsExactly(
                        "agencies",
                        "balancer",
                        "broker-1",
                        "broker-2",
                        "bucket",
                        "database",
                        "gateway-1",
                        "gateway-2",
                        "gateway-3",
                        "store");
    }

    @Test
    void what_is_mounted_and_built_from_is_there() throws IOException {
        for (JsonNode service : cluster().path("services")) {
            service.path("volumes").forEach(volume -> {
                String outside = volume.asText().replaceFirst(":.*", "");
                assertThat(
                                outside.startsWith(".")
                                        ? Files.exists(FOLDER.resolve(outside).normalize())
                                        : known(outside))
                        .as(outside)
                        .isTrue();
            });
            if (service.has("build")) {
                Path context =
                        FOLDER.resolve(service.at("/build/context").asText()).normalize();
                assertThat(context.resolve(service.at("/build/dockerfile").asText()))
                        .exists();
            }
        }
    }

    private static boolean known(String volume) {
        try {
            return cluster().path("volumes").has(volume);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void whom_a_service_waits_for_is_there() throws IOException {
        JsonNode services = cluster().path("services");
        for (JsonNode service : services) {
            JsonNode needed = service.path("depends_on");
            List<String> names = needed.isArray()
                    ? StreamSupport.stream(needed.spliterator(), false)
                            .map(JsonNode::asText)
                            .toList()
                    : StreamSupport.stream(((Iterable<String>) needed::fieldNames).spliterator(), false)
                            .toList();
            assertThat(names)
                    .allSatisfy(name -> assertThat(services.has(name)).as(name).isTrue());
        }
    }

    @Test
    void what_is_ours_writes_to_no_root_and_has_no_rights() throws IOException {
        for (String name : List.of("agencies", "gateway-1", "gateway-2", "gateway-3")) {
            JsonNode service = cluster().path("services").path(name);
            assertThat(service.path("read_only").asBoolean()).isTrue();
            assertThat(service.path("cap_drop").toString()).isEqualTo("[\"ALL\"]");
            assertThat(service.path("security_opt").toString()).contains("no-new-privileges:true");
        }
    }

    @Test
    void what_the_image_copies_is_in_the_tree_and_in_its_context() throws IOException {
        Path dockerfile = PackageFiles.FOLDER.resolve("container/Dockerfile");
        List<String> copied = Pattern.compile("(?m)^COPY (src/.*) /")
                .matcher(Files.readString(dockerfile))
                .results()
                .flatMap(line -> Pattern.compile(" ").splitAsStream(line.group(1)))
                .toList();
        assertThat(copied)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Path.of(file)).exists());
        List<String> context = Files.readAllLines(Path.of(dockerfile + ".dockerignore"));
        assertThat(copied)
                .allSatisfy(file -> assertThat(context)
                        .anyMatch(line -> line.startsWith("!") && file.startsWith(line.substring(1))));
    }
}
