package az.dost.vahid.json;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.logging.PlainText;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.schibsted.spt.data.jslt.Parser;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralTest {
    private static final String NAME = "name";

    // Some of the texts may stand in no XML, so that a report could not be read.
    @ParameterizedTest(name = "text {index}")
    @ValueSource(
            strings = {
                "plain",
                "ad günü",
                "a\"b",
                "a\\",
                "a\\\"b\\n",
                "two\nlines",
                "\u0000",
                "\u001b[31mred",
                "\u009b31m",
                "right\u202eleft",
                "\u2066x\u2069",
                "\u2028",
                "\u0085",
                "\ufeffbom",
                "\ud83d\ude00",
                "\udb40\udc01tag",
                "\uffff",
                "{fin}",
                "a: b # c",
                "'",
                "- x",
                "\t"
            })
    void a_text_is_read_again_by_json_yaml_and_jslt_and_acts_nowhere(String text) throws IOException {
        String literal = Literal.of(text);
        assertThat(literal.codePoints()).noneMatch(PlainText::acts);
        assertThat(Json.mapper().readTree(literal).asText()).isEqualTo(text);
        assertThat(Json.yaml()
                        .readTree("{name: " + literal + ", other: 1}")
                        .path(NAME)
                        .asText())
                .isEqualTo(text);
        assertThat(Parser.compileString(literal)
                        .apply(JsonNodeFactory.instance.objectNode())
                        .asText())
                .isEqualTo(text);
        ObjectNode input = JsonNodeFactory.instance.objectNode().put(text, NAME);
        assertThat(Parser.compileString("." + literal).apply(input).asText()).isEqualTo(NAME);
    }

    @Test
    void a_document_stays_the_same_and_acts_nowhere() throws IOException {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("\u009b31m", "right\u202eleft\n")
                .put("b", "\u001b");
        String plain = Literal.plain(document.toPrettyString());
        assertThat(plain.codePoints().filter(c -> c != '\n' && c != '\r')).noneMatch(PlainText::acts);
        assertThat(Json.mapper().readTree(plain)).isEqualTo(document);
    }
}
