package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.edge.server.LoweredLimit;
import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.whole.FaultSwitch;
import az.dost.vahid.whole.RunningVahid;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When no more lookups can wait, the next one is told so at once. */
class OverloadTest {
    private static final int CALLERS = 8;
    private static final String ASKED = "disability";

    @Test
    void tellsTheNextRequestWhenToComeAgain() throws Exception {
        // One is in progress while an agency is silent.
        try (LoweredLimit one = new LoweredLimit(1);
                FaultSwitch faults = RunningVahid.get().faults()) {
            faults.set(ASKED, Fault.HANG);
            List<HttpResponse<byte[]>> answers = atOnce();
            assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).isNotEmpty();
            List<HttpResponse<byte[]>> refused = answers.stream()
                    .filter(answer -> answer.statusCode() != 200)
                    .toList();
            assertThat(refused).isNotEmpty().allSatisfy(answer -> {
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(Gateway.JSON.readTree(answer.body()).path("code").asText())
                        .isEqualTo("OVERLOADED");
                assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
                OpenApi.check("/v1/dossiers", "post", answer);
            });
        }
    }

    private static List<HttpResponse<byte[]>> atOnce() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<HttpResponse<byte[]>>> asked = Stream.generate(
                            () -> callers.submit(() -> Gateway.lookUp("application/json")))
                    .limit(CALLERS)
                    .toList();
            List<HttpResponse<byte[]>> answers = new ArrayList<>();
            for (Future<HttpResponse<byte[]>> each : asked) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            callers.shutdown();
        }
    }
}
