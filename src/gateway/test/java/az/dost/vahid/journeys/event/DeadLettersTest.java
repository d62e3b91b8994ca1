package az.dost.vahid.journeys.event;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.figures.Figures;
import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLettersTest {
    private static final String MOVES = "gives: {az.dost.address-change.v1: [fin, region]}\nretry: brief\n";
    private final RunningEvents gateway = RunningEvents.get();
    private final Publisher operator = gateway.as("operator");

    /** Lets one event fail and gives its dead letter. */
    private JsonNode dead(String subscription, String address, String more, String id) {
        gateway.subscribe(subscription, "reader", MOVES + more + "deliver: {webhook: " + address + "}");
        assertThat(gateway.as("registry")
                        .publish(Publisher.move(id, "W1D0W01", "Ganja"))
                        .statusCode())
                .isEqualTo(202);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> open(subscription) != null);
        return open(subscription);
    }

    private JsonNode open(String subscription) {
        for (JsonNode letter :
                read(operator.call("GET", "/v1/dead-letters", null)).path("deadLetters")) {
            if (letter.path("subscription").textValue().equals(subscription)) {
                return letter;
            }
        }
        return null;
    }

    private static JsonNode read(HttpResponse<String> answer) {
        try {
            return Publisher.JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private JsonNode act(JsonNode letter, String act, String body, int status) {
        HttpResponse<String> answer =
                operator.call("POST", "/v1/dead-letters/" + letter.path("id").textValue() + "/" + act, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return read(answer);
    }

    private int audited(String act, JsonNode letter) {
        return gateway.database()
                .queryForObject(
                        "select count(*) from audit where entry ->> 'act' = ? and entry ->> 'deadLetter' = ?",
                        Integer.class,
                        act,
                        letter.path("id").textValue());
    }

    /**
     * HttpComponents repeats what these statuses answer by itself, after a second in which nobody else gets anything.
     */
    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void an_attempt_is_one_request(int status) throws Exception {
        try (Webhook hook = new Webhook()) {
            hook.status = status;
            JsonNode letter = dead("once-" + status, hook.address(), "", "once-" + status);
            assertThat(letter.path("attempts").intValue()).isEqualTo(3);
            assertThat(hook.calls).isEqualTo(3);
            act(letter, "drop", null, 200);
            gateway.end("once-" + status);
        }
    }

    @Test
    void what_fails_as_often_as_its_rule_says_is_laid_aside_and_replayed_by_the_newest_version() throws Exception {
        try (Webhook hook = new Webhook()) {
            hook.status = 500;
            JsonNode letter = dead("exhausted", hook.address(), "", "exhausted-1");
            assertThat(letter.path("reason").textValue()).isEqualTo("EXHAUSTED");
            assertThat(letter.path("attempts").intValue()).isEqualTo(3);
            assertThat(hook.calls).isEqualTo(3);
            assertThat(letter.toString()).doesNotContain("W1D0W01", "Ganja");
            assertThat(audited("event-laid-aside", letter)).isOne();
            gateway.context.getBean(Figures.class).measure();
            MeterRegistry meters = gateway.context.getBean(MeterRegistry.class);
            assertThat(meters.get("vahid.dead.letters").gauge().value())
                    .as("what operators are alarmed by")
                    .isPositive();
            assertThat(meters.get("vahid.event.deliveries")
                            .tags("subscription", "exhausted", "outcome", "again")
                            .counter()
                            .count())
                    .isEqualTo(2);
            assertThat(meters.get("vahid.event.deliveries")
                            .tags("subscription", "exhausted", "outcome", "laid-aside")
                            .counter()
                            .count())
                    .isEqualTo(1);
            hook.status = 204;
            newVersion("exhausted", hook);
            act(letter, "replay", "{\"version\":\"newest\"}", 200);
            Awaitility.await().until(() -> hook.got.size() == 1);
            assertThat(hook.got.get(0).event().path("data").has("line")).isTrue();
            Awaitility.await()
                    .until(() -> meters.find("vahid.event.deliveries")
                                    .tags("subscription", "exhausted", "outcome", "made")
                                    .counter()
                            != null);
            assertThat(audited("dead-letter-replayed", letter)).isOne();
            assertThat(act(letter, "replay", "{\"version\":\"newest\"}", 409)
                            .path("code")
                            .textValue())
                    .isEqualTo("DEAD_LETTER_SETTLED");
            gateway.end("exhausted");
        }
    }

    @Test
    void a_replay_by_the_first_version_gives_what_that_version_gave() throws Exception {
        try (Webhook hook = new Webhook()) {
            hook.status = 500;
            JsonNode letter = dead("versions", hook.address(), "", "versions-1");
            hook.status = 204;
            newVersion("versions", hook);
            act(letter, "replay", "{\"version\":\"first\"}", 200);
            Awaitility.await().until(() -> hook.got.size() == 1);
            assertThat(hook.got.get(0).event().path("data").has("line")).isFalse();
            gateway.end("versions");
        }
    }

    private void newVersion(String id, Webhook hook) {
        int before = gateway.database()
                .queryForObject("select count(*) from subscription_version where subscription = ?", Integer.class, id);
        gateway.write(
                id,
                "id: " + id
                        + "\nsubscriber: reader\nlegalBasis: Test\ngives: {az.dost.address-change.v1: [fin, region, line]}\nretry: brief\n"
                        + "deliver: {webhook: " + hook.address() + "}");
        Awaitility.await()
                .until(() -> gateway.database()
                                .queryForObject(
                                        "select count(*) from subscription_version where subscription = ?",
                                        Integer.class,
                                        id)
                        > before);
        Awaitility.await().pollDelay(Duration.ofMillis(300)).until(() -> gateway.running(id));
    }

    @Test
    void what_the_subscriber_refuses_is_poison_at_once() throws Exception {
        try (Webhook hook = new Webhook()) {
            hook.status = 422;
            JsonNode letter = dead("poison", hook.address(), "", "poison-1");
            assertThat(letter.path("reason").textValue()).isEqualTo("POISON");
            assertThat(letter.path("detail").textValue()).contains("422");
            assertThat(hook.calls).isOne();
            assertThat(act(letter, "drop", null, 200).path("state").textValue()).isEqualTo("DROPPED");
            assertThat(audited("dead-letter-dropped", letter)).isOne();
            gateway.end("poison");
        }
    }

    @Test
    void what_is_not_delivered_in_its_time_has_expired() throws Exception {
        try (Webhook hook = new Webhook()) {
            assertThat(dead("expired", hook.address(), "expiresAfter: PT0S\n", "expired-1")
                            .path("reason")
                            .textValue())
                    .isEqualTo("EXPIRED");
            assertThat(hook.calls).isZero();
            gateway.end("expired");
        }
    }

    @Test
    void nobody_but_an_operator_sees_dead_letters() {
        assertThat(gateway.as("registry").call("GET", "/v1/dead-letters", null).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_dead_letter_that_is_not_there_is_unknown() {
        HttpResponse<String> answer = operator.call("GET", "/v1/dead-letters/no-such", null);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(read(answer).path("code").textValue()).isEqualTo("DEAD_LETTER_UNKNOWN");
    }
}
