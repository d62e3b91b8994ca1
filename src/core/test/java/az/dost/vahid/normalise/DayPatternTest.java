package az.dost.vahid.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DayPatternTest {
    private static final String[] PATTERNS = {"dd.MM.yyyy", "yyyy-MM-dd", "yyyyMMdd", "dd/MM/yyyy", "ddMMyyyy"};

    @Property
    void a_day_or_a_day_that_is_none_is_what_the_formatter_says(
            @ForAll @IntRange(max = 9999) int year,
            @ForAll @IntRange(max = 14) int month,
            @ForAll @IntRange(max = 33) int day) {
        for (String pattern : PATTERNS) {
            String text = pattern.replace("yyyy", String.format("%04d", year))
                    .replace("MM", String.format("%02d", month))
                    .replace("dd", String.format("%02d", day));
            assertThat(read(text, pattern)).as(text).isEqualTo(formatted(text, pattern));
        }
    }

    @Example
    void a_text_with_a_sign_at_a_digits_place_is_left_to_the_formatter() {
        assertThat(DayPattern.of("yyyyMMdd").parse("+2020101")).isNull();
    }

    @Example
    void a_pattern_with_a_time_is_left_to_the_formatter() {
        assertThat(DayPattern.of("dd.MM.yyyy HH:mm:ss")).isNull();
    }

    @Example
    void a_pattern_with_days_of_one_digit_is_left_to_the_formatter() {
        assertThat(DayPattern.of("d.M.yyyy")).isNull();
    }

    private static String read(String text, String pattern) {
        try {
            return DayPattern.of(pattern).parse(text).toString();
        } catch (DateTimeException e) {
            return "none";
        }
    }

    private static String formatted(String text, String pattern) {
        try {
            return LocalDate.parse(
                            text,
                            DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                                    .withResolverStyle(ResolverStyle.STRICT))
                    .toString();
        } catch (DateTimeException e) {
            return "none";
        }
    }
}
