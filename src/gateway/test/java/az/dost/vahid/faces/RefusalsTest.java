package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.whole.RunningVahid;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A refusal is on record with its code and as much of who asked for what as was known, whichever face it came by. */
class RefusalsTest {
    private final String caseRef = "REFUSAL/" + UUID.randomUUID();

    @Test
    void recordsARefusalOverHttp() throws IOException {
        String body = Gateway.request()
                .put("caseRef", caseRef)
                .put("service", "no-such-service")
                .toString();
        HttpResponse<byte[]> refusal =
                Gateway.post(body, Map.of("Authorization", Gateway.BEARER, "Content-Type", "application/json"));
        assertThat(refusals()).containsExactly(refusal("SERVICE_UNKNOWN", "no-such-service"));
        assertThat(instance(new String(refusal.body(), StandardCharsets.UTF_8))).isEqualTo(entry());
    }

    private String entry() {
        return "urn:uuid:"
                + jdbc().queryForObject("select id from audit where entry ->> 'caseRef' = ?", UUID.class, caseRef);
    }

    private static String instance(String problem) throws IOException {
        return Gateway.JSON.readTree(problem).path("instance").asText();
    }

    @Test
    void recordsARefusalOverSoap() throws Exception {
        Soap.post(
                Soap.envelope(Gateway.request().put("caseRef", caseRef).put("service", "no-such-service")),
                Gateway.BEARER);
        assertThat(refusals()).containsExactly(refusal("SERVICE_UNKNOWN", "no-such-service"));
    }

    @Test
    void recordsARefusalByMessage() throws Exception {
        try (Messages messages = new Messages()) {
            TextMessage refusal = messages.ask(Gateway.request()
                    .put("caseRef", caseRef)
                    .put("service", "no-such-service")
                    .toString());
            assertThat(instance(refusal.getText())).isEqualTo(entry());
        }
        assertThat(refusals()).containsExactly(refusal("SERVICE_UNKNOWN", "no-such-service"));
    }

    @Test
    void recordsWhoWasRefusedWhenNothingElseIsKnown() {
        String condition =
                "entry ->> 'requester' = 'dost-centre-2' and entry ->> 'code' = 'REQUEST_MALFORMED' and entry ->> 'service' is null";
        long before = count(condition);
        Gateway.post("{", Map.of("Authorization", Gateway.OTHER_BEARER, "Content-Type", "application/json"));
        assertThat(count(condition)).isEqualTo(before + 1);
    }

    @Test
    void recordsAStranger() {
        String condition = "entry ->> 'requester' is null and entry ->> 'code' = 'UNAUTHENTICATED'";
        long before = times(condition);
        Gateway.post("{", Map.of("Content-Type", "application/json"));
        // One by one for the first of a minute, as a number for the others, of other tests too.
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> times(condition) > before);
    }

    private static long times(String condition) {
        return jdbc().queryForObject(
                        "select coalesce(sum(coalesce((entry ->> 'times')::int, 1)), 0) from audit where entry ->> 'kind' = 'REFUSAL' and "
                                + condition,
                        Long.class);
    }

    private static Map<String, Object> refusal(String code, String service) {
        return Map.of("requester", "dost-centre-1", "official", "test.official", "service", service, "code", code);
    }

    private List<Map<String, Object>> refusals() {
        return jdbc().queryForList(
                        "select entry ->> 'requester' requester, entry ->> 'official' official, entry ->> 'service' service,"
                                + " entry ->> 'code' code from audit where entry ->> 'kind' = 'REFUSAL' and entry ->> 'caseRef' = ?",
                        caseRef);
    }

    private static long count(String condition) {
        return jdbc().queryForObject(
                        "select count(*) from audit where entry ->> 'kind' = 'REFUSAL' and " + condition, Long.class);
    }

    private static JdbcTemplate jdbc() {
        return RunningVahid.get().bean(JdbcTemplate.class);
    }
}
