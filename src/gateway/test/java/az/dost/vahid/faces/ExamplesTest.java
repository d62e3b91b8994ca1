package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a contract shows to be sent in JSON can be sent. */
class ExamplesTest {
    private static Stream<Arguments> bodies() {
        List<Arguments> bodies = new ArrayList<>();
        OpenApi.all()
                .forEach(contract -> contract.paths()
                        .properties()
                        .forEach(path -> path.getValue()
                                .properties()
                                .forEach(operation ->
                                        operation.getValue().at("/requestBody/content").properties().stream()
                                                .filter(content ->
                                                        content.getKey().endsWith("json"))
                                                .forEach(content -> bodies.add(Arguments.of(
                                                        operation.getKey() + " " + path.getKey() + " "
                                                                + content.getKey(),
                                                        content.getValue()))))));
        return bodies.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void each_request_has_an_example_that_its_schema_takes(String name, JsonNode content) {
        List<JsonNode> examples = new ArrayList<>();
        content.path("examples").forEach(example -> examples.add(example.path("value")));
        if (content.has("example")) {
            examples.add(content.path("example"));
        }
        assertThat(examples).as(name).isNotEmpty();
        examples.forEach(example -> OpenApi.validate(content.path("schema"), example, name));
    }

    @Test
    void there_are_many() {
        assertThat(bodies()).hasSizeGreaterThan(20);
    }
}
