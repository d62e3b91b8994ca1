package az.dost.vahid.journeys.rating;

import az.dost.vahid.fuzz.Fuzz;
import az.dost.vahid.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FuzzedRatingsTest {
    private static final int TRIES = 3_000;

    @Test
    void a_mutilated_rating_is_one_or_a_problem() {
        Fuzz.of(
                        List.of("{\"code\":\"88FD-6DAC-9199\",\"stars\":4,\"complaint\":\"It took an hour\"}"
                                .getBytes(StandardCharsets.UTF_8)),
                        TRIES)
                .read(SlipRating::read, ProblemException.class);
    }
}
