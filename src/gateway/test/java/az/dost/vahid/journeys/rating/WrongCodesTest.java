package az.dost.vahid.journeys.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.problem.ProblemException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Guessing codes is bounded, and those who have a right one do not use the bound up. */
@Tag("attack")
class WrongCodesTest {
    private final AtomicLong nanos = new AtomicLong(5_000_000_000L);
    private final WrongCodes codes = new WrongCodes(() -> 2, nanos::get);

    @Test
    void a_third_wrong_code_in_a_second_is_not_looked_for() {
        codes.tried();
        codes.tried();
        assertThatThrownBy(codes::tried)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code().name()).isEqualTo("TOO_MANY_REQUESTS"));
    }

    @Test
    void the_next_second_is_a_new_one() {
        codes.tried();
        codes.tried();
        nanos.addAndGet(1_000_000_000L);
        codes.tried();
    }

    @Test
    void right_codes_are_as_many_as_come() {
        for (int i = 0; i < 100; i++) {
            codes.tried().run();
        }
        codes.tried();
        codes.tried();
        assertThatThrownBy(codes::tried).isInstanceOf(ProblemException.class);
    }

    @Test
    void those_that_come_at_the_same_time_are_counted_before_anything_is_looked_for() {
        Runnable first = codes.tried();
        codes.tried();
        assertThatThrownBy(codes::tried).isInstanceOf(ProblemException.class);
        first.run();
        // The one that was refused is counted as well.
        assertThatThrownBy(codes::tried).isInstanceOf(ProblemException.class);
    }
}
