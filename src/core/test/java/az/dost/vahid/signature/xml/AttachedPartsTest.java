package az.dost.vahid.signature.xml;

import static az.dost.vahid.signature.key.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.fuzz.Fuzz;
import az.dost.vahid.normalise.SoapContent;
import az.dost.vahid.signature.KeptProof;
import az.dost.vahid.signature.key.Agency;
import az.dost.vahid.signature.key.ChangedException;
import az.dost.vahid.signature.key.ProofException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.apache.xml.security.utils.XMLUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What is mapped of a message with parts is what was signed: hostile references, parts and signatures. */
@Tag("attack")
class AttachedPartsTest {
    private static final String INCLUDE =
            "<x:Include xmlns:x=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:photo%40reg\"/>";
    private static final Set<String> SCAN = Set.of("Scan");
    private static final String XOP = "application/xop+xml; type=\"text/xml\"";
    private static final byte[] PHOTO = {0, 1, (byte) 0xFF, 13, 10};
    private static final String PHOTO_TEXT = "AAH/DQo=";

    /** What a hand-made signature is over, wherever it refers to. */
    private static final byte[] OUTSIDE = "outside".getBytes(StandardCharsets.UTF_8);

    private static byte[] message(String type, String envelope, String... ids) {
        return message(PHOTO, type, envelope, ids);
    }

    private static byte[] message(byte[] part, String type, String envelope, String... ids) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(("--b\r\nContent-Type: " + type + "\r\n\r\n" + envelope).getBytes(StandardCharsets.UTF_8));
        for (String id : ids) {
            message.writeBytes(("\r\n--b\r\nContent-ID: <" + id + ">\r\nContent-Type: image/png\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            message.writeBytes(part);
        }
        message.writeBytes("\r\n--b--".getBytes(StandardCharsets.UTF_8));
        return message.toByteArray();
    }

    private static String envelope(String content) {
        return "<s:Envelope xmlns:s=\"" + SoapReply.SOAP + "\"><s:Body><r:Reply xmlns:r=\"urn:reply\">" + content
                + "</r:Reply></s:Body></s:Envelope>";
    }

    private static AttachedParts parts(String type, String content, String... ids) {
        return AttachedParts.of(message(type, envelope(content), ids), null, 3);
    }

    private static Element reply(Document document) {
        return SoapReply.element(document, "urn:reply", "Reply");
    }

    @Test
    void an_include_is_its_part_in_base64() {
        AttachedParts parts = parts(XOP, "<Photo>" + INCLUDE + "</Photo>", "photo@reg");
        Document document = parts.document();
        assertThat(reply(document).getTextContent()).isEqualTo(PHOTO_TEXT);
        assertThatCode(() -> parts.inline(reply(document), Set.of(), false)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Photo>%s</Photo><Photo>%s</Photo>",
                "<Photo>text%s</Photo>",
                "<Photo>%s<More/></Photo>",
                "<Photo><!-- no -->%s</Photo>"
            })
    void an_include_that_is_not_alone_or_there_twice_is_refused(String content) {
        assertRefused(
                Reason.MALFORMED,
                () -> parts(XOP, content.replace("%s", INCLUDE), "photo@reg").document());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cid:other",
                "cid:",
                "cid:photo%2540reg",
                "http://localhost/photo",
                "file:///etc/passwd",
                "photo@reg",
                "cid:photo%40reg#x",
                "cid:%",
                ""
            })
    void an_include_of_what_is_no_part_is_refused(String href) {
        assertRefused(
                Reason.MALFORMED,
                () -> parts(XOP, "<Photo>" + INCLUDE.replace("cid:photo%40reg", href) + "</Photo>", "photo@reg")
                        .document());
    }

