package az.dost.vahid.journeys.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A provider gets no more calls than its service's file says, and one that is slow delays nobody else. */
class ProviderLimitsTest {
    private static final String OVERLOADED = "server.clientproxy.overloaded";
    private final RunningExchange exchange = RunningExchange.get();

    private HttpResponse<String> call(String path) {
        return RunningExchange.send(exchange.call(path));
    }

    private static String fault(HttpResponse<String> answer) {
        return answer.headers().firstValue("X-Road-Error").orElse("none");
    }

    @Test
    void a_service_that_has_its_calls_under_way_gets_no_more_while_another_is_called() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        exchange.provider.answer("/base/held", (http, request) -> {
            try {
                done.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            http.sendResponseHeaders(200, -1);
        });
        exchange.provider.received.clear();
        List<CompletableFuture<HttpResponse<String>>> held = new ArrayList<>();
        try {
            for (int i = 0; i < 2; i++) {
                held.add(CompletableFuture.supplyAsync(() -> call("/narrowed/held")));
            }
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> exchange.provider.received.size() == 2);
            assertThat(fault(call("/narrowed/held"))).isEqualTo(OVERLOADED);
            assertThat(call("/echo/other").statusCode()).isEqualTo(200);
        } finally {
            done.countDown();
        }
        held.forEach(one -> assertThat(one.join().statusCode()).isEqualTo(200));
        Awaitility.await("places are free again")
                .atMost(Duration.ofSeconds(30))
                .until(() -> call("/narrowed/held").statusCode() == 200);
    }

    @Test
    void a_service_gets_so_many_calls_in_a_second_and_more_in_the_next() {
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < 40 && !faults.contains(OVERLOADED); i++) {
            List<CompletableFuture<HttpResponse<String>>> burst = new ArrayList<>();
            for (int j = 0; j < 8; j++) {
                burst.add(CompletableFuture.supplyAsync(() -> call("/paced/quick")));
            }
            burst.forEach(one -> faults.add(fault(one.join())));
        }
        assertThat(faults).contains("none", OVERLOADED);
        Awaitility.await("the next second")
                .atMost(Duration.ofSeconds(30))
                .until(() -> call("/paced/quick").statusCode() == 200);
    }

    @Test
    void a_call_that_is_over_its_services_limits_is_told_that_they_are_the_services_and_what_they_are() {
        List<CompletableFuture<HttpResponse<String>>> burst = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            burst.add(CompletableFuture.supplyAsync(() -> call("/paced/told")));
        }
        List<String> refused = burst.stream()
                .map(CompletableFuture::join)
                .filter(one -> fault(one).equals(OVERLOADED))
                .map(HttpResponse::body)
                .toList();
        assertThat(refused)
                .isNotEmpty()
                .allSatisfy(body ->
                        assertThat(body).contains("no more than 2 calls of this service in a second, and 32 at once"));
    }
}
