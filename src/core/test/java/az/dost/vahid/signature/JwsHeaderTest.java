package az.dost.vahid.signature;

import static az.dost.vahid.signature.JwsReply.BODY;
import static az.dost.vahid.signature.JwsReply.REQUEST;
import static az.dost.vahid.signature.JwsReply.encode;
import static az.dost.vahid.signature.JwsReply.header;
import static az.dost.vahid.signature.JwsReply.set;
import static az.dost.vahid.signature.JwsReply.signed;
import static az.dost.vahid.signature.key.Refusal.assertRefused;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.signature.key.Agency;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwsHeaderTest {
    private static final Agency OTHER = Agency.named("agency", "EC");
    private final DetachedJws proof = new DetachedJws(Agency.EC.pinned(), Duration.ofMinutes(2), Agency.CRYPTO);

    private void refused(Reason reason, String jws) {
        assertRefused(reason, () -> proof.verify(jws, BODY, REQUEST));
    }

    private void altered(Reason reason, Consumer<ObjectNode> change) {
        ObjectNode header = header(Agency.EC);
        change.accept(header);
        refused(reason, signed(header.toString(), Agency.EC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "[]"})
    void a_header_without_an_algorithm_is_refused(String header) {
        refused(Reason.SIGNATURE_NOT_ALLOWED, signed(header, Agency.EC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "HS256", "RS256", "ES384", "ES256K", "PS256", "EdDSA", "", "es256"})
    void another_algorithm_is_refused(String algorithm) {
        altered(Reason.SIGNATURE_NOT_ALLOWED, header -> header.put("alg", algorithm));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "1", "[]", "[\"ES256\"]", "{}", "true"})
    void an_algorithm_that_is_no_name_is_refused(String json) {
        altered(Reason.SIGNATURE_NOT_ALLOWED, header -> set(header, "alg", json));
    }

    @Test
    void alg_none_without_a_signature_is_refused() {
        refused(
                Reason.SIGNATURE_NOT_ALLOWED,
                encode(header(Agency.EC).put("alg", "none").toString().getBytes(StandardCharsets.UTF_8)) + "..");
    }

    @Test
    void the_public_key_as_the_secret_of_an_hmac_is_refused() throws GeneralSecurityException {
        String input = encode(header(Agency.EC).put("alg", "HS256").toString().getBytes(StandardCharsets.UTF_8));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Agency.EC.certificate().getPublicKey().getEncoded(), "HmacSHA256"));
        refused(
                Reason.SIGNATURE_NOT_ALLOWED,
                input + ".." + encode(mac.doFinal((input + "." + encode(BODY)).getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void an_rsa_signature_is_refused_where_the_agencys_key_is_ec() {
        refused(
                Reason.SIGNATURE_NOT_ALLOWED,
                signed(header(Agency.RSA).put("alg", "RS256").toString(), Agency.RSA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[\"exp\"]", "[\"b64\"]", "[\"iat\",\"rid\"]"})
    void a_critical_extension_is_refused(String names) {
        altered(Reason.SIGNATURE_NOT_ALLOWED, header -> set(header, "crit", names));
    }

    @Test
    void an_unencoded_payload_is_refused() {
        altered(Reason.SIGNATURE_NOT_ALLOWED, header -> {
            header.put("b64", false);
            set(header, "crit", "[\"b64\"]");
        });
        altered(Reason.SIGNATURE_NOT_ALLOWED, header -> header.put("b64", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jwk", "jku", "x5u", "kid"})
    void a_key_that_the_header_brings_is_not_used(String name) throws IOException {
        ObjectNode header = header(Agency.EC);
        header.remove("x5c");
        header.set(
                name,
                name.equals("jwk")
                        ? new ObjectMapper()
                                .readTree(new ECKey.Builder(Curve.P_256, (ECPublicKey)
                                                OTHER.certificate().getPublicKey())
                                        .build()
                                        .toJSONString())
                        : TextNode.valueOf(name.equals("kid") ? "../../other.pem" : "https://localhost:1/keys"));
        refused(Reason.SIGNATURE_INVALID, signed(header.toString(), OTHER));
    }

    @Test
    void a_private_key_in_the_header_is_refused() {
        altered(Reason.SIGNATURE_INVALID, header -> set(header, "jwk", "{\"kty\":\"oct\",\"k\":\"AAAA\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"none\",\"alg\":\"ES256\"}",
                "{\"alg\":\"ES256\",\"alg\":\"none\"}",
                "{\"alg\":\"ES256\",\"x5c\":\"a\"}",
                "{\"alg\":\"ES256\",\"typ\":1}",
                "{\"alg\":\"ES256\",\"jwk\":{}}",
                "{\"alg\":\"ES256\",\"jku\":\":\"}"
            })
    void a_header_that_is_unsound_is_refused(String header) {
        refused(Reason.SIGNATURE_INVALID, signed(header, Agency.EC));
    }

    @Test
    void a_header_nested_without_end_is_refused() {
        String nested = "{\"alg\":\"ES256\",\"x\":" + "[".repeat(2_500) + "]".repeat(2_500) + "}";
        refused(Reason.SIGNATURE_INVALID, signed(nested, Agency.EC));
    }
}
