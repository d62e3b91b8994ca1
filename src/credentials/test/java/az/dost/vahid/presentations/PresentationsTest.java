package az.dost.vahid.presentations;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.credentials.Wallets;
import az.dost.vahid.faces.OpenApi;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.util.X509CertUtils;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** From an official's question to what a wallet showed, in the whole demonstration. */
class PresentationsTest {
    private static final Wallets WALLETS = Showing.WALLETS;

    private static Map<String, String> values(JsonNode read) {
        return StreamSupport.stream(read.path("claims").spliterator(), false)
                .filter(one -> one.has("value"))
                .collect(java.util.stream.Collectors.toMap(
                        one -> one.path("claim").asText(),
                        one -> one.path("value").asText()));
    }

    private static List<String> chain(JsonNode asked) {
        return WALLETS.vahid
                .bean(JdbcTemplate.class)
                .queryForList(
                        "select entry::text from audit where entry ->> 'presentation' = ? order by sequence",
                        String.class,
                        asked.path("presentationId").asText());
    }

    @Test
    void the_question_is_signed_by_whom_it_names_and_asks_for_no_more() throws Exception {
        JsonNode asked = Showing.asked("disability", "percentFrom", "cause");
        String id = asked.path("presentationId").asText();
        HttpResponse<byte[]> answer = WALLETS.send("GET", Showing.ALL + "/" + id + "/request", null, Map.of());
        OpenApi.check("/v1/presentations/{id}/request", "get", answer);
        JWSObject jws = JWSObject.parse(new String(answer.body(), StandardCharsets.US_ASCII));
        assertThat(jws.getHeader().getType().getType()).isEqualTo("oauth-authz-req+jwt");
        X509Certificate signer =
                X509CertUtils.parse(jws.getHeader().getX509CertChain().get(0).decode());
        assertThat(jws.verify(new ECDSAVerifier((ECPublicKey) signer.getPublicKey())))
                .isTrue();
        JsonNode said = Wallets.JSON.readTree(jws.getPayload().toString());
        assertThat(said.path("client_id").asText())
                .isEqualTo("x509_hash:"
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(
                                        MessageDigest.getInstance("SHA-256").digest(signer.getEncoded())));
        assertThat(asked.path("requestUri").asText())
                .startsWith("openid4vp://?client_id="
                        + Showing.encoded(said.path("client_id").asText()));
        assertThat(said.path("response_mode").asText()).isEqualTo("direct_post");
        assertThat(said.path("response_uri").asText()).endsWith("/v1/presentations/" + id + "/response");
        assertThat(said.at("/dcql_query/credentials"))
                .isEqualTo(
                        Wallets.JSON.readTree("[{\"id\":\"proof\",\"format\":\"dc+sd-jwt\",\"meta\":{\"vct_values\":[\""
                                + said.at("/dcql_query/credentials/0/meta/vct_values/0")
                                        .asText()
                                + "\"]},\"claims\":[{\"path\":[\"percentFrom\"]},{\"path\":[\"cause\"]}]}]"));
        assertThat(Duration.between(
                        Instant.now(), Instant.ofEpochSecond(said.path("exp").asLong())))
                .isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
    }

    /** Whatever a wallet shows beyond the question, nobody is told. */
    @Test
    @Tag("attack")
    void claims_that_were_not_asked_for_are_dropped() {
        JsonNode asked = Showing.asked("disability", "percentFrom");
        Wallets.Copy copy = Showing.copy();
        Showing.Question question = Showing.question(asked);
        HttpResponse<byte[]> answer = Showing.answer(
                question,
                Showing.token(Showing.right(copy, question, Showing.names(copy).toArray(String[]::new))));
        assertThat(answer.statusCode()).isEqualTo(200);
        OpenApi.check("/v1/presentations/{id}/response", "post", answer);
        JsonNode read = Showing.read(asked);
        assertThat(read.path("state").asText()).isEqualTo("SHOWN");
        assertThat(values(read)).containsOnlyKeys("percentFrom");
        assertThat(read.has("requestUri")).isFalse();
    }