    @Test
    void an_include_in_a_message_that_is_no_xop_package_is_refused() {
        assertRefused(
                Reason.MALFORMED,
                () -> parts("text/xml", "<Photo>" + INCLUDE + "</Photo>", "photo@reg")
                        .document());
        assertRefused(
                Reason.MALFORMED,
                () -> AttachedParts.of(
                                envelope("<Photo>" + INCLUDE + "</Photo>").getBytes(StandardCharsets.UTF_8),
                                "text/xml",
                                3)
                        .document());
    }

    @ParameterizedTest
    @CsvSource({
        "application/xop+xml; charset=utf-16",
        "text/xml; charset=windows-1254",
        "text/plain",
        "application/octet-stream"
    })
    void a_first_part_that_is_no_envelope_in_utf_8_is_refused(String type) {
        assertRefused(Reason.MALFORMED, () -> parts(type, "<Photo/>"));
    }

    @Test
    void an_entity_in_the_envelope_is_refused() {
        String bomb = "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\">]>" + envelope("<Photo>&a;</Photo>");
        assertRefused(
                Reason.MALFORMED,
                () -> AttachedParts.of(message(XOP, bomb), null, 3).document());
    }

    @Test
    void a_mutilated_message_is_read_or_refused() {
        byte[] optimised = message(XOP, envelope("<Photo>" + INCLUDE + "</Photo>"), "photo@reg");
        byte[] referring = message("text/xml", envelope("<Scan>cid:photo%40reg</Scan>"), "photo@reg");
        Fuzz.of(List.of(optimised, referring), 2_000)
                .read(
                        input -> {
                            AttachedParts parts = AttachedParts.of(input, null, 3);
                            Document document = parts.document();
                            SoapContent.of(document).ifPresent(content -> parts.inline(content.element(), SCAN, true));
                        },
                        ProofException.class);
    }

    @Test
    void a_content_type_that_names_another_boundary_is_refused() {
        byte[] message = message(XOP, envelope("<Photo/>"));
        assertThatCode(() -> AttachedParts.of(message, "multipart/related; boundary=b", 3))
                .doesNotThrowAnyException();
        assertRefused(Reason.MALFORMED, () -> AttachedParts.of(message, "multipart/related; boundary=a", 3));
        assertRefused(Reason.MALFORMED, () -> AttachedParts.of(message, "text/xml", 3));
        assertRefused(Reason.MALFORMED, () -> AttachedParts.of(message, "", 3));
    }

    @Test
    void a_part_to_which_nothing_refers_is_refused() {
        AttachedParts parts = parts("text/xml", "<Photo/>", "photo@reg");
        assertRefused(Reason.MALFORMED, () -> parts.inline(reply(parts.document()), SCAN, true));
    }

    @Test
    void more_parts_than_the_descriptor_allows_are_refused() {
        assertRefused(Reason.MALFORMED, () -> parts(XOP, "<Photo/>", "1", "2", "3", "4"));
    }

    @Test
    void a_reference_that_the_descriptor_names_is_replaced_and_any_other_text_is_not() {
        AttachedParts parts =
                parts("text/xml", "<Scan>cid:photo%40reg</Scan><Name>cid:photo%40reg</Name>", "photo@reg");
        Element reply = reply(parts.document());
        parts.inline(reply, SCAN, true);
        assertThat(reply.getTextContent()).isEqualTo(PHOTO_TEXT + "cid:photo%40reg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Scan>cid:other</Scan>",
                "<Scan>a picture</Scan>",
                "<Scan>cid:photo%40reg</Scan><Scan>cid:photo%40reg</Scan>",
                "<Scan><In/>http://x/</Scan>"
            })
    void a_reference_to_what_is_no_part_or_a_second_one_is_refused(String content) {
        AttachedParts parts = parts("text/xml", content, "photo@reg");
        assertRefused(Reason.MALFORMED, () -> parts.inline(reply(parts.document()), SCAN, true));
    }

    @Test
    void an_envelope_without_parts_that_refers_to_one_is_refused() {
        AttachedParts parts =
                AttachedParts.of(envelope("<Scan>cid:photo</Scan>").getBytes(StandardCharsets.UTF_8), "text/xml", 3);
        assertRefused(Reason.MALFORMED, () -> parts.inline(reply(parts.document()), SCAN, true));
    }

