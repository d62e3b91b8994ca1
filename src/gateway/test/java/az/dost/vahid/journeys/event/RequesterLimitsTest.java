package az.dost.vahid.journeys.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.InflightRepository;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A requester that asks for too much is told when to come again, and takes nothing from the others. */
class RequesterLimitsTest {
    private final RunningEvents gateway = RunningEvents.get();

    private HttpResponse<String> publish(String requester, String id) {
        return gateway.as(requester)
                .publish(Publisher.move(id, "W1D0W01", "Ganja").put("source", "urn:dost:publisher:" + requester));
    }

    private static void refused(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(429);
        assertThat(Publisher.JSON.readTree(answer.body()).path("code").textValue())
                .isEqualTo("TOO_MANY_REQUESTS");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void one_that_is_over_its_rate_is_refused_while_others_are_served_and_may_come_again() throws Exception {
        List<HttpResponse<String>> answers = new ArrayList<>();
        List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String id = "hasty-" + i;
            sent.add(CompletableFuture.supplyAsync(() -> publish("hasty", id)));
        }
        assertThat(publish("registry", "hasty-other").statusCode()).isEqualTo(202);
        sent.forEach(one -> answers.add(one.join()));
        assertThat(answers).anySatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(202));
        refused(answers.stream()
                .filter(answer -> answer.statusCode() != 202)
                .findFirst()
                .orElseThrow());
        Awaitility.await().until(() -> publish("hasty", "hasty-later").statusCode() == 202);
    }

    @Test
    void one_that_has_too_many_in_progress_is_refused_until_they_are_answered() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
        InflightRepository inFlight =
                gateway.context.getBean(CamelContext.class).getInflightRepository();
        try (Connection lock = gateway.context.getBean(DataSource.class).getConnection()) {
            lock.setAutoCommit(false);
            // Refusals are kept too: they are answered after the lock as well.
            lock.createStatement().execute("lock table event in exclusive mode");
            for (int i = 0; i < 6; i++) {
                String id = "broad-" + i;
                sent.add(CompletableFuture.supplyAsync(() -> publish("broad", id)));
            }
            Awaitility.await().during(Duration.ofMillis(300)).until(() -> inFlight.size("event-http") == 6);
            lock.rollback();
        }
        List<HttpResponse<String>> answers =
                sent.stream().map(CompletableFuture::join).toList();
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 202).hasSize(2);
        refused(answers.stream()
                .filter(answer -> answer.statusCode() != 202)
                .findFirst()
                .orElseThrow());
        assertThat(publish("broad", "broad-later").statusCode()).isEqualTo(202);
    }
}
