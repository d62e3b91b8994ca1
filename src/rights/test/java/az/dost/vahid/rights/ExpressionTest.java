package az.dost.vahid.rights;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.rights.Type.Kind;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The part of FEEL that conditions use: three answers, days, money, and nothing that calls out or goes on for ever. */
class ExpressionTest {
    private static final Type RECORD = Type.record(Map.of("day", Type.DAY, "money", Type.NUMBER, "yes", Type.BOOLEAN));
    private static final Map<String, Type> NAMES = new TreeMap<>(Map.of(
            "yes", Type.BOOLEAN,
            "no", Type.BOOLEAN,
            "unknown", Type.BOOLEAN,
            "day", Type.DAY,
            "lost", Type.DAY,
            "money", Type.NUMBER,
            "some1", Type.list(RECORD),
            "none", Type.list(RECORD),
            "silent", Type.list(RECORD)));

    private static Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("yes", true);
        values.put("no", false);
        values.put("unknown", null);
        values.put("day", LocalDate.of(2024, 2, 29));
        values.put("lost", null);
        values.put("money", new BigDecimal("0.10"));
        values.put("none", List.of());
        values.put("silent", null);
        values.put("some1", Arrays.asList(Map.of("yes", true, "money", BigDecimal.ONE), new HashMap<String, Object>()));
        return values;
    }

    private static Object value(String text, Kind kind) {
        ExpressionReader reader = new ExpressionReader(NAMES);
        Expression expression = reader.read(text, kind);
        assertThat(reader.faults()).as(text).isEmpty();
        return expression.value(values());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yes and unknown           |",
                "no and unknown            | false",
                "unknown and no            | false",
                "yes or unknown            | true",
                "unknown or yes            | true",
                "no or unknown             |",
                "not(unknown)              |",
                "unknown = true            |",
                "unknown != true           |",
                "lost = day                |",
                "lost = lost               |",
                "lost < day                |",
                "lost + duration(\"P1Y\") < day |",
                "lost between day and day  |",
                "some s in silent satisfies s.yes  |",
                "every s in silent satisfies s.yes |",
                "some s in none satisfies s.yes    | false",
                "every s in none satisfies s.yes   | true",
                "some s in some1 satisfies s.yes   | true",
                "some s in some1 satisfies not(s.yes) |",
                "some s in some1 satisfies s.money = 2 |",
                "every s in some1 satisfies s.yes  |",
                "every s in some1 satisfies not(s.yes) | false",
                "every s in some1 satisfies s.money != 1 | false",
                "count(silent) > 1         |",
                "count(some1) = 2          | true",
                "if unknown then yes else no |",
                "if yes then unknown else no |",
                "if no then unknown else no | false",
            })
    void what_is_not_known_decides_nothing(String text, Boolean wanted) {
        assertThat(value(text, Kind.BOOLEAN)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "money + 0.2 = 0.3 | true",
                "money * 3 = 0.3 | true",
                "320 * 144 = 46080 | true",
                "day + duration(\"P1Y\") = date(\"2025-02-28\") | true",
                "day + duration(\"P18M\") = date(\"2025-08-29\") | true",
                "date(\"2026-03-31\") - duration(\"P1M\") = date(\"2026-02-28\") | true",
                "day.year = 2024 | true",
            })
    void money_is_decimal_and_days_are_those_of_a_calendar(String text, Boolean wanted) {
        assertThat(value(text, Kind.BOOLEAN)).isEqualTo(wanted);
    }

    @Tag("attack")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "function(x) external { java: { class: \"java.lang.Runtime\", method signature: \"exit(int)\" } }",
                "(function(x) x)(yes)",
                "day.class",
                "money.getClass",
                "{ a: yes }.a",
                "yes instance of boolean",
                "now() = now()",
                "for i in 1..1000000000 return i",
                "some i in 1..1000000000 satisfies i > 0",
                "string(money)",
                "context({})",
                "get value(some1, \"yes\")",
                "random number() > 0",
                "2 ** 1000000000 > 1",
                "? = 1",
            })
    void nothing_calls_out_or_goes_on_for_ever(String text) {
        ExpressionReader reader = new ExpressionReader(NAMES);
        assertThat(reader.read(text, Kind.BOOLEAN)).isNull();
        assertThat(reader.faults()).isNotEmpty();
    }

    /** What its writer wrote badly is refused soon, whatever its parser would make of it. */
    @Tag("attack")
    @Test
    void a_text_that_nests_or_repeats_is_refused_soon() {
        List<String> texts = List.of(
                "(".repeat(500) + "yes" + ")".repeat(500),
                "(".repeat(6) + "yes".concat(" and").repeat(100),
                "not(".repeat(6) + "yes",
                "some a in none satisfies ".repeat(38),
                "if yes then ".repeat(80),
                "-".repeat(990) + "1",
                "yes and ".repeat(124) + "yes",
                "[".repeat(6) + "yes",
                "yes".repeat(500));
        for (String text : texts) {
            // Of the processor, whatever else it does.
            long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            ExpressionReader reader = new ExpressionReader(NAMES);
            assertThat(reader.read(text, Kind.BOOLEAN)).as(text).isNull();
            assertThat(Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun))
                    .as(text)
                    .isLessThan(Duration.ofSeconds(5));
        }
    }
}
