package az.dost.vahid.signature.xml;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.signature.key.PinnedCertificate;
import az.dost.vahid.signature.key.ProofException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Proof kind {@code wss-x509}: a SOAP reply whose WS-Security signature (WS-Security 1.1) covers Body and Timestamp
 * and, where asked for, the SignatureConfirmation of the request (section 8.5).
 */
public final class SoapProof {
    private static final Set<String> SOAP =
            Set.of("http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope");
    private static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final String WSSE11 = "http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd";
    private final PinnedCertificate pinned;
    private final boolean confirmed;
    private final Duration maxAge;

    /**
     * @param confirmed whether the reply must confirm the request's signature value
     * @param maxAge oldest Created of the Timestamp, and the skew allowed into the future
     */
    public SoapProof(PinnedCertificate pinned, boolean confirmed, Duration maxAge) {
        this.pinned = pinned;
        this.confirmed = confirmed;
        this.maxAge = maxAge;
    }

    /**
     * 1. find the one Security header of the envelope; 2. compare the certificate; 3. verify signature and coverage; 4.
     * check the Timestamp; 5. check the confirmation.
     *
     * @param requestSignature base64 signature value of the request, null when it was not signed
     * @throws ProofException when any step fails
     */
    public void verify(Document envelope, String requestSignature) {
        verify(envelope, requestSignature, null);
    }

    /**
     * The same of an envelope with parts beside it, and tells them which of them are signed. @param parts null for none
     */
    public void verify(Document envelope, String requestSignature, AttachedParts parts) {
        Element root = envelope.getDocumentElement();
        String soap = root.getNamespaceURI();
        if (!"Envelope".equals(root.getLocalName()) || soap == null || !SOAP.contains(soap)) {
            throw new ProofException(Reason.MALFORMED, "The answer is no SOAP envelope");
        }
        Element security =
                only(only(root, soap, "Header", Reason.SIGNATURE_MISSING), WSSE, "Security", Reason.SIGNATURE_MISSING);
        Element signature = only(security, XmlSignatureCheck.DS, "Signature", Reason.SIGNATURE_MISSING);
        Element timestamp = only(security, XmlSignatureCheck.WSU, "Timestamp", Reason.SIGNATURE_INCOMPLETE);
        XmlSignatureCheck.declareIds(envelope);
        XmlSignatureCheck check = new XmlSignatureCheck(pinned);
        check.presented(only(security, WSSE, "BinarySecurityToken", Reason.SIGNER_UNKNOWN)
                .getTextContent());
        Set<Element> required = new HashSet<>();
        required.add(only(root, soap, "Body", Reason.MALFORMED));
        required.add(timestamp);
        Element confirmation = confirmed ? only(security, WSSE11, "SignatureConfirmation", Reason.OTHER_REQUEST) : null;
        if (confirmed) {
            required.add(confirmation);
        }
        check.verify(signature, required, false, parts);
        checkTime(timestamp);
        if (confirmed && !confirmation.getAttribute("Value").equals(requestSignature)) {
            throw new ProofException(Reason.OTHER_REQUEST, "The answer confirms another request");
        }
    }

    private void checkTime(Element timestamp) {
        try {
            Instant now = Instant.now();
            Instant created = instant(only(timestamp, XmlSignatureCheck.WSU, "Created", Reason.TOO_OLD));
            Instant expires = instant(only(timestamp, XmlSignatureCheck.WSU, "Expires", Reason.TOO_OLD));
            if (!pinned.timed()) {
                return;
            }
            if (created.isAfter(now.plus(maxAge))) {
                throw new ProofException(Reason.DATED_AHEAD, "The answer's time stamp lies ahead");
            }
            if (created.isBefore(now.minus(maxAge)) || !expires.isAfter(now)) {
                throw new ProofException(Reason.TOO_OLD, "The answer's time stamp is out of its bounds");
            }
        } catch (DateTimeParseException e) {
            throw new ProofException(Reason.TOO_OLD, "The answer's time stamp is not a date and time");
        }
    }

    private static Instant instant(Element element) {
        return OffsetDateTime.parse(element.getTextContent().strip()).toInstant();
    }

    private static Element only(Element parent, String namespace, String name, Reason otherwise) {
        Element found = null;
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element
                    && name.equals(element.getLocalName())
                    && namespace.equals(element.getNamespaceURI())) {
                if (found != null) {
                    throw new ProofException(
                            Reason.SIGNATURE_NOT_ALLOWED, "The answer has " + name + " more than once");
                }
                found = element;
            }
        }
        if (found == null) {
            throw new ProofException(otherwise, "The answer has no " + name);
        }
        return found;
    }
}
