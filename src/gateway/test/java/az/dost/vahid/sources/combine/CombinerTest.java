package az.dost.vahid.sources.combine;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.SourceAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of {@code answers.yaml} by the product's own rules. */
class CombinerTest {
    private static final Path CASES = Path.of("src/gateway/test/resources/az/dost/vahid/sources/combine/answers.yaml");

    static Stream<Arguments> cases() throws IOException {
        return StreamSupport.stream(
                        new ObjectMapper(new YAMLFactory())
                                .readTree(CASES.toFile())
                                .spliterator(),
                        false)
                .map(one -> Arguments.of(one.path("case").asText(), one));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void what_registers_say_becomes_one_fact_and_its_conflicts(String name, JsonNode one) {
        String fact = one.path("fact").asText();
        List<SourceAnswer> answers = new ArrayList<>();
        one.path("says")
                .fields()
                .forEachRemaining(says -> answers.add(Answers.saying(says.getKey(), fact, says.getValue())));
        CombinedFacts combined = Answers.combined(List.of(fact), answers);
        String winner = one.path("winner").asText();
        JsonNode entry = combined.facts().path(fact);
        assertThat(entry.at("/provenance/source").asText()).isEqualTo(winner);
        assertThat(entry.isMissingNode()).isEqualTo(one.has("denied"));
        if (!one.has("denied")) {
            assertThat(entry.path("value")).isEqualTo(expected(one, winner));
        }
        one.path("filled")
                .fields()
                .forEachRemaining(filled -> assertThat(entry.at("/provenance/fields/" + filled.getKey() + "/source"))
                        .isEqualTo(filled.getValue()));
        assertThat(entry.at("/provenance/fields").size())
                .isEqualTo(one.path("filled").size());
        assertThat(written(combined.conflicts()))
                .isEqualTo(
                        one.path("conflicts").isMissingNode()
                                ? JsonNodeFactory.instance.arrayNode()
                                : one.path("conflicts"));
    }

    private static JsonNode expected(JsonNode one, String winner) {
        JsonNode value = one.path("says").path(winner).deepCopy();
        one.path("filled")
                .fields()
                .forEachRemaining(filled -> ((ObjectNode) value)
                        .set(
                                filled.getKey(),
                                one.path("says")
                                        .path(filled.getValue().asText())
                                        .path(filled.getKey())));
        return value;
    }

    /** As the cases write them; the winner must stand first. */
    private static ArrayNode written(ArrayNode conflicts) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (JsonNode conflict : conflicts) {
            assertThat(conflict.at("/values/0/source")).isEqualTo(conflict.path("winner"));
            ObjectNode entry =
                    list.addObject().put("field", conflict.path("field").asText());
            conflict.path("values")
                    .forEach(value -> entry.set(
                            value.path("source").asText(),
                            value.has("value") ? value.path("value") : JsonNodeFactory.instance.nullNode()));
        }
        return list;
    }
}
