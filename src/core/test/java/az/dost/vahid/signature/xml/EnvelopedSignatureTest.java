package az.dost.vahid.signature.xml;

import static az.dost.vahid.signature.key.Refusal.assertRefused;
import static az.dost.vahid.signature.xml.HandMadeSignature.EXCLUSIVE;
import static az.dost.vahid.signature.xml.SoapReply.copy;
import static az.dost.vahid.signature.xml.SoapReply.element;
import static az.dost.vahid.signature.xml.SoapReply.forge;
import static org.assertj.core.api.Assertions.assertThatCode;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.signature.key.Agency;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class EnvelopedSignatureTest {
    private static final String ENVELOPED = Transforms.TRANSFORM_ENVELOPED_SIGNATURE;

    private static Document signed(String uri) {
        return signed(new HandMadeSignature().over(uri, ENVELOPED, EXCLUSIVE), Agency.RSA);
    }

    private static Document signed(HandMadeSignature signature, Agency shown) {
        Document document = XmlFactories.parse(
                "<Reply Id=\"R\"><Part Id=\"P\"><Fin>1ABCDE2</Fin></Part></Reply>".getBytes(StandardCharsets.UTF_8));
        XmlSignatureCheck.declareIds(document);
        Element info = signature.into(document.getDocumentElement());
        info.appendChild(document.createElementNS(XmlSignatureCheck.DS, "ds:KeyInfo"))
                .appendChild(document.createElementNS(XmlSignatureCheck.DS, "ds:X509Data"))
                .appendChild(document.createElementNS(XmlSignatureCheck.DS, "ds:X509Certificate"))
                .setTextContent(shown.base64());
        return SoapReply.reread(document);
    }

    private static void verify(Document document) {
        new EnvelopedSignature(Agency.RSA.pinned()).verify(document);
    }

    private static void refused(Reason reason, Document document) {
        assertRefused(reason, () -> verify(document));
    }

    /** The document that points at its root by Id: the form that can be wrapped. */
    private static void altered(Reason reason, Consumer<Document> change) {
        Document document = signed("#R");
        change.accept(document);
        refused(reason, SoapReply.reread(document));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#R"})
    void a_document_that_is_the_agencys_is_proven(String uri) {
        assertThatCode(() -> verify(signed(uri))).doesNotThrowAnyException();
    }

    @Test
    void a_document_whose_signature_names_no_certificate_is_proven_by_the_pinned_one() {
        Document document = signed("");
        SoapReply.remove(element(document, XmlSignatureCheck.DS, "KeyInfo"));
        assertThatCode(() -> verify(SoapReply.reread(document))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#R"})
    void a_changed_value_is_refused(String uri) {
        Document document = signed(uri);
        forge(document.getDocumentElement());
        refused(Reason.SIGNATURE_INVALID, SoapReply.reread(document));
    }

    @Test
    void a_document_without_a_signature_is_refused() {
        altered(Reason.SIGNATURE_MISSING, document -> SoapReply.remove(signature(document)));
    }

    @Test
    void a_signature_that_is_not_a_child_of_the_root_is_refused() {
        altered(
                Reason.SIGNATURE_MISSING,
                document -> element(document, null, "Part").appendChild(signature(document)));
    }

    @Test
    void a_second_signature_is_refused() {
        altered(
                Reason.SIGNATURE_NOT_ALLOWED,
                document -> document.getDocumentElement().appendChild(copy(signature(document))));
    }

    @Test
    void a_signature_over_a_part_is_refused() {
        refused(Reason.SIGNATURE_INCOMPLETE, signed(new HandMadeSignature().over("#P", EXCLUSIVE), Agency.RSA));
    }

    @Test
    void a_strangers_certificate_is_refused() {
        refused(
                Reason.SIGNER_UNKNOWN,
                signed(
                        new HandMadeSignature().over("", ENVELOPED, EXCLUSIVE).key(Agency.STRANGER.key()),
                        Agency.STRANGER));
    }

    @Test
    void a_strangers_signature_beside_the_agencys_certificate_is_refused() {
        refused(
                Reason.SIGNATURE_INVALID,
                signed(new HandMadeSignature().over("", ENVELOPED, EXCLUSIVE).key(Agency.STRANGER.key()), Agency.RSA));
    }

    @Test
    void an_expired_certificate_is_refused() {
        refused(
                Reason.CERTIFICATE_EXPIRED,
                signed(new HandMadeSignature().over("", ENVELOPED, EXCLUSIVE), Agency.RSA.expired()));
    }

    @Test
    void another_certificate_of_the_same_key_is_refused() {
        refused(
                Reason.SIGNER_UNKNOWN,
                signed(new HandMadeSignature().over("", ENVELOPED, EXCLUSIVE), Agency.RSA.recertified()));
    }

    @Test
    void the_pinned_certificate_is_refused_once_it_has_expired_even_when_the_document_names_none() {
        Document document = signed("");
        SoapReply.remove(element(document, XmlSignatureCheck.DS, "KeyInfo"));
        assertRefused(
                Reason.CERTIFICATE_EXPIRED,
                () -> new EnvelopedSignature(Agency.RSA.expired().pinned()).verify(SoapReply.reread(document)));
    }

    @Test
    void a_weak_signature_is_refused() {
        refused(
                Reason.SIGNATURE_NOT_ALLOWED,
                signed(
                        new HandMadeSignature()
                                .over("", ENVELOPED, EXCLUSIVE)
                                .algorithm(XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA1),
                        Agency.RSA));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {ENVELOPED, ENVELOPED + " " + Transforms.TRANSFORM_C14N_OMIT_COMMENTS, EXCLUSIVE + " " + ENVELOPED
            })
    void transforms_in_another_order_or_form_are_refused(String transforms) {
        refused(
                Reason.SIGNATURE_NOT_ALLOWED,
                signed(new HandMadeSignature().over("", transforms.split(" ")), Agency.RSA));
    }

    /** The eight forms of {@link SoapWrappingTest}; the signed root is kept, a forged root stands in its place. */
    @Test
    void form_1_the_signed_message_within_the_signature() {
        altered(Reason.SIGNATURE_INVALID, document -> signature(document).appendChild(forgedAround(document)));
    }

    @Test
    void form_2_the_signed_message_before_the_signature() {
        altered(
                Reason.SIGNATURE_INCOMPLETE,
                document -> document.getDocumentElement().insertBefore(forgedAround(document), signature(document)));
    }

    @Test
    void form_3_a_forged_part_before_the_signed_one() {
        altered(
                Reason.SIGNATURE_NOT_ALLOWED,
                document -> document.getDocumentElement()
                        .insertBefore(forge(copy(element(document, null, "Part"))), element(document, null, "Part")));
    }

    @Test
    void form_4_the_signed_message_within_the_forged_one() {
        altered(
                Reason.SIGNATURE_INCOMPLETE,
                document -> document.getDocumentElement().getFirstChild().appendChild(forgedAround(document)));
    }

    @Test
    void form_5_the_signed_message_at_the_end() {
        altered(
                Reason.SIGNATURE_INCOMPLETE,
                document -> document.getDocumentElement().appendChild(forgedAround(document)));
    }

    @Test
    void form_6_the_signed_message_with_its_id_kept_twice() {
        altered(Reason.SIGNATURE_NOT_ALLOWED, document -> {
            Element signed = forgedAround(document);
            document.getDocumentElement().setAttribute("Id", "R");
            document.getDocumentElement().appendChild(signed);
        });
    }

    @Test
    void form_7_the_signed_message_within_an_extension() {
        altered(Reason.SIGNATURE_INCOMPLETE, document -> {
            Element signed = forgedAround(document);
            document.getDocumentElement()
                    .appendChild(document.createElement("Extensions"))
                    .appendChild(signed);
        });
    }

    @Test
    void form_8_the_signed_message_within_an_object_of_the_signature() {
        altered(
                Reason.SIGNATURE_INCOMPLETE,
                document -> signature(document)
                        .appendChild(document.createElementNS(XmlSignatureCheck.DS, "ds:Object"))
                        .appendChild(forgedAround(document)));
    }

    /** The root as it was signed, with Id; the document's root is forged, and has lost the Id. */
    private static Element forgedAround(Document document) {
        Element signed = copy(document.getDocumentElement());
        SoapReply.remove((Element) signed.getLastChild());
        forge(document.getDocumentElement()).removeAttribute("Id");
        element(document, null, "Part").removeAttribute("Id");
        return signed;
    }

    private static Element signature(Document document) {
        return element(document, XmlSignatureCheck.DS, "Signature");
    }
}
