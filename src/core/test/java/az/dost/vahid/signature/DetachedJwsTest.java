package az.dost.vahid.signature;

import static az.dost.vahid.signature.JwsReply.BODY;
import static az.dost.vahid.signature.JwsReply.REQUEST;
import static az.dost.vahid.signature.JwsReply.encode;
import static az.dost.vahid.signature.JwsReply.header;
import static az.dost.vahid.signature.JwsReply.set;
import static az.dost.vahid.signature.JwsReply.signed;
import static az.dost.vahid.signature.key.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThatCode;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.signature.key.Agency;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetachedJwsTest {
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

    @Test
    void a_reply_that_is_the_agencys_is_proven() {
        assertThatCode(() -> proof.verify(signed(), BODY, REQUEST)).doesNotThrowAnyException();
    }

    @Test
    void an_rsa_agency_is_proven_by_rs256() {
        String jws = signed(header(Agency.RSA).put("alg", "RS256").toString(), Agency.RSA);
        assertThatCode(() -> new DetachedJws(Agency.RSA.pinned(), Duration.ofMinutes(2), Agency.CRYPTO)
                        .verify(jws, BODY, REQUEST))
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
        assertRefused(
                Reason.SIGNATURE_INVALID,
                () -> proof.verify(signed(), "{\"fin\":\"9ZZZZZ9\"}".getBytes(StandardCharsets.UTF_8), REQUEST));
    }

    @Test
    void a_space_more_in_the_body_is_refused() {
        assertRefused(
                Reason.SIGNATURE_INVALID,
                () -> proof.verify(signed(), "{\"fin\":\"1ABCDE2\"} ".getBytes(StandardCharsets.UTF_8), REQUEST));
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
        refused(
                Reason.CERTIFICATE_EXPIRED,
                signed(header(Agency.EC.notYetValid()).toString(), Agency.EC));
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
    @CsvSource({"-130,TOO_OLD", "130,DATED_AHEAD", "86400,DATED_AHEAD", "-4000000000,TOO_OLD"})
    void an_answer_made_at_another_time_is_refused(long seconds, Reason reason) {
        altered(reason, header -> header.put("iat", Instant.now().getEpochSecond() + seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"1767225600\"", "\"now\"", "true", "[]", "0", "-1", "-9223372036854775808"})
    void an_answer_made_at_no_time_is_refused(String json) {
        altered(Reason.TOO_OLD, header -> set(header, "iat", json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e300", "9223372036854775807", "99999999999999999999999999"})
    void an_answer_made_when_time_is_over_is_refused(String json) {
        altered(Reason.DATED_AHEAD, header -> set(header, "iat", json));
    }

    @Test
    void an_answer_that_does_not_say_when_it_was_made_is_refused() {
        altered(Reason.TOO_OLD, header -> header.remove("iat"));
    }
}
