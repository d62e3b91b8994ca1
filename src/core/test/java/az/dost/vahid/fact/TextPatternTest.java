package az.dost.vahid.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is matched in one pass is what java.util.regex matches. */
class TextPatternTest {
    private static final String SIGNS = "0123456789AZIOaz.,-/+=:_ \nƏ٣";

    static Stream<String> patterns() throws IOException {
        return Stream.concat(
                        new ObjectMapper()
                                        .readTree(Path.of("contracts/dossier.schema.json")
                                                .toFile())
                                        .path("$defs")
                                        .findValuesAsText("pattern")
                                        .stream(),
                        Stream.of("^a{2,3}b?$", "^[a-c]*-x+$", "^(a|b)?c$", "^a?b?c?$", "^$", "^-?[0-9]$", "^(|x)y$"))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void a_pattern_matches_what_the_regular_expression_matches(String pattern) {
        TextPattern compiled = TextPattern.of(pattern);
        Pattern regex = Pattern.compile(pattern);
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String text = text(pattern, random);
            assertThat(compiled.matches(text))
                    .as(text)
                    .isEqualTo(regex.matcher(text).matches());
        }
    }

    /** Often one that the pattern allows, or nearly. */
    private static String text(String pattern, Random random) {
        String[] near = {
            "2026-11-27",
            "2025/2026",
            "8880.00",
            "0.5",
            "5AB1CD2",
            "AZ1000",
            "1/3",
            "1234567890",
            "AZE",
            "A00.1",
            "aGVsbG8=",
            "aab",
            "a-x",
            "c",
            "y",
            "0.00"
        };
        StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "" : near[random.nextInt(near.length)]);
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(text.length() + 1);
            if (random.nextBoolean() && at < text.length()) {
                text.deleteCharAt(at);
            } else {
                text.insert(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
        }
        return text.toString();
    }

    @Test
    void nearly_every_pattern_of_the_contract_is_matched_in_one_pass() throws IOException {
        assertThat(patterns().filter(pattern -> RunReader.ways(pattern) == null))
                .hasSizeLessThan(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[0-9]+[0-9]$",
                "^[0-9]{1,2}-?[0-9]{2}$",
                "^(ab)+$",
                "^[^a]$",
                "^a.c$",
                "^\\d$",
                "^ə$",
                "^[a-zə]$",
                "^a$|^b$",
                "^(a$"
            })
    void one_that_needs_a_second_try_or_has_other_parts_is_left_to_the_regular_expression(String pattern) {
        assertThat(RunReader.ways(pattern)).isNull();
    }

    @Test
    void a_day_is_what_the_calendar_has() {
        for (int day = 0; day < 100_000; day++) {
            String text = String.format("%04d-%02d-%02d", 1850 + day / 800, day / 40 % 20, day % 40);
            assertThat(Plausible.isDay(text)).as(text).isEqualTo(parses(text));
        }
    }

    private static boolean parses(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (java.time.DateTimeException e) {
            return false;
        }
    }
}
