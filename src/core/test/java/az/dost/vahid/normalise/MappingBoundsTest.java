package az.dost.vahid.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.impl.BuiltinFunctions;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mapping that runs without end, or makes something without end, is over after its steps, whatever it runs over. */
@Tag("attack")
class MappingBoundsTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** A list of 20,000, a deep object, a long text. */
    private static ObjectNode reply() {
        ObjectNode reply = NODES.objectNode();
        ArrayNode list = reply.putArray("list");
        IntStream.range(0, 20_000).forEach(i -> list.addObject().put("n", i));
        reply.put("text", "a".repeat(50_000) + "!");
        ObjectNode members = reply.putObject("members");
        IntStream.range(0, 5_000).forEach(i -> members.put("m" + i, i));
        return reply;
    }

    private static String doubled(String first, String again) {
        return "let v0 = " + first + " "
                + IntStream.range(1, 60)
                        .mapToObj(i -> "let v" + i + " = " + again.replace("$v", "$v" + (i - 1)))
                        .collect(Collectors.joining(" "))
                + " ";
    }

    static Stream<Arguments> endless() {
        return Stream.of(
                Arguments.of("calls itself", "def again(x) again($x) + 1 again(1)"),
                Arguments.of("calls itself by another", "def one(x) two($x) def two(x) one($x) one(1)"),
                Arguments.of("calls itself twice", "def fib(n) if ($n < 2) $n else fib($n - 1) + fib($n - 2) fib(60)"),
                Arguments.of(
                        "loops in a loop",
                        "let all = .list {\"r\": [for ($all) {\"s\": [for ($all) {\"t\": [for ($all) 1]}]}]}"),
                Arguments.of(
                        "loops over all in a loop over all", "let all = .list {\"r\": [for (.list) [for ($all) .n]]}"),
                Arguments.of(
                        "loops and keeps nothing",
                        "let all = .list {\"r\": [for (.list) size([for ($all) .n if (.n < 0)])]}"),
                Arguments.of(
                        "makes objects in a loop",
                        "let all = .list {for (.list) string(.n) : {for ($all) string(.n) : 1}}"),
                Arguments.of("matches in a loop", "let all = .members {\"r\": [for (.list) ($all | {* : . + 1})]}"),
                Arguments.of("doubles a text", doubled(".text", "$v + $v") + "$v59"),
                Arguments.of("doubles a list", doubled(".list", "$v + $v") + "size($v59)"),
                Arguments.of("doubles an object", doubled(".list", "{\"a\": $v, \"b\": $v}") + "$v59"),
                Arguments.of("doubles a list of lists", doubled(".list", "[$v, $v]") + "$v59"),
                Arguments.of("writes all in a loop", "let all = . {\"r\": [for (.list) size(to-json($all))]}"),
                Arguments.of(
                        "compares all in a loop",
                        "let all = .list let other = .list {\"r\": [for (.list) $all == $other]}"),
                Arguments.of(
                        "looks through all in a loop",
                        "let all = .list {\"r\": [for (.list) contains({\"n\": -1}, $all)]}"),
                Arguments.of("slices in a loop", "let all = .list {\"r\": [for (.list) size($all[1 : ])]}"),
                Arguments.of(
                        "joins in a loop",
                        "let all = [for (.list) string(.n)] {\"r\": [for (.list) size(join($all, \",\"))]}"),
                Arguments.of("tries again and again", "test(.text, \"(a+)+$\")"),
                Arguments.of("tries with a capture", "capture(.text, \"^(?<x>(a|aa)+)$\")"),
                Arguments.of("splits again and again", "split(.text, \"(a|a?)+$\")"),
                Arguments.of("replaces again and again", "replace(.text, \"(a*)*b\", \"x\")"),
                Arguments.of("looks at every place", "test(.text, \"a*a*a*a*b\")"),
                Arguments.of("replaces by what is long", "replace(.text, \"a\", .text)"),
                Arguments.of("splits in a loop", "let text = .text {\"r\": [for (.list) size(split($text, \"a\"))]}"),
                Arguments.of("uses our functions in a loop", "let text = .text {\"r\": [for (.list) latin($text)]}"));
    }

    @ParameterizedTest(name = "a mapping that {0}")
    @MethodSource("endless")
    void is_over_after_its_steps(String what, String jslt) {
        Mapping mapping = Mapping.compile(jslt);
        JsonNode reply = reply();
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (Mapping.Bounds bounds : Mapping.Bounds.values()) {
                long began = System.nanoTime();
                assertThatThrownBy(() -> mapping.apply(reply, bounds))
                        .isInstanceOfAny(CostlyMappingException.class, MappingException.class)
                        .extracting(Throwable::getMessage)
                        .asString()
                        .containsAnyOf("within its bounds", "calls itself without end");
                if (System.getenv("VAHID_FIGURES") != null) {
                    System.out.printf(
                            "WORST | mapping | %s | %s | %d us%n", what, bounds, (System.nanoTime() - began) / 1000);
                }
            }
        });
    }

    @Test
    void calls_nest_no_deeper_than_a_thread_has_room_for() {
        String down = "def down(n) if ($n < 1) 0 else down($n - 1) ";
        assertThat(Mapping.compile(down + "down(.n)")
                        .apply(NODES.objectNode().put("n", 250))
                        .intValue())
                .isZero();
        assertThatThrownBy(() -> Mapping.compile(down + "down(.n)")
                        .apply(NODES.objectNode().put("n", 350)))
                .isInstanceOf(CostlyMappingException.class);
    }

    @ParameterizedTest
    @EnumSource(Mapping.Bounds.class)
    void the_next_run_has_all_its_steps_again(Mapping.Bounds bounds) {
        Mapping costly = Mapping.compile("let all = .list {\"r\": [for (.list) [for ($all) .n]]}");
        Mapping cheap = Mapping.compile("{\"n\": [for (.list) .n if (.n < 3)]}");
        assertThatThrownBy(() -> costly.apply(reply(), bounds)).isInstanceOf(CostlyMappingException.class);
        ObjectNode few = NODES.objectNode();
        few.putArray("list").addObject().put("n", 1);
        assertThat(cheap.apply(few, bounds).toString()).isEqualTo("{\"n\":[1]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "test(\"a\", \"(){1000000}\")",
                "test(\"a\", \"((){100}){1000}\")",
                "test(.x, \"(?:){2147483647}\")"
            })
    void a_regular_expression_that_repeats_nothing_is_refused(String jslt) {
        assertThatThrownBy(() -> Mapping.compile(jslt).apply(NODES.objectNode().put("x", "a")))
                .isInstanceOfAny(JsltException.class, MappingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "(", "{\"a\":", "not(", "if (1) ", "let a = 1 ", "1+", "def f(x) "})
    void a_text_that_nests_without_end_is_no_mapping(String piece) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThatThrownBy(() -> Mapping.compile(piece.repeat(20_000) + "1" + "]".repeat(20_000)))
                        .isInstanceOf(JsltException.class));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abc | b",
                "abc | ^b",
                "a,b,,c,, | ,",
                "2026-11-27 | (?<y>\\d+)-(?<m>\\d+)(-(?<x>z))?",
                "'' | x",
                "aaa | a",
                "x | (?<a>y)?x",
                "a.b.c | [.]"
            })
    void regular_expressions_do_what_the_librarys_do(String text, String pattern) {
        for (Function ours : Regexes.ALL) {
            Function library = BuiltinFunctions.functions.get(ours.getName());
            for (JsonNode value : new JsonNode[] {TextNode.valueOf(text), NullNode.instance, NODES.numberNode(17)}) {
                JsonNode[] arguments = Stream.of(value, TextNode.valueOf(pattern), TextNode.valueOf("_"))
                        .limit(ours.getMaxArguments())
                        .toArray(JsonNode[]::new);
                assertThat(ours.call(value, arguments)).as(ours.getName()).isEqualTo(library.call(value, arguments));
            }
        }
    }

    @Test
    void what_is_counted_changes_no_result() throws Exception {
        JsonNode reply = Json.mapper()
                .readTree("{\"list\":[{\"a\":1,\"b\":\"x\"},{\"a\":2}],\"o\":{\"p\":[1,2],\"q\":null},\"t\":\"text\"}");
        String jslt = "def twice(x) let y = $x + $x $y def deep(l) if (size($l) > 0) deep($l[1 : ]) + [$l[0]] else [] "
                + "{\"r\": deep([for (.list) .a]), \"t\": twice(.t), \"e\": .list == .list, \"u\": .o != .list[0], \"m\": {for (.list) string(.a) : .b if (.b)}, "
                + "\"k\": .o | {* - q : .}, \"c\": contains(2, [for (.list) .a]), \"p\": (.list | size(.)), \"x\": .t + 1, \"y\": .list + .o.p}";
        JsonNode mapped = Mapping.compile(jslt).apply(reply);
        JsonNode plain = new com.schibsted.spt.data.jslt.Parser(new java.io.StringReader(jslt))
                .compile()
                .apply(reply);
        assertThat(mapped).isEqualTo(plain);
    }
}
