package az.dost.vahid.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What stands for a value that cannot be converted goes where the value would have gone, and decides nothing on its
 * way.
 */
class UnmappableNodeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BAD = "let bad = date(.text, \"dd.MM.yyyy\") ";

    private static JsonNode mapped(String expression) {
        return Mapping.compile(BAD + expression).apply(reply());
    }

    private static ObjectNode reply() {
        return JSON.createObjectNode().put("text", "31.02.2020");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if ($bad) 1 else 2",
                "not($bad)",
                "boolean($bad)",
                "$bad == 1",
                "$bad != null",
                "$bad > \"2020\"",
                "\"2020\" <= $bad",
                "\"on \" + $bad",
                "$bad + \"\"",
                "$bad + 1",
                "string($bad)",
                "number($bad, 0)",
                "size($bad)",
                "fallback($bad, 1)",
                "contains(1, $bad)",
                "is-string($bad)",
                "is-number($bad)",
                "is-array($bad)",
                "all([$bad])",
                "any([$bad])",
                "replace($bad, \"a\", \"b\")",
                "test($bad, \"a\")",
                "lowercase($bad)",
                "split($bad, \",\")",
                "join([$bad], \",\")",
                "[for ([1]) . if ($bad)]",
                "{for ([1]) \"a\" : . if ($bad)}",
                "[for ($bad) .]",
                "flatten([$bad])",
                "$bad and true",
                "true and $bad",
                "$bad or true",
                "max($bad, 1)",
                "sum([$bad])",
                "to-json({\"a\": $bad})",
                "date(\"1\", $bad)",
                "code({\"1\": 2}, $bad)",
                "$bad[0 : 1]",
                "round($bad)",
                "sha256-hex($bad)",
                "$bad[0]",
                "if ($bad.x) 1 else 2",
                "$bad.x == 1",
                "[for ($bad.x) .]",
                "get-key($bad, \"x\")"
            })
    void a_mapping_that_decides_by_it_refuses_the_whole_reply(String expression) {
        assertThatThrownBy(() -> mapped("{\"out\": " + expression + "}"))
                .isInstanceOf(MappingException.class)
                .hasMessageNotContaining("31.02.2020")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": $bad}",
                "{\"a\": if (.text) $bad}",
                "let l = [$bad] {\"a\": $l[0]}",
                "{\"a\": title-case($bad)}",
                "{\"a\": money($bad, \"1234.50\")}",
                "let o = {\"b\": $bad} {\"a\": $o.b}",
                "def f(x) $x {\"a\": f($bad)}",
                "{\"a\": field-code({\"1\": 2}, $bad)}",
                "let o = {\"a\": $bad} {* : .} + $o",
                "{\"a\": $bad.x}",
                "{\"a\": $bad.x.y}",
                "def f(o) $o.x {\"a\": f($bad)}",
                "let l = [$bad] let m = [for ($l) .x] {\"a\": $m[0]}"
            })
    void it_is_handed_on_to_the_field_that_the_value_was_for(String expression) {
        assertThat(mapped(expression).get("a"))
                .isInstanceOfSatisfying(
                        UnmappableNode.class, node -> assertThat(node.rule()).isEqualTo("NOT_A_DATE"));
    }

    @Test
    void whoever_reads_through_it_in_java_still_has_it() {
        JsonNode mapped = mapped("{\"a\": $bad}");
        assertThat(mapped.path("a").path("x")).isInstanceOf(UnmappableNode.class);
        assertThat(mapped.at("/a/x/0")).isInstanceOf(UnmappableNode.class);
        assertThat(mapped.path("a").has("x")).isTrue();
        assertThatThrownBy(() -> mapped.findValue("x")).isInstanceOf(MappingException.class);
    }

    /** What its documentation says cannot be caught, so that it stays true. */
    @ParameterizedTest
    @ValueSource(strings = {"null == $bad", "\"A\" == $bad", "contains($bad, [\"A\"])", "contains(\"A\", [$bad])"})
    void a_literal_on_the_left_and_contains_take_it_for_another_value(String expression) {
        assertThat(mapped("{\"a\": " + expression + "}").get("a").booleanValue())
                .isFalse();
    }

    @Test
    void it_keeps_its_place_in_a_list() {
        JsonNode list = mapped("{\"list\": [for ([\"01.02.2020\", .text]) date(., \"dd.MM.yyyy\")]}")
                .get("list");
        assertThat(list.get(0).textValue()).isEqualTo("2020-02-01");
        assertThat(list.get(1)).isInstanceOf(UnmappableNode.class);
    }

    @Test
    void nothing_that_holds_it_can_be_written() {
        JsonNode mapped = mapped("{\"a\": [$bad]}");
        assertThatThrownBy(() -> JSON.writeValueAsString(mapped)).rootCause().isInstanceOf(MappingException.class);
        assertThatThrownBy(mapped::toString).isInstanceOf(Exception.class);
        assertThatThrownBy(mapped::toPrettyString).isInstanceOf(Exception.class);
    }

    @Test
    void nobody_reads_a_text_out_of_it() {
        JsonNode mapped = mapped("{\"subject\": $bad, \"nobody\": $bad}");
        assertThatThrownBy(() -> mapped.path("subject").asText()).isInstanceOf(MappingException.class);
        assertThatThrownBy(() -> mapped.path("subject").asText("")).isInstanceOf(MappingException.class);
        assertThatThrownBy(() -> mapped.path("nobody").asBoolean()).isInstanceOf(MappingException.class);
        assertThat(mapped.path("subject").textValue()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": $bad}", "{\"a\": [1, [$bad]]}", "{\"a\": [{\"b\": $bad}]}", "$bad"})
    void a_whole_mapping_has_none_of_it(String expression) {
        assertThatThrownBy(() -> Mapping.compile(BAD + expression).applyWhole(reply()))
                .isInstanceOf(MappingException.class)
                .hasMessage("date: not of the form dd.MM.yyyy");
    }
}
