package az.dost.vahid.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.problem.ProblemCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The page of gates names settings with their defaults, and codes, that there are; its drawing and its table have the
 * same gates.
 */
class GatesTest {
    private static final String PAGE = new Document(Path.of("src/docs/gates.md")).text;
    private static final List<String[]> ROWS = Pattern.compile("(?m)^\\| (\\d+ \\|.*) \\|$")
            .matcher(PAGE)
            .results()
            .map(row -> row.group(1).split(" *\\| ?", -1))
            .toList();
    private static final Pattern SETTING = Pattern.compile("`((?:vahid|server)[a-z.-]+)` \\(([^)]*)\\)");
    private static final Pattern CODE = Pattern.compile("`([A-Z]+(?:_[A-Z]+)+|[A-Z]{4,})`");
    private static final Pattern NODE = Pattern.compile("(\\d+)\\[(\\d+) ([^]]+)]");
    private static final Map<String, String> DEFAULTS = new TreeMap<>();

    static {
        try {
            add(
                    "",
                    new ObjectMapper(new YAMLFactory())
                            .readTree(Path.of("src/gateway/main/resources/application.yaml")
                                    .toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(String above, JsonNode settings) {
        settings.properties().forEach(setting -> {
            DEFAULTS.put(above + setting.getKey(), setting.getValue().asText());
            add(above + setting.getKey() + ".", setting.getValue());
        });
    }

    @Test
    void every_setting_is_there_with_the_default_that_is_told() {
        Map<String, String> told = SETTING.matcher(PAGE)
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2), (one, same) -> {
                    assertThat(one).isEqualTo(same);
                    return one;
                }));
        assertThat(told)
                .hasSizeGreaterThan(20)
                .allSatisfy((setting, value) -> assertThat(DEFAULTS).containsEntry(setting, value));
    }

    @Test
    void every_code_is_one_that_a_caller_can_be_told() {
        Set<String> codes = Stream.concat(Arrays.stream(ProblemCode.values()), Arrays.stream(Reason.values()))
                .map(Enum::name)
                .collect(Collectors.toSet());
        assertThat(CODE.matcher(PAGE).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(code -> assertThat(codes).contains(code));
    }

    @Test
    void every_code_that_holds_back_or_refuses_by_number_has_its_gate() {
        assertThat(PAGE)
                .contains(
                        "`OVERLOADED`",
                        "`TOO_MANY_REQUESTS`",
                        "`NOT_READY`",
                        "`BULKHEAD_FULL`",
                        "`CIRCUIT_OPEN`",
                        "`SLOWED_DOWN`",
                        "`NO_ANSWER_IN_TIME`");
    }

    @Test
    void the_drawing_has_the_gates_of_the_table_in_their_order() {
        List<MatchResult> nodes = NODE.matcher(PAGE).results().toList();
        assertThat(ROWS)
                .hasSizeGreaterThan(20)
                .allSatisfy(row -> assertThat(row).hasSize(6));
        assertThat(nodes.stream().map(node -> node.group(2) + " " + node.group(3)))
                .containsExactlyElementsOf(
                        ROWS.stream().map(row -> row[0] + " " + row[1]).toList());
        assertThat(nodes).allSatisfy(node -> assertThat(node.group(1)).isEqualTo(node.group(2)));
    }
}
