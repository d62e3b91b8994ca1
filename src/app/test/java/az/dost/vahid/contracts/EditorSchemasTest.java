package az.dost.vahid.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An editor that knows JSON Schema completes and checks a file by its first line; nothing else tells it which schema.
 */
class EditorSchemasTest {
    private static final Pattern LINE = Pattern.compile("# yaml-language-server: \\$schema=(\\S+)");

    static Stream<Path> files() throws IOException {
        return Stream.of(
                        "connectors",
                        "contracts/search",
                        "contracts/services",
                        "contracts/rights",
                        "contracts/words",
                        "src/core/test/resources/kinds",
                        "src/core/test/resources/soap")
                .map(Path::of)
                .flatMap(EditorSchemasTest::below);
    }

    private static Stream<Path> below(Path folder) {
        try {
            return Files.walk(folder)
                    .filter(file -> folder.startsWith("contracts")
                            ? file.toString().endsWith(".yaml")
                            : file.endsWith("connector.yaml"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_first_line_names_the_schema_that_the_file_fits(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        Matcher line = LINE.matcher(lines.get(0));
        assertThat(line.matches()).as(lines.get(0)).isTrue();
        Path schema = file.resolveSibling(line.group(1)).normalize();
        assertThat(schema).isRegularFile();
        JsonNode content = new ObjectMapper(new YAMLFactory()).readTree(file.toFile());
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(new ObjectMapper().readTree(schema.toFile()))
                        .validate(content))
                .isEmpty();
    }
}
