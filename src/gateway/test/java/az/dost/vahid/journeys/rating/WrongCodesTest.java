package az.dost.vahid.journeys.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.problem.ProblemException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever guesses codes is told to wait. */
@Tag("attack")
class WrongCodesTest {
    private final AtomicLong nanos = new AtomicLong(5_000_000_000L);
    private final WrongCodes codes = new WrongCodes(() -> 2, nanos::get);

    @Test
    void a_third_wrong_code_in_a_second_is_told_to_wait() {
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
}
