package az.dost.vahid.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.schibsted.spt.data.jslt.Function;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases of {@code functions/*.yaml}: an expression, what it is given, what it gives, or which error and the rule
 * that it breaks.
 */
class FunctionsTest {
    private static final Path FOLDER = Path.of("src/core/test/resources/az/dost/vahid/normalise/functions");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static List<Arguments> cases() throws IOException {
        List<Arguments> cases = new ArrayList<>();
        for (Path file : files()) {
            JsonNode content = YAML.readTree(file.toFile());
            content.path("cases")
                    .forEach(one ->
                            cases.add(Arguments.of(content.path("expression").asText(), one)));
        }
        return cases;
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void a_function_gives_what_its_file_says(String expression, JsonNode one) {
        Mapping mapping = Mapping.compile(expression);
        ObjectNode given = ((ObjectNode) one).deepCopy().without(List.of("gives", "error", "rule"));
        if (one.has("error")) {
            assertThatThrownBy(() -> mapping.applyWhole(given))
                    .isInstanceOf(MappingException.class)
                    .hasMessage(one.path("error").asText());
            assertThat(rule(mapping, given)).isEqualTo(one.path("rule").textValue());
        } else {
            assertThat(mapping.apply(given)).isEqualTo(one.path("gives"));
        }
    }

    /** Null where the whole reply is refused. */
    private static String rule(Mapping mapping, JsonNode given) {
        try {
            return ((UnmappableNode) mapping.apply(given)).rule();
        } catch (MappingException e) {
            return null;
        }
    }

    @Test
    void every_function_has_a_file_with_cases_of_null_and_of_error() {
        assertThat(Functions.ALL).allSatisfy(function -> {
            String file = text(FOLDER.resolve(function.getName() + ".yaml"));
            assertThat(file)
                    .contains("expression:")
                    .contains(function.getName() + "(")
                    .contains("given: null")
                    .contains("error: ");
        });
    }

    static List<JsonNode> described() throws IOException {
        return YAML.readTree(
                        Path.of("src/kit/main/resources/kit/functions.yaml").toFile())
                .valueStream()
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("described")
    void the_example_of_the_reference_gives_what_it_says(JsonNode one) {
        assertThat(Mapping.compile(one.path("example").asText()).apply(YAML.createObjectNode()))
                .isEqualTo(one.path("gives"));
    }

    @Test
    void the_reference_has_every_function() throws IOException {
        assertThat(described())
                .extracting(one -> one.path("call").asText().replaceFirst("\\(.*", ""))
                .containsAll(Functions.ALL.stream().map(Function::getName).toList());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
