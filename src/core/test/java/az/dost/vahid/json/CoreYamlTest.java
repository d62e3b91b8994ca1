package az.dost.vahid.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Scalars are what YAML 1.2 says, and not what 1.1 said. */
class CoreYamlTest {
    private static final int MOST = 10_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no | \"no\"",
                "on | \"on\"",
                "Yes | \"Yes\"",
                "y | \"y\"",
                "true | true",
                "False | false",
                "null | null",
                "~ | null",
                "012 | 12",
                "0o14 | 12",
                "0x1F | 31",
                "+7 | 7",
                "-7 | -7",
                "1_000 | \"1_000\"",
                "12:30 | \"12:30\"",
                "2026-11-28 | \"2026-11-28\"",
                "1.50 | 1.50",
                "'012' | \"012\"",
                "\"no\" | \"no\"",
                "= | \"=\"",
                "<< | \"<<\"",
                ".5 | 0.5",
                "!!str 5 | \"5\"",
                "!!int x | \"x\"",
                "!!bool x | \"x\"",
                "0b11 | \"0b11\""
            })
    void a_scalar_has_the_type_of_the_core_schema(String yaml, String json) {
        assertThat(Json.core("a: " + yaml, MOST).path("a").toString()).isEqualTo(json);
    }

    @Test
    void a_slash_may_be_escaped_between_double_quotes_and_is_nothing_else_elsewhere() {
        JsonNode tree =
                Json.core("ə: \"^W\\/\\\"\\\\/\"\nb: '\\/'\nc: \\/ \"\\/\"\nd: |\n  \\/\n\"e\\/f\": \"\\/\"\n", MOST);
        assertThat(tree.path("ə").asText()).isEqualTo("^W/\"\\/");
        assertThat(tree.path("b").asText()).isEqualTo("\\/");
        assertThat(tree.path("c").asText()).isEqualTo("\\/ \"\\/\"");
        assertThat(tree.path("d").asText()).isEqualTo("\\/\n");
        assertThat(tree.path("e/f").asText()).isEqualTo("/");
    }

    @Test
    void what_is_wrong_behind_an_escaped_slash_is_told() {
        assertThatThrownBy(() -> Json.core("a: \"\\/\"\nb: [\n", MOST))
                .isInstanceOf(YamlEngineException.class)
                .hasMessageNotContaining("escape");
        assertThatThrownBy(() -> Json.core("a: \"\\q\"\n", MOST))
                .isInstanceOf(YamlEngineException.class)
                .hasMessageContaining("escape");
    }

    @Test
    void a_name_is_text_whatever_it_looks_like() {
        assertThat(Json.core("200: {}\nno: 1\n", MOST).toString()).isEqualTo("{\"200\":{},\"no\":1}");
    }

    @Test
    void what_an_alias_names_is_made_once() {
        JsonNode tree = Json.core("a: &x {b: 1}\nc: *x\n", MOST);
        assertThat(tree.path("c")).isSameAs(tree.path("a"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"a: &x [*x] | holds its own alias", "{[a]: 1} | a name that is no text", "a: [ | expected"})
    void what_is_none_or_has_no_end_is_refused(String yaml, String told) {
        assertThatThrownBy(() -> Json.core(yaml, MOST))
                .isInstanceOf(YamlEngineException.class)
                .message()
                .contains(told);
    }

    @Test
    void depth_and_length_have_bounds() {
        assertThatThrownBy(() -> Json.core("[".repeat(5_000), MOST)).isInstanceOf(YamlEngineException.class);
        assertThatThrownBy(() -> Json.core("a".repeat(MOST + 1), MOST))
                .isInstanceOf(YamlEngineException.class)
                .hasMessageContaining("more than");
    }

    @Test
    void json_has_places_too_with_tabs_and_escaped_slashes() {
        Node root = Json.places("{\n\t\t\"a\\/b\": {\"c\": [1, \"\\ud83d\\ude00\"]}}", MOST);
        assertThat(((MappingNode) root)
                        .getValue()
                        .get(0)
                        .getKeyNode()
                        .getStartMark()
                        .orElseThrow()
                        .getLine())
                .isEqualTo(1);
        assertThat(((MappingNode) root).getValue().get(0).getKeyNode())
                .extracting("value")
                .isEqualTo("a/b");
    }
}
