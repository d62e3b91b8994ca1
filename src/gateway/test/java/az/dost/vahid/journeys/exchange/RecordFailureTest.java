package az.dost.vahid.journeys.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What cannot be recorded is not delivered, and nobody has a whole answer that is not recorded. */
class RecordFailureTest {
    private final RunningExchange exchange = RunningExchange.get();
    private String away;

    private void takeAway(String table) {
        away = table;
        exchange.database().execute("alter table " + table + " rename to taken_away");
    }

    @AfterEach
    void putBack() {
        exchange.database().execute("alter table taken_away rename to " + away);
    }

    @Test
    void a_call_whose_beginning_cannot_be_recorded_does_not_reach_the_provider() {
        takeAway("exchange");
        exchange.provider.received.clear();
        HttpResponse<String> answer =
                RunningExchange.send(exchange.call("/echo").POST(BodyPublishers.ofString("x")));
        assertThat(answer.headers().firstValue("X-Road-Error")).contains("server.serverproxy.logging_failed");
        assertThat(exchange.provider.received).isEmpty();
    }

    @Test
    void a_short_answer_that_cannot_be_recorded_is_not_given_out() {
        takeAway("exchange_message");
        HttpResponse<String> answer =
                RunningExchange.send(exchange.call("/echo").POST(BodyPublishers.ofString("secret")));
        assertThat(answer.headers().firstValue("X-Road-Error")).contains("server.serverproxy.logging_failed");
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void a_long_answer_that_cannot_be_recorded_breaks_off_before_its_end() {
        takeAway("exchange_message");
        exchange.provider.answer("/base/long", (http, request) -> {
            http.sendResponseHeaders(200, 0);
            new Generated(4 << 20).transferTo(http.getResponseBody());
        });
        assertThatThrownBy(() -> RunningExchange.send(exchange.call("/echo/long")))
                .isInstanceOf(UncheckedIOException.class);
    }
}
