package az.dost.vahid.journeys.citizen;

import az.dost.vahid.fuzz.Fuzz;
import az.dost.vahid.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FuzzedClaimsTest {
    private static final int TRIES = 3_000;

    @Test
    void aMutilatedCorrectionIsOneOrAProblem() {
        Fuzz.of(
                        List.of(
                                "{\"fact\":\"address\",\"source\":\"local-executive\",\"claim\":\"I live in flat 12 now\"}"
                                        .getBytes(StandardCharsets.UTF_8)),
                        TRIES)
                .read(input -> Claim.read(input).content("1ABCDE2"), ProblemException.class);
    }
}
