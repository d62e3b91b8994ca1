package az.dost.vahid.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.schibsted.spt.data.jslt.JsltException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "1ABCDE2";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "number(.fin)",
                "error(.fin)",
                "parse-time(.fin, \"yyyy\")",
                ".fin + 1 - 2",
                "-(.fin)",
                "round(.fin)",
                "if (.fin > 1) 1",
                "split(.fin, .list)",
                "capture(.fin, \"(\")",
                "1 / 0",
                ".fin % 2",
                "mod(1, 0)",
                ".fin[0 : .fin]",
                "let a = number(.fin) {\"a\": $a}",
                "date(.fin, \"yyyy\")",
                "contains(.fin, 1)",
                "from-json(.fin)",
                "format-time(1, .fin)",
                "join(.fin, .fin)",
                "flatten(.fin)",
                "{for (.fin) .key : .value}",
                "zip(.list, .fin)"
            })
    void an_expression_that_fails_says_nothing_of_the_reply(String expression) {
        ObjectNode reply = JSON.createObjectNode().put("fin", SECRET);
        reply.putArray("list").add(SECRET);
        try {
            Mapping.compile(expression).apply(reply);
        } catch (MappingException e) {
            assertThat(e).hasMessageNotContaining(SECRET).hasNoCause();
        } catch (JsltException e) {
            assertThat(e.getMessage()).as("found when it was compiled").doesNotContain(SECRET);
        }
    }

    @Test
    void a_failure_names_its_line() {
        assertThatThrownBy(() -> Mapping.compile("let a = 1\n{\n\"a\": .fin - 1}")
                        .apply(JSON.createObjectNode().put("fin", SECRET)))
                .isInstanceOf(MappingException.class)
                .hasMessage("The reply does not fit the mapping at line 3");
    }

    @Test
    void a_list_too_long_for_a_recursive_mapping_is_a_reply_that_does_not_fit() {
        ArrayNode list = JSON.createArrayNode();
        for (int i = 0; i < 20_000; i++) {
            list.add(i);
        }
        Mapping recursive = Mapping.compile("def count(n) if ($n < 1) 0 else 1 + count($n - 1) count(size(.))");
        assertThatThrownBy(() -> recursive.apply(list)).isInstanceOf(MappingException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{ | 1", "'{\"a\": 1,\n  \"b\": }' | 2", "'{\n\n\"a\": unknown(.a)}' | 3", "'let a = 1' | 1"})
    void a_mapping_that_is_no_jslt_names_the_line_of_its_mistake(String source, int line) {
        assertThatThrownBy(() -> Mapping.compile(new StringReader(source), "mapping.jslt"))
                .isInstanceOfSatisfying(
                        JsltException.class, e -> assertThat(e.getLine()).isEqualTo(line));
    }

    @Test
    void a_character_that_jslt_does_not_know_is_a_mistake_too() {
        assertThatThrownBy(() -> Mapping.compile("{\"a\": \u0000}"))
                .isInstanceOf(JsltException.class)
                .hasMessageContaining("line 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 / 0", "5 - \"x\""})
    void a_constant_that_cannot_be_computed_is_found_when_the_mapping_is_compiled(String source) {
        assertThatThrownBy(() -> Mapping.compile(source)).isInstanceOf(JsltException.class);
    }

    @Test
    void many_threads_may_use_one_mapping() {
        Mapping mapping = Mapping.compile("let a = .a {\"a\": $a, \"b\": integer($a)}");
        assertThat(java.util.stream.IntStream.range(0, 2_000).parallel().allMatch(i -> {
                    JsonNode mapped = mapping.apply(JSON.createObjectNode().put("a", i));
                    return mapped.path("a").intValue() == i && mapped.path("b").intValue() == i;
                }))
                .isTrue();
    }
}
