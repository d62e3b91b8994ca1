package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.whole.RunningVahid;
import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** When no more lookups can wait, the next one is told so at once. */
class OverloadTest {
    @Test
    void tellsTheNextRequestWhenToComeAgain() throws Exception {
        ThreadPoolTaskExecutor pool = RunningVahid.get().bean(ThreadPoolTaskExecutor.class);
        CountDownLatch end = new CountDownLatch(1);
        try {
            fill(pool, end);
            HttpResponse<byte[]> answer = Gateway.lookUp("application/json");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(Gateway.JSON.readTree(answer.body()).path("code").asText()).isEqualTo("OVERLOADED");
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
            OpenApi.check("/v1/dossiers", "post", answer);
        } finally {
            end.countDown();
        }
    }

    private static void fill(ThreadPoolTaskExecutor pool, CountDownLatch end) {
        try {
            while (true) {
                pool.execute(() -> waitFor(end));
            }
        } catch (RejectedExecutionException e) {
            // now it is full
        }
    }

    private static void waitFor(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
