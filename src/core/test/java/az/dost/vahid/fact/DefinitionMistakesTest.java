package az.dost.vahid.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.definition.DefinitionException;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ByteArrayResource;

/** The cases of {@code mistakes.yaml}. */
class DefinitionMistakesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Arguments> cases() throws IOException {
        List<Arguments> cases = new ArrayList<>();
        new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("src/core/test/resources/az/dost/vahid/fact/mistakes.yaml")
                        .toFile())
                .forEach(one -> cases.add(Arguments.of(one.path("says").asText(), one.path("put"))));
        return cases;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_mistake_in_a_definition_keeps_the_gateway_from_starting(String says, JsonNode put) throws IOException {
        ObjectNode schema = schema();
        put(schema, put);
        assertThatThrownBy(() -> read(schema))
                .isInstanceOfSatisfying(
                        DefinitionException.class,
                        e -> assertThat(e.findings())
                                .allSatisfy(
                                        finding -> assertThat(finding.line()).isPositive())
                                .anySatisfy(finding -> assertThat(finding.toString())
                                        .startsWith("contracts/dossier.schema.json:")
                                        .contains(": " + says)));
    }

    @Test
    void one_report_tells_all_mistakes_with_their_lines() throws IOException {
        ObjectNode schema = schema();
        for (Arguments one : cases().subList(0, 1)) {
            put(schema, (JsonNode) one.get()[1]);
        }
        ((ObjectNode) schema.at("/$defs/text")).put("format", "uri");
        String[] lines = schema.toPrettyString().split("\n");
        assertThatThrownBy(() -> read(schema)).isInstanceOfSatisfying(DefinitionException.class, e -> {
            assertThat(e.findings()).hasSize(2);
            assertThat(e.findings())
                    .allSatisfy(finding -> assertThat(lines[finding.line() - 1]).containsAnyOf("untill", "format"));
        });
    }

    private static ObjectNode schema() throws IOException {
        return (ObjectNode)
                JSON.readTree(Path.of("contracts/dossier.schema.json").toFile());
    }

    private static void put(ObjectNode schema, JsonNode put) {
        put.properties().forEach(one -> {
            JsonPointer at = JsonPointer.compile(one.getKey());
            ((ObjectNode) schema.at(at.head())).set(at.last().getMatchingProperty(), one.getValue());
        });
    }

    private static void read(ObjectNode schema) {
        FactCheck.of(
                new ByteArrayResource(schema.toPrettyString().getBytes(StandardCharsets.UTF_8)), Clock.systemUTC());
    }
}
