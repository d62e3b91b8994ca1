package az.dost.vahid.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.mock.population.Facts;
import az.dost.vahid.proof.record.Correction;
import az.dost.vahid.proof.record.Corrections;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.signature.key.PersonHash;
import az.dost.vahid.whole.FaultSwitch;
import com.authlete.sd.Disclosure;
import com.authlete.sd.SDJWT;
import com.authlete.sd.SDObjectDecoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.util.X509CertUtils;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.InflaterInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A credential from the citizen's question to its end, in the whole demonstration, fetched by a wallet of the tests.
 */
class CredentialsTest {
    private static final Duration WITHIN = Duration.ofSeconds(60);
    private final Wallets wallets = Wallets.get();

    /** What one says, and what its holder may show of it. */
    private record Read(JsonNode shown, Map<String, Object> all) {}

    private Read read(String copy) throws Exception {
        SDJWT sd = SDJWT.parse(copy);
        JWSObject jws = JWSObject.parse(sd.getCredentialJwt());
        X509Certificate signer =
                X509CertUtils.parse(jws.getHeader().getX509CertChain().get(0).decode());
        assertThat(X509CertUtils.toPEMString(signer).replaceAll("\\s", ""))
                .isEqualTo(new String(
                                wallets.send("GET", "/v1/keys/certificate", null, Map.of())
                                        .body(),
                                StandardCharsets.US_ASCII)
                        .replaceAll("\\s", ""));
        assertThat(jws.verify(new ECDSAVerifier((ECPublicKey) signer.getPublicKey())))
                .isTrue();
        assertThat(jws.getHeader().getType().getType()).isEqualTo("dc+sd-jwt");
        JsonNode shown = Wallets.JSON.readTree(jws.getPayload().toString());
        return new Read(shown, new SDObjectDecoder().decode(jws.getPayload().toJSONObject(), sd.getDisclosures()));
    }

    private Facts.Disability disability(String fin) {
        var people = wallets.vahid.population();
        return (Facts.Disability)
                people.facts("disability", people.number(fin).orElseThrow()).get("disability");
    }

    private boolean revoked(JsonNode shown) throws Exception {
        JsonNode place = shown.at("/status/status_list");
        String path = place.path("uri").asText().substring(wallets.issuer().length());
        HttpResponse<byte[]> answer = wallets.send("GET", path, null, Map.of());
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/statuslist+jwt");
        JWSObject list = JWSObject.parse(new String(answer.body(), StandardCharsets.US_ASCII));
        assertThat(list.verify(new ECDSAVerifier((ECPublicKey) X509CertUtils.parse(
                                list.getHeader().getX509CertChain().get(0).decode())
                        .getPublicKey())))
                .isTrue();
        JsonNode said = Wallets.JSON.readTree(list.getPayload().toString());
        assertThat(said.path("sub").asText()).isEqualTo(place.path("uri").asText());
        assertThat(said.path("ttl").asInt()).isLessThan(60);
        byte[] packed =
                Base64.getUrlDecoder().decode(said.at("/status_list/lst").asText());
        byte[] bits = new InflaterInputStream(new ByteArrayInputStream(packed)).readAllBytes();
        int index = place.path("idx").asInt();
        return (bits[index / 8] >> index % 8 & 1) == 1;
    }

    @Test
    void a_wallet_fetches_a_copy_for_each_of_its_keys() throws Exception {
        String fin = wallets.disabled();
        JsonNode told = wallets.offered(fin);
        List<String> copies = wallets.copies(told, 3);
        Facts.Disability real = disability(fin);
        Set<String> keys = new HashSet<>();
        Set<Integer> places = new HashSet<>();
        for (String copy : copies) {
            Read one = read(copy);
            keys.add(one.shown().at("/cnf/jwk/x").asText());
            places.add(one.shown().at("/status/status_list/idx").asInt());
            assertThat(one.all())
                    .containsEntry("since", real.since().toString())
                    .containsEntry("cause", real.cause());
            assertThat(((Number) one.all().get("percentFrom")).intValue()).isEqualTo(real.percentFrom());
            assertThat(((Number) one.all().get("percentTo")).intValue()).isEqualTo(real.percentTo());
            assertThat(SDJWT.parse(copy).getDisclosures())
                    .extracting(Disclosure::getJson)
                    .as("a whole number is written as one")
                    .noneMatch(text -> text.endsWith(".0]"));
            assertThat(one.all().get("reviewOn"))
                    .isEqualTo(real.reviewOn() == null ? null : real.reviewOn().toString());
            assertThat(((Map<?, ?>) one.all().get("dossier")).get("id"))
                    .isEqualTo(wallets.own(fin, told.path("credentialId").asText())
                            .path("lookup")
                            .asText());
            assertThat(one.shown().path("_sd"))
                    .as("as many digests for whomever")
                    .hasSize(6);
            assertThat(one.shown().path("vct").asText())
                    .isEqualTo(wallets.issuer() + "/v1/credentials/types/disability");
            assertThat(revoked(one.shown())).isFalse();
        }
        assertThat(keys).hasSize(3);
        assertThat(places).hasSize(3);
        assertThat(wallets.own(fin, told.path("credentialId").asText())
                        .path("state")
                        .asText())
                .isEqualTo("ISSUED");
    }

