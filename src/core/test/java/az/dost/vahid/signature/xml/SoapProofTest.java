package az.dost.vahid.signature.xml;

import static az.dost.vahid.signature.key.Refusal.assertRefused;
import static az.dost.vahid.signature.xml.HandMadeSignature.EXCLUSIVE;
import static az.dost.vahid.signature.xml.SoapReply.REQUEST_SIGNATURE;
import static az.dost.vahid.signature.xml.SoapReply.element;
import static az.dost.vahid.signature.xml.SoapReply.remove;
import static org.assertj.core.api.Assertions.assertThatCode;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.signature.key.Agency;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class SoapProofTest {
    private final SoapProof proof = new SoapProof(Agency.RSA.pinned(), true, SoapReply.MAX_AGE);

    private void refused(Reason reason, Document reply) {
        assertRefused(reason, () -> proof.verify(reply, REQUEST_SIGNATURE));
    }

    private void altered(Reason reason, Consumer<Document> change) {
        refused(reason, new SoapReply().altered(change));
    }

    private static HandMadeSignature over(String... ids) {
        HandMadeSignature signature = new HandMadeSignature();
        for (String id : ids) {
            signature.over(id, EXCLUSIVE);
        }
        return signature;
    }

    @Test
    void a_reply_that_is_the_agencys_is_proven() {
        assertThatCode(() -> proof.verify(new SoapReply().signed(), REQUEST_SIGNATURE))
                .doesNotThrowAnyException();
    }

    @Test
    void a_comment_put_in_on_the_way_changes_nothing() {
        Document reply = new SoapReply()
                .altered(document -> element(document, "urn:reply", "Fin").appendChild(document.createComment("x")));
        assertThatCode(() -> proof.verify(reply, REQUEST_SIGNATURE)).doesNotThrowAnyException();
    }

    @Test
    void a_changed_value_is_refused() {
        altered(Reason.SIGNATURE_INVALID, document -> SoapReply.forge(element(document, SoapReply.SOAP, "Body")));
    }

    @Test
    void an_instruction_put_in_on_the_way_is_refused() {
        altered(
                Reason.SIGNATURE_INVALID,
                document -> element(document, "urn:reply", "Fin")
                        .appendChild(document.createProcessingInstruction("x", "y")));
    }

    @Test
    void a_reply_without_a_signature_is_refused() {
        refused(Reason.SIGNATURE_MISSING, new SoapReply().unsigned());
    }

    @ParameterizedTest
    @CsvSource({
        "Security,SIGNATURE_MISSING",
        "Timestamp,SIGNATURE_INCOMPLETE",
        "BinarySecurityToken,SIGNER_UNKNOWN",
        "SignatureConfirmation,OTHER_REQUEST",
        "Header,SIGNATURE_MISSING",
        "Body,MALFORMED"
    })
    void a_reply_without_one_of_its_parts_is_refused(String part, Reason reason) {
        altered(reason, document -> remove(element(document, "*", part)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#Body", "#TS", "#SC"})
    void a_signature_that_leaves_out_a_part_is_refused(String leftOut) {
        String[] rest = java.util.stream.Stream.of("#Body", "#TS", "#SC")
                .filter(id -> !id.equals(leftOut))
                .toArray(String[]::new);
        refused(Reason.SIGNATURE_INCOMPLETE, new SoapReply().signed(over(rest)));
    }

    @Test
    void a_signature_over_something_else_is_refused() {
        refused(Reason.SIGNATURE_INCOMPLETE, new SoapReply().signed(over("#X509")));
    }

    @Test
    void a_signature_over_the_content_of_the_body_is_not_one_over_the_body() {
        refused(
                Reason.SIGNATURE_INCOMPLETE,
                new SoapReply()
                        .saying("<r:Reply xmlns:r=\"urn:reply\" wsu:Id=\"Reply\"/>")
                        .signed(over("#Reply", "#TS", "#SC")));
    }

    @Test
    void more_references_than_there_are_parts_are_refused() {
        refused(
                Reason.SIGNATURE_NOT_ALLOWED,
                new SoapReply().signed(over("#Body", "#TS", "#SC", "#X509", "#Body", "#TS")));
    }

    @Test
    void two_elements_with_one_id_are_refused() {
        altered(
                Reason.SIGNATURE_NOT_ALLOWED,
                document -> element(document, "urn:reply", "Reply").setAttribute("Id", "TS"));
    }

    @Test
    void a_confirmation_of_another_request_is_refused() {
        assertRefused(Reason.OTHER_REQUEST, () -> proof.verify(new SoapReply().signed(), "b3RoZXI="));
    }

    @Test
    void a_confirmation_is_refused_when_the_request_was_not_signed() {
        assertRefused(Reason.OTHER_REQUEST, () -> proof.verify(new SoapReply().signed(), null));
    }

    @Test
    void a_confirmation_without_a_value_is_refused() {
        refused(
                Reason.OTHER_REQUEST,
                new SoapReply()
                        .confirming("<wsse11:SignatureConfirmation wsu:Id=\"SC\"/>")
                        .signed());
    }

    @Test
    void an_agency_that_confirms_nothing_needs_no_confirmation() {
        Document reply = new SoapReply().confirming("").signed(over("#Body", "#TS"));
        assertThatCode(() -> new SoapProof(Agency.RSA.pinned(), false, SoapReply.MAX_AGE).verify(reply, null))
                .doesNotThrowAnyException();
    }

    @Test
    void a_strangers_certificate_is_refused() {
        refused(
                Reason.SIGNER_UNKNOWN,
                new SoapReply()
                        .showing(Agency.STRANGER)
                        .signed(over("#Body", "#TS", "#SC").key(Agency.STRANGER.key())));
    }

    @Test
    void a_strangers_signature_beside_the_agencys_certificate_is_refused() {
        refused(
                Reason.SIGNATURE_INVALID,
                new SoapReply().signed(over("#Body", "#TS", "#SC").key(Agency.STRANGER.key())));
    }

    @Test
    void another_valid_certificate_of_the_same_key_is_refused() {
        refused(
                Reason.SIGNER_UNKNOWN,
                new SoapReply().showing(Agency.RSA.recertified()).signed());
    }

    @Test
    void an_expired_certificate_of_the_same_key_is_refused() {
        refused(
                Reason.CERTIFICATE_EXPIRED,
                new SoapReply().showing(Agency.RSA.expired()).signed());
    }

    @Test
    void a_certificate_that_is_not_yet_valid_is_refused() {
        refused(
                Reason.CERTIFICATE_EXPIRED,
                new SoapReply().showing(Agency.RSA.notYetValid()).signed());
    }

    @Test
    void the_pinned_certificate_is_refused_once_it_has_expired() {
        Agency expired = Agency.RSA.expired();
        Document reply = new SoapReply().showing(expired).signed();
        assertRefused(
                Reason.CERTIFICATE_EXPIRED,
                () -> new SoapProof(expired.pinned(), true, SoapReply.MAX_AGE).verify(reply, REQUEST_SIGNATURE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "no base 64!", "=", "MIIB"})
    void a_token_that_is_no_certificate_is_refused(String token) {
        altered(
                Reason.SIGNER_UNKNOWN,
                document ->
                        element(document, SoapReply.WSSE, "BinarySecurityToken").setTextContent(token));
    }

    @ParameterizedTest(name = "created {0} s, expires {1} s from now")
    @CsvSource({"-130,60,TOO_OLD", "130,190,DATED_AHEAD", "86400,86500,DATED_AHEAD", "-60,-1,TOO_OLD", "-60,-59,TOO_OLD"
    })
    void a_time_stamp_out_of_its_bounds_is_refused(long created, long expires, Reason reason) {
        Instant now = Instant.now();
        refused(
                reason,
                new SoapReply()
                        .timed(SoapReply.timestamp(now.plusSeconds(created), now.plusSeconds(expires)))
                        .signed());
    }

    @ParameterizedTest
    @CsvSource({
        "'',''",
        "yesterday,tomorrow",
        "2026-01-01,2027-01-01",
        "2026-01-01T00:00:00,2099-01-01T00:00:00",
        "-999999999-01-01T00:00:00Z,+999999999-12-31T23:59:59Z",
        "1,9999999999"
    })
    void a_time_stamp_that_is_no_time_is_refused(String created, String expires) {
        refused(
                Reason.TOO_OLD,
                new SoapReply().timed(SoapReply.timestamp(created, expires)).signed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<wsu:Created>2026-01-01T00:00:00Z</wsu:Created>",
                "<wsu:Expires>2099-01-01T00:00:00Z</wsu:Expires>"
            })
    void a_time_stamp_without_its_two_times_is_refused(String times) {
        refused(
                Reason.TOO_OLD,
                new SoapReply()
                        .timed("<wsu:Timestamp wsu:Id=\"TS\">" + times + "</wsu:Timestamp>")
                        .signed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Envelope/>",
                "<html><body/></html>",
                "<soap:Envelope xmlns:soap='urn:other'/>",
                "<soap:Reply xmlns:soap='http://schemas.xmlsoap.org/soap/envelope/'/>"
            })
    void a_document_that_is_no_envelope_is_refused(String xml) {
        refused(Reason.MALFORMED, XmlFactories.parse(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
