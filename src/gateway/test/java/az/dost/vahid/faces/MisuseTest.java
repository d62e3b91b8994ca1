package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Misuse at the running gateway: what the caller is told, what the bus and the auditors learn. */
class MisuseTest {
    private static final String PROTECTED = "H1DDEN1";

    private static HttpResponse<byte[]> ask(String fin, String official, String caseRef) {
        ObjectNode request = Gateway.request().put("official", official).put("caseRef", caseRef);
        request.putObject("subject").put("fin", fin);
        return Gateway.post(
                request.toString(), Map.of("Authorization", Gateway.BEARER, "Content-Type", "application/json"));
    }

    private static JsonNode audit(String method, String path, String body, String auditor) throws IOException {
        HttpResponse<byte[]> answer = Gateway.send(
                method,
                "/v1/audit/hits" + path,
                body,
                Map.of(
                        "Authorization",
                        "Bearer demo-audit-office",
                        "Vahid-Official",
                        auditor,
                        "Content-Type",
                        "application/json"));
        OpenApi.check(
                "/v1/audit/hits" + path.replaceFirst("^/[^/]+", "/{id}"),
                method.toLowerCase(java.util.Locale.ROOT),
                answer);
        return Gateway.JSON.readTree(answer.body());
    }

    private static JsonNode hit(String rule, String official) {
        return Awaitility.await("a hit of " + rule)
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> {
                            for (JsonNode hit :
                                    audit("GET", "", null, "s.auditor").path("hits")) {
                                if (hit.path("rule").asText().equals(rule)
                                        && hit.path("official").asText().equals(official)) {
                                    return hit;
                                }
                            }
                            return null;
                        },
                        found -> found != null);
    }

    private static JdbcTemplate jdbc() {
        return RunningVahid.get().bean(JdbcTemplate.class);
    }

    private static long kept(String condition, Object... values) {
        return jdbc().queryForObject("select count(*) from audit where " + condition, Long.class, values);
    }

    @Test
    void a_protected_person_without_an_approval_is_refused_signed_recorded_and_told_to_the_auditors()
            throws IOException {
        HttpResponse<byte[]> answer = ask(PROTECTED, "curious.one", "CURIOUS/1");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Gateway.JSON.readTree(answer.body()).path("code").asText()).isEqualTo("APPROVAL_NEEDED");
        assertThat(answer.headers().firstValue("Vahid-Signature")).isPresent();
        assertThat(kept("entry ->> 'code' = 'APPROVAL_NEEDED' and entry ->> 'caseRef' = 'CURIOUS/1'"))
                .isEqualTo(1);
        JsonNode hit = hit("protected-person", "curious.one");
        assertThat(hit.path("requester").asText()).isEqualTo("dost-centre-1");
        assertThat(hit.toString()).doesNotContain(PROTECTED);
    }

    @Test
    void who_counts_fins_is_blocked_in_the_same_words_as_who_asks_for_a_protected_person() throws IOException {
        HttpResponse<byte[]> answer = null;
        for (char last : "0123456".toCharArray()) {
            answer = ask("Z9KKKK" + last, "counting.one", "COUNT/1");
        }
        ObjectNode blocked = (ObjectNode) Gateway.JSON.readTree(answer.body());
        ObjectNode refused = (ObjectNode)
                Gateway.JSON.readTree(ask(PROTECTED, "another.one", "CURIOUS/2").body());
        assertThat(blocked.path("code").asText()).isEqualTo("APPROVAL_NEEDED");
        assertThat(blocked.without(List.of("instance")).toString())
                .isEqualTo(refused.without(List.of("instance")).toString());
        assertThat(hit("fins-in-a-row", "counting.one").path("action").asText()).isEqualTo("BLOCK");
    }

    @Test
    void the_bus_has_one_event_of_each_hit_without_a_word_of_the_citizen() throws Exception {
        try (JMSContext context =
                RunningVahid.get().bean(ConnectionFactory.class).createContext()) {
            JMSConsumer auditors = context.createConsumer(context.createTopic("vahid.misuse"));
            ask(PROTECTED, "bus.one", "CURIOUS/3");
            TextMessage message;
            do {
                message = (TextMessage) auditors.receive(20_000);
                assertThat(message).isNotNull();
            } while (!message.getText().contains("bus.one")
                    || !message.getText().contains("protected-person"));
            AsyncApi.check("misuse", message);
            JsonNode event = Gateway.JSON.readTree(message.getText());
            assertThat(event.path("specversion").asText()).isEqualTo("1.0");
            assertThat(event.path("type").asText()).isEqualTo("az.dost.vahid.misuse.hit.v1");
            assertThat(event.path("id").asText())
                    .isEqualTo(hit("protected-person", "bus.one").path("id").asText());
            assertThat(event.at("/data/caseRef").asText()).isEqualTo("CURIOUS/3");
            assertThat(message.getText()).doesNotContain(PROTECTED, "person\":");
        }
    }

    @Test
    void slowed_lookups_wait_without_a_thread_and_are_answered_in_full() throws Exception {
        String fin = RunningVahid.get().population().fin(4_321);
        for (int i = 0; i < 6; i++) {
            ask(fin, "colleague." + i, "MANY/1");
        }
        List<CompletableFuture<HttpResponse<byte[]>>> waiting = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> ask(fin, "colleague.7", "MANY/1"), command -> new Thread(command).start()))
                .toList();
        Thread.sleep(700);
        assertThat(Thread.getAllStackTraces().entrySet())
                .as("threads that sleep in a lookup")
                .noneMatch(thread -> Arrays.stream(thread.getValue())
                        .anyMatch(frame -> frame.getClassName().contains("Delayer")
                                || frame.getClassName().contains("DelayProcessorSupport")));
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        for (CompletableFuture<HttpResponse<byte[]>> answer : waiting) {
            assertThat(answer.join().statusCode()).isEqualTo(200);
            assertThat(Gateway.JSON
                            .readTree(answer.join().body())
                            .path("completeness")
                            .asText())
                    .as("the deadline begins after the wait")
                    .isNotEqualTo("EMPTY");
        }
        assertThat(hit("one-citizen-many-officials", "colleague.7")
                        .path("action")
                        .asText())
                .isEqualTo("SLOW");
    }

    @Test
    void an_auditor_works_a_hit_off_and_every_act_is_in_the_chain() throws IOException {
        ask(PROTECTED, "worked.off", "CURIOUS/4");
        String id = hit("protected-person", "worked.off").path("id").asText();
        assertThat(audit("GET", "/" + id, null, "s.auditor").path("state").asText())
                .isEqualTo("OPEN");
        assertThat(audit("POST", "/" + id + "/assignment", "{\"assignee\":\"t.auditor\"}", "s.auditor")
                        .path("state")
                        .asText())
                .isEqualTo("ASSIGNED");
        JsonNode closed = audit(
                "POST",
                "/" + id + "/closure",
                "{\"reason\":\"MISUSE\",\"note\":\"No case of this number\"}",
                "t.auditor");
        assertThat(closed.path("state").asText()).isEqualTo("CLOSED");
        assertThat(closed.path("closedBy").asText()).isEqualTo("t.auditor");
        assertThat(audit("POST", "/" + id + "/closure", "{\"reason\":\"JUSTIFIED\",\"note\":\"No\"}", "t.auditor")
                        .path("code")
                        .asText())
                .isEqualTo("NOT_FOUND");
        assertThat(jdbc().queryForList(
                                "select entry ->> 'act' || ' ' || (entry ->> 'official') from audit where entry ->> 'kind' = 'ACT'"
                                        + " and entry ->> 'hit' = ? order by sequence",
                                String.class,
                                id))
                .containsExactly("SHOW s.auditor", "ASSIGN s.auditor", "CLOSE t.auditor", "CLOSE_TOO_LATE t.auditor");
        assertThat(kept("entry ->> 'act' = 'LIST' and entry ->> 'official' = 's.auditor'"))
                .isPositive();
    }
}