    /**
     * Two verifiers who compare find nothing alike but what the holder shows both, and what all copies of a day have.
     */
    @Test
    @Tag("attack")
    void two_copies_have_nothing_alike_that_is_their_holders() throws Exception {
        String fin = wallets.disabled();
        List<String> copies = wallets.copies(wallets.offered(fin), 2);
        String other = wallets.copies(wallets.offered(wallets.disabled()), 1).get(0);
        JsonNode first = read(copies.get(0)).shown();
        JsonNode second = read(copies.get(1)).shown();
        JsonNode foreign = read(other).shown();
        for (String name : List.of("iss", "vct", "vct#integrity", "iat", "_sd_alg")) {
            assertThat(first.path(name)).as(name).isEqualTo(second.path(name)).isEqualTo(foreign.path(name));
        }
        assertThat(first.path("_sd")).doesNotContainAnyElementsOf(second.path("_sd"));
        assertThat(first.path("cnf")).isNotEqualTo(second.path("cnf"));
        Set<String> names = new HashSet<>();
        first.fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "iss", "vct", "vct#integrity", "iat", "exp", "cnf", "status", "_sd", "_sd_alg");
        assertThat(first.path("iat").asLong())
                .isEqualTo(LocalDate.now(ZoneOffset.UTC)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toEpochSecond());
        assertThat(Instant.ofEpochSecond(first.path("exp").asLong())
                        .atZone(Baku.ZONE)
                        .getHour())
                .isZero();
    }

    @Test
    @Tag("attack")
    void nothing_of_it_has_the_personal_number() throws Exception {
        String fin = wallets.disabled();
        JsonNode told = wallets.offered(fin);
        assertThat(told.toString()).doesNotContain(fin);
        String copy = wallets.copies(told, 1).get(0);
        assertThat(read(copy).all().toString() + read(copy).shown()).doesNotContain(fin);
        assertThat(Wallets.offer(told).toString()).doesNotContain(fin);
    }

    @Test
    void registers_that_know_of_nothing_prove_nothing_and_the_citizen_reads_why() {
        String fin = wallets.healthy();
        HttpResponse<byte[]> answer = wallets.ask(fin, "disability");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Wallets.json(answer).path("code").asText()).isEqualTo("CREDENTIAL_UNFOUNDED");
        JsonNode own =
                Wallets.json(wallets.citizen(fin, "GET", Wallets.MINE, null)).at("/credentials/0");
        assertThat(own.path("state").asText()).isEqualTo("UNFOUNDED");
        assertThat(own.path("reason").asText()).isNotBlank();
    }

    /** Nobody is told that he has no disability because a register was silent. */
    @Test
    void a_silent_register_decides_nothing() {
        try (FaultSwitch faults = wallets.vahid.faults()) {
            faults.set("disability", Fault.HTTP_500);
            HttpResponse<byte[]> answer = wallets.ask(wallets.disabled(), "disability");
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(Wallets.json(answer).path("code").asText()).isEqualTo("CREDENTIAL_UNDECIDED");
        }
    }

    @Test
    void a_death_revokes_all_copies_within_a_minute() throws Exception {
        String fin = wallets.disabled();
        JsonNode told = wallets.offered(fin);
        List<JsonNode> copies = new ArrayList<>();
        for (String copy : wallets.copies(told, 2)) {
            copies.add(read(copy).shown());
        }
        String other = wallets.copies(wallets.offered(wallets.disabled()), 1).get(0);
        wallets.died(fin);
        for (JsonNode copy : copies) {
            Awaitility.await("revoked").atMost(WITHIN).until(() -> revoked(copy));
        }
        assertThat(revoked(read(other).shown())).as("somebody else's").isFalse();
        JsonNode own = wallets.own(fin, told.path("credentialId").asText());
        assertThat(own.path("state").asText()).isEqualTo("REVOKED");
        assertThat(own.path("reason").asText()).isEqualTo("EVENT");
    }

    /** What is not fetched yet is not given out any more, though nobody has looked at it since. */
    @Test
    @Tag("attack")
    void an_event_between_the_offer_and_the_wallet_stops_it() {
        String fin = wallets.disabled();
        JsonNode told = wallets.offered(fin);
        String access = wallets.access(told);
        wallets.died(fin);
        HttpResponse<byte[]> answer =
                wallets.fetch(access, "disability", List.of(wallets.proof(Wallets.key(), wallets.nonce())));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Wallets.json(answer).path("error").asText()).isEqualTo("invalid_token");
    }

    @Test
    void a_correction_revokes_it() throws Exception {
        String fin = wallets.disabled();
        JsonNode shown = read(wallets.copies(wallets.offered(fin), 1).get(0)).shown();
        Corrections corrections = wallets.vahid.bean(Corrections.class);
        UUID id = RecordId.next();
        corrections.keep(
                id,
                wallets.vahid.bean(PersonHash.class).of(fin),
                "disability",
                "{\"fact\":\"disability\"}".getBytes(StandardCharsets.UTF_8));
        corrections.step(id, Correction.State.ACCEPTED, new byte[0]);
        Awaitility.await("revoked").atMost(WITHIN).until(() -> revoked(shown));
    }

    @Test
    void its_holder_ends_it_and_done_twice_it_is_done_once() throws Exception {
        String fin = wallets.disabled();
        JsonNode told = wallets.offered(fin);
        JsonNode shown = read(wallets.copies(told, 1).get(0)).shown();
        String path = Wallets.MINE + "/" + told.path("credentialId").asText();
        for (int i = 0; i < 2; i++) {
            JsonNode ended = Wallets.json(wallets.citizen(fin, "DELETE", path, null));
            assertThat(ended.path("state").asText()).isEqualTo("REVOKED");
            assertThat(ended.path("reason").asText()).isEqualTo("HOLDER");
        }
        Awaitility.await("revoked").atMost(WITHIN).until(() -> revoked(shown));
        assertThat(wallets.citizen(wallets.healthy(), "DELETE", path, null).statusCode())
                .as("by somebody else")
                .isEqualTo(404);
    }

    @Test
    @Tag("attack")
    void whoever_guesses_a_transaction_code_has_five_tries() {
        JsonNode told = wallets.offered(wallets.disabled());
        String code = Wallets.code(told);
        String right = told.path("transactionCode").asText();
        String wrong = right.equals("000000") ? "111111" : "000000";
        for (int i = 0; i < 5; i++) {
            assertThat(Wallets.json(wallets.redeem(code, wrong)).path("error").asText())
                    .isEqualTo("invalid_grant");
        }
        HttpResponse<byte[]> late = wallets.redeem(code, right);
        assertThat(Wallets.json(late).path("error").asText()).isEqualTo("invalid_grant");
        assertThat(Wallets.json(late).path("detail"))
                .as("it is told alike")
                .isEqualTo(Wallets.json(wallets.redeem("nobody's", right)).path("detail"));
    }

    @Test
    @Tag("attack")
    void a_code_and_a_token_are_good_once() {
        JsonNode told = wallets.offered(wallets.disabled());
        String access = wallets.access(told);
        assertThat(Wallets.json(wallets.redeem(
                                Wallets.code(told), told.path("transactionCode").asText()))
                        .path("error")
                        .asText())
                .isEqualTo("invalid_grant");
        List<String> proofs = List.of(wallets.proof(Wallets.key(), wallets.nonce()));
        assertThat(wallets.fetch(access, "disability", proofs).statusCode()).isEqualTo(200);
        HttpResponse<byte[]> again = wallets.fetch(access, "disability", proofs);
        assertThat(again.statusCode()).isEqualTo(401);
        assertThat(again.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    /** Secrets are told once and kept nowhere. */
    @Test
    @Tag("attack")
    void whoever_reads_the_table_has_no_secret_of_it() {
        JsonNode told = wallets.offered(wallets.disabled());
        String access = wallets.access(told);
        String rows = wallets.vahid
                .bean(JdbcTemplate.class)
                .queryForList("select * from credential")
                .toString();
        assertThat(rows).doesNotContain(Wallets.code(told), access);
        for (byte[] pin : wallets.vahid
                .bean(JdbcTemplate.class)
                .queryForList("select pin from credential where pin is not null", byte[].class)) {
            assertThat(pin).hasSize(32);
        }
    }
}
