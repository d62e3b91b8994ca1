package az.dost.vahid.check.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[0-9]{11}",
                "[A-Z]{2}\\-[1-9][0-9]?",
                "\\d{6}[-+A]\\d{3}[0-9A-Y]",
                "(0[1-9]|[12]\\d|3[01])(0[1-9]|1[0-2])\\d{6}",
                "\\p{Lu}{2}[0-9]{0,3}",
                "[^0-9]+",
                "(ab|cd){2,3}x?",
                "a{0}b",
                "\\S*",
                "[\\-\\]]",
                ".{3}|x",
                "[eEnN]\\d{3}"
            })
    void a_text_is_made_that_the_expression_takes(String expression) {
        assertThat(PatternText.of(expression))
                .hasValueSatisfying(text -> assertThat(text).matches(expression));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                ")",
                "[a",
                "a{2",
                "a{99999}",
                "a{99999999999}",
                "(?<=x)y",
                "a**",
                "\\p{Nonsense}",
                "\\p{L",
                "(a{150}){150}"
            })
    void none_is_made_of_what_is_no_expression_or_wants_too_much(String expression) {
        assertThat(PatternText.of(expression)).isEmpty();
    }

    @Test
    void groups_within_groups_without_end_get_none() {
        assertThat(PatternText.of("(".repeat(10_000) + "a" + ")".repeat(10_000)))
                .isEmpty();
    }

    @Test
    @Timeout(20)
    void an_expression_that_tries_without_end_is_given_up() {
        assertThat(CountedText.fits(Pattern.compile("a*a*a*a*a*a*a*a*b"), "a".repeat(300)))
                .isFalse();
    }
}
