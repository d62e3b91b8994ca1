package az.dost.vahid.signature;

import az.dost.vahid.problem.Reason;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.stax.ext.XMLSec;
import org.apache.xml.security.stax.ext.XMLSecurityConstants;
import org.apache.xml.security.stax.ext.XMLSecurityProperties;
import org.apache.xml.security.stax.securityEvent.SecurityEvent;
import org.apache.xml.security.stax.securityEvent.SecurityEventConstants;
import org.apache.xml.security.stax.securityEvent.SignedElementSecurityEvent;

/**
 * Proof kind {@code xml-signature} of a file drop: a document whose signature stands before the element that holds the
 * rows and covers it by its Id. Read and verified in one pass and in bounded memory, so what has been read counts only
 * once {@link #seal()} has returned.
 */
public final class SignedRows {
    static {
        XMLSec.init();
    }

    private final PinnedCertificate pinned;
    private final SignatureGuard guard;
    private final XMLStreamReader reader;
    private final List<SignedElementSecurityEvent> signed = new ArrayList<>();

    /** @param rows local name of the element that holds the rows, a child of the root */
    public SignedRows(InputStream document, PinnedCertificate pinned, String rows) throws XMLStreamException {
        this.pinned = pinned;
        pinned.checkValid();
        guard = new SignatureGuard(XmlFactories.large().createXMLStreamReader(document), pinned, rows);
        XMLSecurityProperties properties = new XMLSecurityProperties();
        properties.addAction(XMLSecurityConstants.SIGNATURE);
        properties.setSignatureVerificationKey(pinned.certificate().getPublicKey());
        try {
            reader = XMLSec.getInboundWSSec(properties).processInMessage(guard, null, this::register);
        } catch (XMLSecurityException e) {
            throw new IllegalStateException("Santuario cannot be set up", e);
        }
    }

    private void register(SecurityEvent event) {
        if (event.getSecurityEventType() == SecurityEventConstants.SignedElement) {
            signed.add((SignedElementSecurityEvent) event);
        }
    }

    /** Fails with an XMLStreamException that {@link #refusal} explains. */
    public XMLStreamReader reader() {
        return reader;
    }

    /** What an exception of {@link #reader()} means; its text never quotes the document. */
    public static ProofException refusal(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProofException proof) {
                return proof;
            }
            if (cause instanceof XMLSecurityException) {
                return new ProofException(Reason.SIGNATURE_INVALID, "The signature does not hold over the rows");
            }
        }
        return new ProofException(Reason.MALFORMED, "The document is not well-formed XML, or a part of it is too long");
    }

    /**
     * To be asked after the reader has reached the document's end.
     *
     * @throws ProofException when the rows that were read are not what the agency signed
     */
    public Seal seal() {
        String digest = guard.signatureDigest();
        if (signed.size() != 1 || !signed.get(0).isSigned() || !guard.isRows(signed.get(0).getElementPath())) {
            throw new ProofException(Reason.SIGNATURE_INCOMPLETE, "The signature does not cover the rows");
        }
        return new Seal(pinned.signer(), digest);
    }
}
