package az.dost.vahid.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.definition.DefinitionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Rules in change beside those in force, for whoever has them as texts. */
class LawSimulatorTest {
    private static final String RIGHT = "old-age-pension";
    private static final LawSimulator LAWS = new LawSimulator(new PathMatchingResourcePatternResolver(), "");
    private static final Runnable NOTHING = () -> {};

    private static String rule() throws IOException {
        return Files.readString(Path.of("contracts/rights", RIGHT + ".yaml"));
    }

    @Test
    void a_rule_in_force_fits_the_others() {
        assertThatCode(() -> LAWS.check(Map.of(RIGHT, rule()), NOTHING)).doesNotThrowAnyException();
    }

    /** It may exclude what stays in force, and must be excluded by it. */
    @Test
    void a_rule_is_held_to_those_that_stay() throws IOException {
        String alone = rule().replaceFirst("(?m)^excludedBy:.*$", "excludedBy: [funeral-allowance]");
        assertThat(alone).contains("excludedBy: [funeral-allowance]");
        assertThatThrownBy(() -> LAWS.check(Map.of(RIGHT, alone), NOTHING))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("rights/" + RIGHT + ".yaml:")
                .hasMessageContaining("funeral-allowance may be drawn beside old-age-pension");
    }

    /** Conditions that hold for nobody are tried with thousands of made-up persons each. */
    @Test
    @Tag("attack")
    void what_takes_too_long_to_check_ends() throws IOException {
        String never = rule().replace("totalMonths >= 300", "totalMonths >= 300 and insuredRecord.totalMonths < 200");
        AtomicInteger tried = new AtomicInteger();
        assertThatThrownBy(() -> LAWS.check(Map.of(RIGHT, never), () -> {
                    if (tried.incrementAndGet() > 100) {
                        throw new IllegalStateException("over");
                    }
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(tried.get()).isEqualTo(101);
    }

    @Test
    void where_there_are_no_computed_people_nothing_is_computed() {
        assertThat(LAWS.people()).isZero();
        assertThatThrownBy(() -> LAWS.run(
                        new LawSimulator.Question(Map.of(RIGHT, rule()), LocalDate.of(2027, 1, 1), 1, 20), 1, NOTHING))
                .isInstanceOf(IllegalStateException.class);
    }
}
