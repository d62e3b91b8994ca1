package az.dost.vahid.signature.xml;

import static az.dost.vahid.signature.key.Refusal.assertRefused;
import static az.dost.vahid.signature.xml.SoapReply.copy;
import static az.dost.vahid.signature.xml.SoapReply.element;
import static az.dost.vahid.signature.xml.SoapReply.forge;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.signature.key.Agency;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The eight published forms of XML signature wrapping (Somorovsky et al., "On Breaking SAML", 2012, as numbered since),
 * carried over to SOAP: the signed Body is kept where the signature finds it, a forged one stands where it is read.
 */
class SoapWrappingTest {
    private final SoapProof proof = new SoapProof(Agency.RSA.pinned(), true, SoapReply.MAX_AGE);

    /** What the forged element does with the Id of the signed one. */
    enum Id {
        KEPT(Reason.SIGNATURE_NOT_ALLOWED),
        CHANGED(Reason.SIGNATURE_INCOMPLETE),
        DROPPED(Reason.SIGNATURE_INCOMPLETE);

        private final Reason reason;

        Id(Reason reason) {
            this.reason = reason;
        }

        /** The reason when the Id is not kept twice. */
        Reason or(Reason other) {
            return this == KEPT ? reason : other;
        }

        Element on(Element forged) {
            if (this == CHANGED) {
                forged.setAttributeNS(XmlSignatureCheck.WSU, "wsu:Id", "Other");
            } else if (this == DROPPED) {
                forged.removeAttributeNS(XmlSignatureCheck.WSU, "Id");
            }
            return forged;
        }
    }

    private void refused(Reason reason, Consumer<Document> wrapping) {
        Document wrapped = new SoapReply().altered(wrapping);
        assertRefused(reason, () -> proof.verify(wrapped, SoapReply.REQUEST_SIGNATURE));
    }

    @ParameterizedTest
    @EnumSource
    void form_1_the_signed_message_within_the_signature(Id id) {
        refused(
                id.or(Reason.SIGNATURE_INVALID),
                document -> signature(document).appendChild(signedEnvelope(document, id)));
    }

    @ParameterizedTest
    @EnumSource
    void form_2_the_signed_message_before_the_signature(Id id) {
        refused(
                id.reason,
                document -> security(document).insertBefore(signedEnvelope(document, id), signature(document)));
    }

    @ParameterizedTest
    @EnumSource
    void form_3_a_forged_body_before_the_signed_one(Id id) {
        refused(
                Reason.SIGNATURE_NOT_ALLOWED,
                document ->
                        document.getDocumentElement().insertBefore(id.on(forge(copy(body(document)))), body(document)));
    }

    @ParameterizedTest
    @EnumSource
    void form_4_the_signed_body_within_the_forged_one(Id id) {
        refused(id.reason, document -> {
            Element signed = body(document);
            forgedInPlace(document, id).appendChild(signed);
        });
    }

    @ParameterizedTest
    @EnumSource
    void form_5_the_signed_body_at_the_end_of_the_envelope(Id id) {
        refused(Reason.SIGNATURE_NOT_ALLOWED, document -> {
            Element signed = body(document);
            forgedInPlace(document, id);
            document.getDocumentElement().appendChild(signed);
        });
    }

    @ParameterizedTest
    @EnumSource
    void form_6_the_signed_body_within_the_signature(Id id) {
        refused(id.or(Reason.SIGNATURE_INVALID), document -> {
            Element signed = body(document);
            forgedInPlace(document, id);
            signature(document).appendChild(signed);
        });
    }

    @ParameterizedTest
    @EnumSource
    void form_7_the_signed_body_within_another_header(Id id) {
        refused(id.reason, document -> {
            Element signed = body(document);
            forgedInPlace(document, id);
            Node extension = security(document).getParentNode().appendChild(document.createElement("Extensions"));
            extension.appendChild(signed);
        });
    }

    @ParameterizedTest
    @EnumSource
    void form_8_the_signed_body_within_an_object_of_the_signature(Id id) {
        refused(id.reason, document -> {
            Element signed = body(document);
            forgedInPlace(document, id);
            signature(document)
                    .appendChild(document.createElementNS(XmlSignatureCheck.DS, "ds:Object"))
                    .appendChild(signed);
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_forged_time_stamp_in_the_place_of_the_signed_one(Id id) {
        refused(id.reason, document -> {
            Element signed = element(document, XmlSignatureCheck.WSU, "Timestamp");
            signed.getParentNode().replaceChild(id.on(copy(signed)), signed);
            security(document)
                    .getParentNode()
                    .appendChild(document.createElement("Old"))
                    .appendChild(signed);
        });
    }

    @Test
    void a_second_security_header() {
        refused(
                Reason.SIGNATURE_NOT_ALLOWED,
                document -> security(document)
                        .getParentNode()
                        .appendChild(security(document).cloneNode(false)));
    }

    @Test
    void a_second_signature() {
        refused(Reason.SIGNATURE_NOT_ALLOWED, document -> security(document).appendChild(copy(signature(document))));
    }

    @Test
    void an_id_that_reads_like_a_pointer_to_another() {
        Document wrapped = new SoapReply()
                .signed(new HandMadeSignature()
                        .over("#xpointer(id('Body'))", HandMadeSignature.EXCLUSIVE)
                        .over("#TS", HandMadeSignature.EXCLUSIVE)
                        .over("#SC", HandMadeSignature.EXCLUSIVE));
        Element signed = body(wrapped);
        Element forged = forge(copy(signed));
        forged.setAttributeNS(XmlSignatureCheck.WSU, "wsu:Id", "xpointer(id('Body'))");
        signed.getParentNode().replaceChild(forged, signed);
        security(wrapped).appendChild(signed);
        assertRefused(
                Reason.SIGNATURE_NOT_ALLOWED,
                () -> proof.verify(SoapReply.reread(wrapped), SoapReply.REQUEST_SIGNATURE));
    }

    /** The envelope as it was signed, without the signature; a forged one is left in its place. */
    private static Element signedEnvelope(Document document, Id id) {
        Element signed = copy(document.getDocumentElement());
        signed.removeChild(signed.getFirstChild());
        id.on(forge(body(document)));
        return signed;
    }

    private static Element forgedInPlace(Document document, Id id) {
        Element signed = body(document);
        Element forged = id.on(forge(copy(signed)));
        signed.getParentNode().replaceChild(forged, signed);
        return forged;
    }

    private static Element body(Document document) {
        return element(document, SoapReply.SOAP, "Body");
    }

    private static Element security(Document document) {
        return element(document, SoapReply.WSSE, "Security");
    }

    private static Element signature(Document document) {
        return element(document, XmlSignatureCheck.DS, "Signature");
    }
}
