package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.signature.xml.XmlFactories;
import az.dost.vahid.sources.repeat.FirstResult;
import az.dost.vahid.sources.repeat.FirstResults;
import az.dost.vahid.sources.repeat.KeyedRequest;
import az.dost.vahid.whole.FaultSwitch;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.TextMessage;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** A request sent once more under its key gets what it got the first time, by whichever face. */
class IdempotentLookupTest {
    private final String key = "test-" + UUID.randomUUID();

    private static HttpResponse<byte[]> ask(ObjectNode request, String bearer, String accept, String key) {
        return Gateway.post(
                request.toString(),
                Map.of(
                        "Authorization",
                        bearer,
                        "Content-Type",
                        "application/json",
                        "Accept",
                        accept,
                        "Idempotency-Key",
                        key));
    }

    private HttpResponse<byte[]> ask(ObjectNode request, String bearer, String accept) {
        return ask(request, bearer, accept, key);
    }

    private HttpResponse<byte[]> ask() {
        return ask(Gateway.request(), Gateway.BEARER, "application/json");
    }

    private HttpResponse<byte[]> askBySoap(ObjectNode request) {
        return Gateway.send(
                "POST",
                Soap.ADDRESS,
                Soap.envelope(request),
                Map.of("Authorization", Gateway.BEARER, "Content-Type", "text/xml", "Idempotency-Key", key));
    }

    private static JsonNode json(HttpResponse<byte[]> answer) throws Exception {
        return Gateway.JSON.readTree(answer.body());
    }

    private static long entries() {
        return RunningVahid.get().bean(JdbcTemplate.class).queryForObject("select count(*) from audit", Long.class);
    }

    private static void same(HttpResponse<byte[]> one, HttpResponse<byte[]> other) {
        assertThat(other.statusCode()).isEqualTo(one.statusCode());
        assertThat(other.body()).isEqualTo(one.body());
        assertThat(other.headers().firstValue("Vahid-Signature"))
                .isEqualTo(one.headers().firstValue("Vahid-Signature"));
        assertThat(other.headers().firstValue("Location"))
                .isEqualTo(one.headers().firstValue("Location"));
    }

    @Test
    void gives_the_same_dossier_with_the_same_signature_at_the_same_place() throws Exception {
        HttpResponse<byte[]> first = ask();
        OpenApi.check("/v1/dossiers", "post", first);
        assertThat(first.statusCode()).isEqualTo(200);
        same(first, ask());
        assertThat(Gateway.id(first)).isEqualTo(json(first).path("dossierId").asText());
    }

    @Test
    void takes_a_key_in_quotes_for_the_same_key() {
        HttpResponse<byte[]> first = ask();
        assertThat(first.statusCode()).isEqualTo(200);
        same(first, ask(Gateway.request(), Gateway.BEARER, "application/json", '"' + key + '"'));
    }

    @Test
    void is_another_request_by_another_channel() {
        assertThat(ask(Gateway.request().put("channel", "HOME"), Gateway.BEARER, "application/json")
                        .statusCode())
                .isEqualTo(200);
        assertThat(ask(Gateway.request().put("channel", "HOME"), Gateway.BEARER, "application/json")
                        .statusCode())
                .isEqualTo(200);
        assertThat(ask().statusCode()).isEqualTo(409);
    }