    @Test
    void without_claims_nothing_is_shown_but_that_there_is_one() {
        JsonNode asked = Showing.asked("disability");
        Showing.Question question = Showing.question(asked);
        assertThat(Showing.answer(question, Showing.token(Showing.right(Showing.copy(), question)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(Showing.read(asked).path("state").asText()).isEqualTo("SHOWN");
    }

    /** That a copy was shown, and never what. */
    @Test
    void the_chain_has_each_step_and_no_claim() {
        JsonNode asked = Showing.asked("disability", "cause", "since");
        Showing.Question question = Showing.question(asked);
        Showing.answer(question, "nothing");
        Showing.answer(question, Showing.token(Showing.right(Showing.copy(), question, "cause", "since")));
        Map<String, String> values = values(Showing.read(asked));
        assertThat(values).hasSize(2);
        List<String> chain = chain(asked);
        assertThat(chain).hasSize(3);
        assertThat(chain.get(0)).contains("presentation-asked", Showing.CLERK, "centre-1-desk", "disability");
        assertThat(chain.get(1)).contains("presentation-refused", "CREDENTIAL_MALFORMED");
        assertThat(chain.get(2)).contains("presentation-shown");
        assertThat(String.join("", chain)).doesNotContain(values.values());
    }

    @Test
    void a_wallet_says_that_it_shows_nothing() {
        JsonNode asked = Showing.asked("disability", "cause");
        Showing.Question question = Showing.question(asked);
        assertThat(Showing.send(question.id(), "error=access_denied&state=" + Showing.encoded(question.state()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(Showing.read(asked).path("state").asText()).isEqualTo("DECLINED");
    }

    /** What was shown once is worth nothing a second time, at this question or another. */
    @Test
    @Tag("attack")
    void an_answer_is_good_once() {
        JsonNode asked = Showing.asked("disability", "cause");
        Wallets.Copy copy = Showing.copy();
        Showing.Question question = Showing.question(asked);
        String token = Showing.token(Showing.right(copy, question, "cause"));
        assertThat(Showing.answer(question, token).statusCode()).isEqualTo(200);
        assertThat(Showing.answer(question, token).statusCode()).isEqualTo(404);
        JsonNode other = Showing.asked("disability", "cause");
        HttpResponse<byte[]> replayed = Showing.answer(Showing.question(other), token);
        assertThat(replayed.statusCode()).isEqualTo(400);
        assertThat(Showing.read(other).path("reason").asText()).isEqualTo("OTHER_QUESTION");
    }

    @Test
    @Tag("attack")
    void after_three_tries_nothing_is_taken_and_it_is_told_like_a_question_that_there_is_not() {
        JsonNode asked = Showing.asked("disability", "cause");
        Showing.Question question = Showing.question(asked);
        for (int i = 0; i < 3; i++) {
            HttpResponse<byte[]> answer = Showing.answer(question, Showing.token("x"));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(Wallets.json(answer).path("error").asText()).isEqualTo("invalid_request");
        }
        HttpResponse<byte[]> late =
                Showing.answer(question, Showing.token(Showing.right(Showing.copy(), question, "cause")));
        HttpResponse<byte[]> none = Showing.send(UUID.randomUUID().toString(), "state=x&vp_token=y");
        assertThat(late.statusCode()).isEqualTo(404).isEqualTo(none.statusCode());
        assertThat(Wallets.json(late).path("detail"))
                .isEqualTo(Wallets.json(none).path("detail"));
        JsonNode read = Showing.read(asked);
        assertThat(read.path("state").asText()).isEqualTo("REFUSED");
        assertThat(read.path("reason").asText()).isEqualTo("CREDENTIAL_MALFORMED");
        assertThat(chain(asked)).hasSize(4);
    }

    /** Of many right answers at once one is taken. */
    @Test
    @Tag("attack")
    void of_answers_at_once_one_is_taken() {
        JsonNode asked = Showing.asked("disability", "cause");
        Showing.Question question = Showing.question(asked);
        String token = Showing.token(Showing.right(Showing.copy(), question, "cause"));
        List<Integer> told = IntStream.range(0, 12)
                .parallel()
                .mapToObj(n -> Showing.answer(question, token).statusCode())
                .toList();
        assertThat(told).containsOnlyOnce(200);
        assertThat(chain(asked)).hasSize(2);
    }

    @Test
    @Tag("attack")
    void whoever_guesses_ids_is_told_to_wait() {
        assertThat(IntStream.range(0, 1_000)
                        .map(n -> WALLETS.send(
                                        "GET", Showing.ALL + "/" + UUID.randomUUID() + "/request", null, Map.of())
                                .statusCode()))
                .contains(404, 429)
                .doesNotContain(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"e.guliyev", "k.aliyev", "r.ismayilov", "s.karimova", "t.babayev", "g.ahmadova"})
    @Tag("attack")
    void nobody_but_the_official_who_asked_reads_it(String login) {
        JsonNode asked = Showing.asked("disability", "cause");
        Showing.Question question = Showing.question(asked);
        Showing.answer(question, Showing.token(Showing.right(Showing.copy(), question, "cause")));
        HttpResponse<byte[]> answer = Showing.official(
                login, "GET", Showing.ALL + "/" + asked.path("presentationId").asText(), null);
        // Another clerk is told that there is none, whoever is no clerk that the address is not his.
        assertThat(answer.statusCode()).isEqualTo(login.equals("e.guliyev") ? 404 : 403);
    }

    @Test
    void a_clerk_is_told_what_her_requester_is_granted() {
        HttpResponse<byte[]> answer = Showing.official(Showing.CLERK, "GET", Showing.ALL, null);
        OpenApi.check(Showing.ALL, "get", answer);
        assertThat(Wallets.json(answer).at("/types/0/type").asText()).isEqualTo("disability");
        HttpResponse<byte[]> other = Showing.official("e.guliyev", "GET", Showing.ALL, null);
        assertThat((ArrayNode) Wallets.json(other).path("types")).isEmpty();
    }

    @Test
    @Tag("attack")
    void a_requester_that_is_not_granted_it_asks_for_nothing() {
        HttpResponse<byte[]> answer =
                Showing.official("e.guliyev", "POST", Showing.ALL, "{\"type\":\"disability\",\"claims\":[]}");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Wallets.json(answer).path("code").asText()).isEqualTo("NOT_GRANTED");
    }

    /** Revoked when the answer comes, whatever a list of before says. */
    @Test
    @Tag("attack")
    void an_event_ends_it_from_its_transaction_on() {
        String fin = WALLETS.disabled();
        Wallets.Copy copy = WALLETS.copy(WALLETS.offered(fin));
        JsonNode asked = Showing.asked("disability", "cause");
        Showing.Question question = Showing.question(asked);
        String token = Showing.token(Showing.right(copy, question, "cause"));
        WALLETS.died(fin);
        assertThat(Showing.answer(question, token).statusCode()).isEqualTo(400);
        assertThat(Showing.read(asked).path("reason").asText()).isEqualTo("CREDENTIAL_REVOKED");
    }

    @Test
    void it_is_over_after_its_time_and_forgotten_after_a_quarter_of_an_hour() {
        JsonNode asked = Showing.asked("disability", "cause");
        UUID id = UUID.fromString(asked.path("presentationId").asText());
        Presentations presentations = WALLETS.vahid.bean(Presentations.class);
        Instant now = Instant.now();
        Presentation found = presentations.find(id, now).orElseThrow();
        assertThat(found.open(now.plusSeconds(295))).isTrue();
        assertThat(found.open(now.plusSeconds(301))).isFalse();
        assertThat(presentations.find(id, now.plusSeconds(895))).isPresent();
        assertThat(presentations.find(id, now.plusSeconds(901))).isEmpty();
        JdbcTemplate jdbc = WALLETS.vahid.bean(JdbcTemplate.class);
        String count = "select count(*) from presentation where id = ?";
        presentations.forget(now.plusSeconds(895));
        assertThat(jdbc.queryForObject(count, Integer.class, id)).isOne();
        presentations.forget(now.plusSeconds(901));
        assertThat(jdbc.queryForObject(count, Integer.class, id)).isZero();
    }
}
