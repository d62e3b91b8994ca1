package az.dost.vahid.signature;

import static az.dost.vahid.signature.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThatCode;

import az.dost.vahid.problem.Reason;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetachedJwsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final byte[] BODY = "{\"fin\":\"1ABCDE2\"}".getBytes(StandardCharsets.UTF_8);
    private static final String REQUEST = "7c3e";
    private static final Agency OTHER = Agency.named("agency", "EC");
    private final DetachedJws proof = new DetachedJws(Agency.EC.pinned(), Duration.ofMinutes(2), Agency.CRYPTO);

    private static ObjectNode header(Agency shown) {
        ObjectNode header = JSON.createObjectNode().put("alg", "ES256").put("iat", Instant.now().getEpochSecond()).put("rid", REQUEST);
        header.putArray("x5c").add(shown.base64());
        return header;
    }

    private static String signed(String header, Agency signer) {
        try {
            String input = encode(header.getBytes(StandardCharsets.UTF_8)) + "." + encode(BODY);
            boolean ec = signer.key().getAlgorithm().equals("EC");
            Signature signature = Signature.getInstance(ec ? "SHA256withECDSAinP1363Format" : "SHA256withRSA");
            signature.initSign(signer.key());
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return input.substring(0, input.indexOf('.')) + ".." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String encode(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }

    private static String signed() {
        return signed(header(Agency.EC).toString(), Agency.EC);
    }

    private void refused(Reason reason, String jws) {
        assertRefused(reason, () -> proof.verify(jws, BODY, REQUEST));
    }

    private void altered(Reason reason, Consumer<ObjectNode> change) {
        ObjectNode header = header(Agency.EC);
        change.accept(header);
        refused(reason, signed(header.toString(), Agency.EC));
    }

    private static void set(ObjectNode header, String name, String json) {
        try {
            header.set(name, JSON.readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_reply_that_is_the_agencys_is_proven() {
        assertThatCode(() -> proof.verify(signed(), BODY, REQUEST)).doesNotThrowAnyException();
    }

    @Test
    void an_rsa_agency_is_proven_by_rs256() {
        String jws = signed(header(Agency.RSA).put("alg", "RS256").toString(), Agency.RSA);
        assertThatCode(() -> new DetachedJws(Agency.RSA.pinned(), Duration.ofMinutes(2), Agency.CRYPTO).verify(jws, BODY, REQUEST))
                .doesNotThrowAnyException();
    }

    @Test
    void no_certificate_and_no_request_id_need_be_named_where_none_is_asked_for() {
        String jws = signed("{\"alg\":\"ES256\",\"iat\":" + Instant.now().getEpochSecond() + "}", Agency.EC);
        assertThatCode(() -> proof.verify(jws, BODY, null)).doesNotThrowAnyException();
    }

    @Test
    void a_reply_without_a_signature_is_refused() {
        refused(Reason.SIGNATURE_MISSING, null);
        refused(Reason.SIGNATURE_MISSING, "");
    }

    @Test
    void a_changed_body_is_refused() {
        assertRefused(Reason.SIGNATURE_INVALID, () -> proof.verify(signed(), "{\"fin\":\"9ZZZZZ9\"}".getBytes(StandardCharsets.UTF_8), REQUEST));
    }

    @Test
    void a_space_more_in_the_body_is_refused() {
        assertRefused(Reason.SIGNATURE_INVALID, () -> proof.verify(signed(), "{\"fin\":\"1ABCDE2\"} ".getBytes(StandardCharsets.UTF_8), REQUEST));
    }

    @Test
    void the_compact_form_is_refused() {
        refused(Reason.SIGNATURE_INVALID, signed().replace("..", "." + encode(BODY) + "."));
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "...", "....", "a..b", "..sig", "{\"alg\":\"none\"}", "%..%"})
    void a_signature_of_no_form_is_refused(String jws) {
        refused(Reason.SIGNATURE_INVALID, jws);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "[]"})
    void a_header_without_an_algorithm_is_refused(String header) {
        refused(Reason.SIGNATURE_NOT_ALLOWED, signed(header, Agency.EC));
    }

    @Test
    void a_signature_cut_off_is_refused_wherever_it_was_cut() {
        String jws = signed();
        for (int length = 1; length < jws.length(); length++) {
            refused(Reason.SIGNATURE_INVALID, jws.substring(0, length));
        }
    }

    @Test
    void a_signature_longer_than_any_is_refused_unread() {
        refused(Reason.SIGNATURE_INVALID, signed() + "A".repeat(10_000));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 70, 128})
    void a_signature_of_zeros_is_refused(int length) {
        String jws = signed();
        refused(Reason.SIGNATURE_INVALID, jws.substring(0, jws.indexOf("..") + 2) + encode(new byte[length]));
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
        refused(Reason.SIGNATURE_NOT_ALLOWED, encode(header(Agency.EC).put("alg", "none").toString().getBytes(StandardCharsets.UTF_8)) + "..");
    }

    @Test
    void the_public_key_as_the_secret_of_an_hmac_is_refused() throws GeneralSecurityException {
        String input = encode(header(Agency.EC).put("alg", "HS256").toString().getBytes(StandardCharsets.UTF_8));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Agency.EC.certificate().getPublicKey().getEncoded(), "HmacSHA256"));
        refused(Reason.SIGNATURE_NOT_ALLOWED, input + ".." + encode(mac.doFinal((input + "." + encode(BODY)).getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void an_rsa_signature_is_refused_where_the_agencys_key_is_ec() {
        refused(Reason.SIGNATURE_NOT_ALLOWED, signed(header(Agency.RSA).put("alg", "RS256").toString(), Agency.RSA));
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
        header.set(name, name.equals("jwk")
                ? JSON.readTree(new ECKey.Builder(Curve.P_256, (ECPublicKey) OTHER.certificate().getPublicKey()).build().toJSONString())
                : JSON.getNodeFactory().textNode(name.equals("kid") ? "../../other.pem" : "https://localhost:1/keys"));
        refused(Reason.SIGNATURE_INVALID, signed(header.toString(), OTHER));
    }

    @Test
    void a_private_key_in_the_header_is_refused() {
        altered(Reason.SIGNATURE_INVALID, header -> set(header, "jwk", "{\"kty\":\"oct\",\"k\":\"AAAA\"}"));
    }

    @Test
    void a_strangers_certificate_is_refused() {
        refused(Reason.SIGNER_UNKNOWN, signed(header(OTHER).toString(), OTHER));
    }

    @Test
    void a_strangers_signature_beside_the_agencys_certificate_is_refused() {
        refused(Reason.SIGNATURE_INVALID, signed(header(Agency.EC).toString(), OTHER));
    }

    @Test
    void another_certificate_of_the_same_key_is_refused() {
        refused(Reason.SIGNER_UNKNOWN, signed(header(Agency.EC.recertified()).toString(), Agency.EC));
        refused(Reason.CERTIFICATE_EXPIRED, signed(header(Agency.EC.expired()).toString(), Agency.EC));
        refused(Reason.CERTIFICATE_EXPIRED, signed(header(Agency.EC.notYetValid()).toString(), Agency.EC));
    }

    @Test
    void the_pinned_certificate_is_refused_once_it_has_expired() {
        DetachedJws expired = new DetachedJws(Agency.EC.expired().pinned(), Duration.ofMinutes(2), Agency.CRYPTO);
        String jws = signed("{\"alg\":\"ES256\",\"iat\":" + Instant.now().getEpochSecond() + "}", Agency.EC);
        assertRefused(Reason.CERTIFICATE_EXPIRED, () -> expired.verify(jws, BODY, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"other\"", "\"\"", "null", "7", "[\"7c3e\"]", "{\"id\":\"7c3e\"}"})
    void an_answer_to_another_request_is_refused(String rid) {
        altered(Reason.OTHER_REQUEST, header -> set(header, "rid", rid));
    }

    @Test
    void an_answer_to_no_request_is_refused() {
        altered(Reason.OTHER_REQUEST, header -> header.remove("rid"));
    }

    @ParameterizedTest
    @CsvSource({"-130", "130", "-4000000000"})
    void an_answer_made_at_another_time_is_refused(long seconds) {
        altered(Reason.TOO_OLD, header -> header.put("iat", Instant.now().getEpochSecond() + seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"1767225600\"", "\"now\"", "true", "[]", "0", "-1", "1e300", "9223372036854775807",
        "-9223372036854775808", "99999999999999999999999999"})
    void an_answer_made_at_no_time_is_refused(String json) {
        altered(Reason.TOO_OLD, header -> set(header, "iat", json));
    }

    @Test
    void an_answer_that_does_not_say_when_it_was_made_is_refused() {
        altered(Reason.TOO_OLD, header -> header.remove("iat"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"alg\":\"none\",\"alg\":\"ES256\"}", "{\"alg\":\"ES256\",\"alg\":\"none\"}", "{\"alg\":\"ES256\",\"x5c\":\"a\"}",
        "{\"alg\":\"ES256\",\"typ\":1}", "{\"alg\":\"ES256\",\"jwk\":{}}", "{\"alg\":\"ES256\",\"jku\":\":\"}"})
    void a_header_that_is_unsound_is_refused(String header) {
        refused(Reason.SIGNATURE_INVALID, signed(header, Agency.EC));
    }

    @Test
    void a_header_nested_without_end_is_refused() {
        String nested = "{\"alg\":\"ES256\",\"x\":" + "[".repeat(2_500) + "]".repeat(2_500) + "}";
        refused(Reason.SIGNATURE_INVALID, signed(nested, Agency.EC));
    }
}