    @Test
    void gives_one_dossier_to_all_who_ask_in_the_same_moment() {
        List<CompletableFuture<HttpResponse<byte[]>>> asked = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> ask(), task -> new Thread(task).start()))
                .toList();
        HttpResponse<byte[]> first = asked.get(0).join();
        assertThat(first.statusCode()).isEqualTo(200);
        asked.forEach(one -> same(first, one.join()));
    }

    @Test
    void gives_the_dossier_that_another_gateway_has_kept_meanwhile() {
        ObjectNode request = Gateway.request().put("deadlineMs", 3_000);
        HttpResponse<byte[]> others = Gateway.post(
                request.toString(), Map.of("Authorization", Gateway.BEARER, "Content-Type", "application/json"));
        HttpResponse<byte[]> own;
        try (FaultSwitch faults = RunningVahid.get().faults()) {
            faults.set("traffic-police", Fault.HANG);
            CompletableFuture<HttpResponse<byte[]>> asked = CompletableFuture.supplyAsync(
                    () -> ask(request, Gateway.BEARER, "application/json"), task -> new Thread(task).start());
            // Until its deadline it waits for an agency; what it looked for was not there.
            Awaitility.await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
            keepAsAnotherGateway(request, UUID.fromString(Gateway.id(others)));
            own = asked.join();
        }
        same(others, own);
    }

    @Test
    void how_far_it_is_is_told_as_long_as_it_goes_on_to_whose_key_it_is_and_to_nobody_else() {
        ObjectNode request = Gateway.request().put("deadlineMs", 5_000);
        assertThat(progress(Gateway.BEARER).statusCode()).isEqualTo(404);
        try (FaultSwitch faults = RunningVahid.get().faults()) {
            faults.set("traffic-police", Fault.HANG);
            CompletableFuture<HttpResponse<byte[]>> asked = CompletableFuture.supplyAsync(
                    () -> ask(request, Gateway.BEARER, "application/json"), task -> new Thread(task).start());
            Awaitility.await().untilAsserted(() -> {
                HttpResponse<byte[]> told = progress(Gateway.BEARER);
                assertThat(told.statusCode()).isEqualTo(200);
                assertThat(json(told).path("agencies").asInt()
                                - json(told).path("done").asInt())
                        .as("the one that hangs")
                        .isEqualTo(1);
            });
            assertThat(progress("Bearer demo-operations").statusCode()).isIn(403, 404);
            assertThat(asked.join().statusCode()).isEqualTo(200);
        }
        assertThat(progress(Gateway.BEARER).statusCode()).as("it has ended").isEqualTo(404);
    }

    private HttpResponse<byte[]> progress(String bearer) {
        HttpResponse<byte[]> told = Gateway.send(
                "GET", "/v1/lookups/progress", null, Map.of("Authorization", bearer, "Idempotency-Key", key));
        OpenApi.check("/v1/lookups/progress", "get", told);
        return told;
    }

    private void keepAsAnotherGateway(ObjectNode request, UUID dossier) {
        FirstResults results = RunningVahid.get().bean(FirstResults.class);
        KeyedRequest asked = results.asked(
                "dost-centre-1",
                key,
                request.at("/subject/fin").asText(),
                request.path("service").asText(),
                request.path("caseRef").asText(),
                request.path("official").asText(),
                "",
                request.path("deadlineMs").asInt());
        RunningVahid.get().bean(JdbcTemplate.class).execute((ConnectionCallback<Void>) connection -> {
            results.keep(connection, asked, FirstResult.dossier(dossier));
            return null;
        });
    }

    @Test
    void gives_another_form_of_the_same_dossier() {
        String id = Gateway.id(ask());
        HttpResponse<byte[]> xml = ask(Gateway.request(), Gateway.BEARER, "application/xml");
        assertThat(Gateway.id(xml)).isEqualTo(id);
        assertThat(new String(xml.body(), StandardCharsets.UTF_8)).contains("<dossierId>" + id);
    }

    @Test
    void gives_it_by_soap_and_by_message() throws Exception {
        HttpResponse<byte[]> first = ask();
        String id = Gateway.id(first);
        assertThat(XmlFactories.parse(askBySoap(Gateway.request()).body())
                        .getElementsByTagNameNS("*", "dossierId")
                        .item(0)
                        .getTextContent())
                .isEqualTo(id);
        try (Messages messages = new Messages()) {
            TextMessage request = messages.request(Gateway.request().toString());
            request.setStringProperty("VahidIdempotencyKey", key);
            messages.send(request);
            assertThat(messages.answer().getText()).isEqualTo(new String(first.body(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void another_question_is_refused_and_takes_nothing_from_the_first() throws Exception {
        HttpResponse<byte[]> first = ask();
        HttpResponse<byte[]> other =
                ask(Gateway.request().put("caseRef", "FACES/2"), Gateway.BEARER, "application/json");
        OpenApi.check("/v1/dossiers", "post", other);
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(json(other).path("code").asText()).isEqualTo("IDEMPOTENCY_KEY_USED");
        same(first, ask());
    }

    @Test
    void another_requester_has_keys_of_its_own() {
        ObjectNode request = Gateway.request();
        // The other one has no grant for facts of special categories.
        request.putArray("facts").add("vehicles");
        assertThat(Gateway.id(ask(request, Gateway.OTHER_BEARER, "application/json")))
                .isNotEqualTo(Gateway.id(ask(request, Gateway.BEARER, "application/json")));
    }

    @Test
    void a_refusal_is_the_same_again_and_once_on_record() throws Exception {
        ObjectNode request = Gateway.request().put("service", "no-such-service");
        HttpResponse<byte[]> first = ask(request, Gateway.BEARER, "application/json");
        assertThat(json(first).path("code").asText()).isEqualTo("SERVICE_UNKNOWN");
        long entries = entriesOf(json(first));
        HttpResponse<byte[]> again = ask(request, Gateway.BEARER, "application/json");
        assertThat(again.statusCode()).isEqualTo(first.statusCode());
        assertThat(again.body()).as("with the same instance").isEqualTo(first.body());
        assertThat(entriesOf(json(again))).isEqualTo(entries).isEqualTo(1);
    }

    /** Of the audit chain, that the problem names. */
    private static long entriesOf(JsonNode problem) {
        return RunningVahid.get()
                .bean(JdbcTemplate.class)
                .queryForObject(
                        "select count(*) from audit where id = ?",
                        Long.class,
                        UUID.fromString(problem.path("instance").asText().replace("urn:uuid:", "")));
    }

    @Test
    void a_request_that_could_not_be_read_leaves_its_key_free() throws Exception {
        assertThat(json(ask(Gateway.request().put("deadlineMs", 1), Gateway.BEARER, "application/json"))
                        .path("code")
                        .asText())
                .isEqualTo("FIELD_INVALID");
        assertThat(ask().statusCode()).isEqualTo(200);
    }

    @Test
    void a_soap_fault_is_the_same_again() {
        ObjectNode request = Gateway.request().put("service", "no-such-service");
        String first = new String(askBySoap(request).body(), StandardCharsets.UTF_8);
        assertThat(first).contains("SERVICE_UNKNOWN");
        assertThat(new String(askBySoap(request).body(), StandardCharsets.UTF_8))
                .contains("SERVICE_UNKNOWN");
        assertThat(askBySoap(Gateway.request()).body())
                .asString(StandardCharsets.UTF_8)
                .contains("IDEMPOTENCY_KEY_USED");
    }

    @Test
    void without_a_key_each_request_makes_its_own_dossier() {
        long before = entries();
        assertThat(Gateway.id(Gateway.lookUp("application/json")))
                .isNotEqualTo(Gateway.id(Gateway.lookUp("application/json")));
        assertThat(entries()).isGreaterThanOrEqualTo(before + 2);
    }
}
