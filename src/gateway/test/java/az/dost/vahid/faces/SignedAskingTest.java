package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.faces.SigningOffice.Asked;
import az.dost.vahid.whole.RunningVahid;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whoever signs its requests (RFC 9421, by a library of others) is let in by nothing less. */
class SignedAskingTest {
    @TempDir
    private static Path folder;

    private static SigningOffice office;

    @BeforeAll
    static void office() throws Exception {
        office = new SigningOffice(folder);
    }

    @AfterAll
    static void end() throws Exception {
        SigningOffice.end();
    }

    private static HttpResponse<byte[]> send(Asked asked, Map<String, String> headers) {
        return Gateway.send(asked.method, asked.path, asked.body, headers);
    }

    private static void refused(HttpResponse<byte[]> answer, int status, String says) {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).as(body).isEqualTo(status);
        assertThat(body).contains(says);
    }

    static Stream<String> algorithms() {
        return SigningOffice.KEYS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void a_request_signed_by_another_library_is_answered(String algorithm) throws Exception {
        Asked asked = office.new Asked().by(algorithm);
        HttpResponse<byte[]> answer = send(asked, asked.signed());
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@target-uri", "@request-target,@authority", "@path,@authority,@query"})
    void the_address_may_be_covered_as_the_standard_has_it(String address) throws Exception {
        Asked asked = office.new Asked();
        asked.method = "GET";
        asked.path = "/v1/catalogue/services?sort=EN";
        asked.body = null;
        asked.covered = Stream.concat(Stream.of("@method", "authorization"), Stream.of(address.split(",")))
                .toList();
        HttpResponse<byte[]> answer = send(asked, asked.signed());
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
    }

    @Test
    @Tag("attack")
    void a_stolen_token_alone_opens_nothing() {
        Asked asked = office.new Asked();
        refused(send(asked, asked.headers), 401, "is not signed");
    }

    /** The same token in a message: nothing of it is signed. */
    @Test
    @Tag("attack")
    void a_stolen_token_opens_no_queue() throws Exception {
        try (Messages messages = new Messages()) {
            TextMessage message = messages.request(Gateway.request().toString());
            message.setStringProperty("Authorization", "Bearer " + SigningOffice.TOKEN);
            TemporaryQueue answers = messages.context().createTemporaryQueue();
            message.setJMSReplyTo(answers);
            messages.send(message);
            assertThat(messages.context().createConsumer(answers).receiveBody(String.class, 30_000))
                    .contains("UNAUTHENTICATED")
                    .contains("ask over HTTPS");
        }
    }

    @ParameterizedTest
    @Tag("attack")
    @ValueSource(strings = {"@method", "@authority", "@path", "authorization", "content-digest"})
    void what_leaves_something_open_is_no_signature(String left) throws Exception {
        Asked asked = office.new Asked();
        List<String> covered = new ArrayList<>(asked.covered);
        covered.remove(left);
        asked.covered = covered;
        refused(send(asked, asked.signed()), 401, "It must cover " + left + " too");
    }

    @Test
    @Tag("attack")
    void the_query_is_not_left_open() throws Exception {
        Asked asked = office.new Asked();
        asked.method = "GET";
        asked.path = "/v1/catalogue/services?sort=EN";
        asked.body = null;
        asked.covered = List.of("@method", "@authority", "@path", "authorization");
        refused(send(asked, asked.signed()), 401, "It must cover @query too");
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("authorization", "Authorization", "bearer " + SigningOffice.TOKEN),
                Arguments.of("another type", "Content-Type", "application/json;charset=utf-8"),
                Arguments.of(
                        "another digest", "Content-Digest", "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:"),
                Arguments.of("another signature", "Signature", "sig=:" + "A".repeat(86) + "==:"),
                Arguments.of("no signature of this name", "Signature", "other=:AAAA:"),
                Arguments.of("no structured field", "Signature", "sig=AAAA:"));
    }

    @ParameterizedTest(name = "{0}")
    @Tag("attack")
    @MethodSource("changes")
    void what_somebody_changed_on_the_way_is_refused(String what, String header, String value) throws Exception {
        Asked asked = office.new Asked();
        Map<String, String> headers = asked.signed();
        headers.put(header, value);
        assertThat(send(asked, headers).statusCode()).as(what).isIn(400, 401);
    }

    @Test
    @Tag("attack")
    void a_signature_of_one_address_counts_at_no_other() throws Exception {
        Asked asked = office.new Asked();
        Map<String, String> headers = asked.signed();
        asked.path = "/v1/catalogue/search";
        refused(send(asked, headers), 401, "not of this request");
    }

    @Test
    @Tag("attack")
    void a_request_that_was_taken_down_opens_nothing_later() throws Exception {
        Asked asked = office.new Asked();
        asked.created = Instant.now().getEpochSecond() - 65;
        refused(send(asked, asked.signed()), 401, "60 seconds ago");
    }

    @Test
    @Tag("attack")
    void a_key_that_is_nobodys_opens_nothing() throws Exception {
        Asked asked = office.new Asked();
        asked.key = "strange";
        refused(send(asked, asked.signed()), 401, "none of its keys");
    }

    /** The certificate is no secret, and must not be taken for one. */
    @Test
    @Tag("attack")
    void another_algorithm_than_the_keys_opens_nothing() throws Exception {
        Asked asked = office.new Asked();
        Map<String, String> headers = asked.signed();
        headers.computeIfPresent("Signature-Input", (name, input) -> input.replace("ecdsa-p256-sha256", "hmac-sha256"));
        refused(send(asked, headers), 401, "The key is for ecdsa-p256-sha256");
    }

    @Test
    @Tag("attack")
    void a_signature_of_another_requesters_token_opens_nothing() throws Exception {
        Asked asked = office.new Asked();
        asked.headers.put("Authorization", "Bearer of nobody");
        assertThat(send(asked, asked.signed()).statusCode()).isEqualTo(401);
    }

    @Test
    void a_signature_that_somebody_on_the_way_added_takes_nothing_away() throws Exception {
        Asked asked = office.new Asked();
        Map<String, String> headers = asked.signed();
        headers.computeIfPresent("Signature-Input", (name, input) -> "proxy=(\"@method\");keyid=\"p\", " + input);
        headers.computeIfPresent("Signature", (name, signature) -> "proxy=:AAAA:, " + signature);
        assertThat(send(asked, headers).statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("attack")
    void a_body_that_is_not_what_its_digest_says_is_refused_whoever_sends_it() throws Exception {
        Asked asked = office.new Asked();
        Map<String, String> headers = asked.signed();
        asked.body = asked.body.replace("FACES/1", "FACES/2");
        refused(send(asked, headers), 400, "not what Content-Digest says");
        refused(
                Gateway.post(
                        asked.body,
                        Map.of(
                                "Authorization",
                                Gateway.BEARER,
                                "Content-Type",
                                "application/json",
                                "Content-Digest",
                                "sha-512=:" + "A".repeat(86) + "==:")),
                400,
                "not what Content-Digest says");
    }

    /** It is read in pieces, and its end tells: what was read before has no effect. */
    @Test
    @Tag("attack")
    void a_long_body_that_is_not_what_its_digest_says_leaves_nothing() throws Exception {
        JdbcTemplate database = RunningVahid.get().bean(JdbcTemplate.class);
        Integer before = database.queryForObject("select count(*) from bulk_job", Integer.class);
        String rows = "fin\n" + (RunningVahid.get().population().fin(9) + "\n").repeat(20_000);
        Map<String, String> headers = Map.of(
                "Authorization",
                Gateway.BEARER,
                "Content-Type",
                "text/csv",
                "Vahid-Terms",
                "{\"service\":\"ccu-car\",\"caseRef\":\"DIGEST/1\",\"official\":\"batch.office\"}",
                "Content-Digest",
                SigningOffice.digest("another"));
        HttpResponse<byte[]> answer = Gateway.send("POST", "/v1/bulk", rows, headers);
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(database.queryForObject("select count(*) from bulk_job", Integer.class))
                .isEqualTo(before);
    }

    @Test
    void who_does_not_sign_by_agreement_is_not_held_to_a_signature() {
        assertThat(Gateway.post(
                                Gateway.request().toString(),
                                Map.of(
                                        "Authorization",
                                        Gateway.BEARER,
                                        "Content-Type",
                                        "application/json",
                                        "Content-Digest",
                                        "md5=:AAAA:, what is no field",
                                        "Signature-Input",
                                        "sig=()",
                                        "Signature",
                                        "sig=:AAAA:"))
                        .statusCode())
                .isEqualTo(200);
    }
}
