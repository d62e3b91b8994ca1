package az.dost.vahid.mock.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A JSON sample that the mapping takes whole is one that the agency's contract allows. */
class RestSamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Path> replies() throws IOException {
        try (var files = Files.walk(Path.of("connectors"))) {
            return files.filter(file -> file.getFileName().toString().matches("reply(-[0-9]+)?\\.json")
                            && takenWhole(file.resolveSibling("expected.json")))
                    .sorted()
                    .toList();
        }
    }

    /** A reply with something unmappable may well break the agency's contract. */
    private static boolean takenWhole(Path expected) {
        try {
            return Files.exists(expected) && !JSON.readTree(expected.toFile()).has("unmappable");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("replies")
    void fitsAReplyOfTheContract(Path file) throws IOException {
        Descriptor descriptor = Descriptor.of(file.getName(1).toString());
        JsonNode reply = JSON.readTree(file.toFile());
        JsonNode statuses = descriptor.connector().at("/call/okStatus");
        List<Integer> allowed = statuses.isMissingNode()
                ? List.of(200)
                : JSON.convertValue(statuses, JSON.getTypeFactory().constructCollectionType(List.class, Integer.class));
        assertThat(allowed)
                .anySatisfy(
                        status -> assertThat(descriptor.findings(status, reply)).isEmpty());
    }
}