    /** Signed as the agency would sign it, with parts beside it. */
    private static byte[] signed(byte[] part, String type, String content, HandMadeSignature signature) {
        Document document = new SoapReply()
                .saying("<r:Reply xmlns:r=\"urn:reply\">" + content + "</r:Reply>")
                .signed(signature);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XMLUtils.outputDOM(document, out);
        return message(part, type, out.toString(StandardCharsets.UTF_8), "photo@reg");
    }

    private static HandMadeSignature whole() {
        return new HandMadeSignature()
                .over("#Body", HandMadeSignature.EXCLUSIVE)
                .over("#TS", HandMadeSignature.EXCLUSIVE)
                .over("#SC", HandMadeSignature.EXCLUSIVE);
    }

    private static byte[] referring(byte[] part, HandMadeSignature signature) {
        return signed(part, "text/xml", "<Scan>cid:photo%40reg</Scan>", signature);
    }

    private static void prove(byte[] message) {
        AttachedParts parts = AttachedParts.of(message, null, 3);
        Document document = parts.document();
        new SoapProof(Agency.RSA.pinned(), true, SoapReply.MAX_AGE)
                .verify(document, SoapReply.REQUEST_SIGNATURE, parts);
        parts.inline(reply(document), SCAN, false);
    }

    private static boolean holds(byte[] kept) {
        return new KeptProof(Agency.RSA.certificate()).check(kept, null);
    }

    @Test
    void a_signature_over_the_envelope_made_whole_covers_its_parts() {
        String text = new String(
                        signed(PHOTO, XOP, "<Photo>" + PHOTO_TEXT + "</Photo>", whole()), StandardCharsets.ISO_8859_1)
                .replace(PHOTO_TEXT, INCLUDE);
        byte[] message = text.getBytes(StandardCharsets.ISO_8859_1);
        assertThatCode(() -> prove(message)).doesNotThrowAnyException();
        assertThat(holds(message)).as("kept as evidence").isTrue();
        byte[] changed =
                text.replace("\u0000\u0001\u00FF", "\u0000\u0002\u00FF").getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(Reason.SIGNATURE_INVALID, () -> prove(changed));
        assertThatThrownBy(() -> holds(changed)).isInstanceOf(ChangedException.class);
    }

    @Test
    void a_signature_over_the_include_alone_covers_nothing() {
        assertRefused(
                Reason.SIGNATURE_INVALID, () -> prove(signed(PHOTO, XOP, "<Photo>" + INCLUDE + "</Photo>", whole())));
    }

    @Test
    void a_part_that_is_only_referred_to_must_be_signed_itself() {
        assertRefused(Reason.SIGNATURE_INCOMPLETE, () -> prove(referring(OUTSIDE, whole())));
        assertThatThrownBy(() -> holds(referring(OUTSIDE, whole()))).isInstanceOf(ChangedException.class);
    }

    @Test
    void a_part_that_is_signed_as_an_attachment_is_mapped_as_it_was_signed() {
        byte[] message = referring(OUTSIDE, whole().over("cid:photo%40reg", AttachedParts.CONTENT));
        assertThatCode(() -> prove(message)).doesNotThrowAnyException();
        assertThat(holds(message)).as("kept as evidence").isTrue();
        byte[] changed = new String(message, StandardCharsets.ISO_8859_1)
                .replace("outside", "0utside")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(Reason.SIGNATURE_INVALID, () -> prove(changed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cid:other", "cid:photo%40reg"})
    void a_reference_of_the_signature_to_what_is_no_part_or_without_the_transform_of_attachments_is_refused(
            String uri) {
        byte[] message = referring(OUTSIDE, whole().over(uri, new String[0]));
        assertRefused(Reason.SIGNATURE_NOT_ALLOWED, () -> prove(message));
    }
}
