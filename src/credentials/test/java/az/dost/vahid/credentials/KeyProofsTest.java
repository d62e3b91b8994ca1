package az.dost.vahid.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Proofs of keys, each wrong in one way: nothing is given out for it, and the right one still works afterwards. */
@Tag("attack")
class KeyProofsTest {
    private static final Wallets WALLETS = Wallets.get();
    private static String access;

    /** @param proofs from a nonce that is good */
    private record Case(String error, String name, Proofs proofs) {
        @Override
        public String toString() {
            return name;
        }
    }

    private interface Proofs {
        List<String> of(String nonce);
    }

    private static JWSHeader.Builder header(ECKey key) {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("openid4vci-proof+jwt"))
                .jwk(key.toPublicJWK());
    }

    static Stream<Case> wrong() {
        ECKey key = Wallets.key();
        ECKey other = Wallets.key();
        Map<String, Proofs> proofs = new TreeMap<>(Map.ofEntries(
                Map.entry("none at all", nonce -> List.of()),
                Map.entry("no JWT", nonce -> List.of("none")),
                Map.entry("not signed", nonce -> {
                    String[] parts = WALLETS.proof(key, nonce).split("[.]");
                    String none = Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString("{\"alg\":\"none\",\"typ\":\"openid4vci-proof+jwt\"}".getBytes());
                    return List.of(none + "." + parts[1] + ".");
                }),
                Map.entry(
                        "for another issuer",
                        nonce -> List.of(Wallets.signed(
                                key,
                                header(key).build(),
                                WALLETS.claims(nonce)
                                        .audience("https://other.example")
                                        .build()))),
                Map.entry(
                        "for two issuers",
                        nonce -> List.of(Wallets.signed(
                                key,
                                header(key).build(),
                                WALLETS.claims(nonce)
                                        .audience(List.of(WALLETS.issuer(), "https://other.example"))
                                        .build()))),
                Map.entry(
                        "signed with another key",
                        nonce -> List.of(Wallets.signed(
                                other,
                                header(key).build(),
                                WALLETS.claims(nonce).build()))),
                Map.entry(
                        "of another kind of JWT",
                        nonce -> List.of(Wallets.signed(
                                key,
                                header(key).type(JOSEObjectType.JWT).build(),
                                WALLETS.claims(nonce).build()))),
                Map.entry(
                        "naming another key too",
                        nonce -> List.of(Wallets.signed(
                                key,
                                header(key).keyID("did:example:1").build(),
                                WALLETS.claims(nonce).build()))),
                Map.entry(
                        "of yesterday",
                        nonce -> List.of(Wallets.signed(
                                key,
                                header(key).build(),
                                WALLETS.claims(nonce)
                                        .issueTime(Date.from(Instant.now().minus(Duration.ofDays(1))))
                                        .build()))),
                Map.entry(
                        "without a time",
                        nonce -> List.of(Wallets.signed(
                                key,
                                header(key).build(),
                                WALLETS.claims(nonce).issueTime(null).build()))),
                Map.entry("of one key twice", nonce -> Collections.nCopies(2, WALLETS.proof(key, nonce))),
                Map.entry("more than a batch", nonce -> {
                    List<String> many = new ArrayList<>();
                    for (int i = 0; i < 21; i++) {
                        many.add(WALLETS.proof(Wallets.key(), nonce));
                    }
                    return many;
                })));
        Map<String, Proofs> nonces = new TreeMap<>(Map.of(
                "without a nonce",
                        nonce -> List.of(Wallets.signed(
                                key,
                                header(key).build(),
                                WALLETS.claims(nonce).claim("nonce", null).build())),
                "with a nonce of its own", nonce -> List.of(WALLETS.proof(key, "mine")),
                "with a nonce that was changed",
                        nonce -> List.of(WALLETS.proof(key, (nonce.charAt(0) == 'A' ? "B" : "A") + nonce.substring(1))),
                "the second with none", nonce -> List.of(WALLETS.proof(key, nonce), WALLETS.proof(other, "mine"))));
        return Stream.concat(
                proofs.entrySet().stream().map(one -> new Case("invalid_proof", one.getKey(), one.getValue())),
                nonces.entrySet().stream().map(one -> new Case("invalid_nonce", one.getKey(), one.getValue())));
    }

    private static synchronized String access() {
        if (access == null) {
            access = WALLETS.access(WALLETS.offered(WALLETS.disabled()));
        }
        return access;
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_proof_that_does_not_hold_gets_nothing(Case wrong) {
        JsonNode fault = Wallets.json(
                WALLETS.fetch(access(), "disability", wrong.proofs().of(WALLETS.nonce())));
        assertThat(fault.path("error").asText()).as(fault.toString()).isEqualTo(wrong.error());
        assertThat(fault.has("credentials")).isFalse();
    }

    @Test
    void after_all_that_is_wrong_the_right_one_is_served() {
        String one = WALLETS.access(WALLETS.offered(WALLETS.disabled()));
        wrong().forEach(wrong -> WALLETS.fetch(one, "disability", wrong.proofs().of(WALLETS.nonce())));
        assertThat(WALLETS.fetch(one, "disability", List.of(WALLETS.proof(Wallets.key(), WALLETS.nonce())))
                        .statusCode())
                .isEqualTo(200);
    }

    /** A wallet that puts its private key into the header has lost it: it is told, and the key is bound to nothing. */
    @Test
    void a_private_key_in_the_header_is_refused() {
        ECKey key = Wallets.key();
        String head = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        ("{\"alg\":\"ES256\",\"typ\":\"openid4vci-proof+jwt\",\"jwk\":" + key.toJSONString() + "}")
                                .getBytes());
        String[] parts = WALLETS.proof(key, WALLETS.nonce()).split("[.]");
        JsonNode fault =
                Wallets.json(WALLETS.fetch(access(), "disability", List.of(head + "." + parts[1] + "." + parts[2])));
        assertThat(fault.path("error").asText()).isEqualTo("invalid_proof");
    }
}
