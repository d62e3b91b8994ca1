package az.dost.vahid.journeys.lookup;

import az.dost.vahid.fuzz.Fuzz;
import az.dost.vahid.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FuzzedRequestsTest {
    private static final int TRIES = 4_000;
    private static final byte[] SOUND = ("{" + RequestReaderTest.SUBJECT + "," + RequestReaderTest.REST
                    + ",\"facts\":[\"identity\"],\"deadlineMs\":500}")
            .getBytes(StandardCharsets.UTF_8);

    @Test
    void aMutilatedRequestIsARequestOrAProblem() {
        Fuzz.of(List.of(SOUND), TRIES).read(new RequestReader()::read, ProblemException.class);
    }

    @Test
    void aMutilatedAcceptIsAFormOrAProblem() {
        Fuzz.of(List.of("application/json;q=0.5, application/xml".getBytes(StandardCharsets.UTF_8)), TRIES)
                .read(input -> Form.accepted(new String(input, StandardCharsets.ISO_8859_1)), ProblemException.class);
    }
}
