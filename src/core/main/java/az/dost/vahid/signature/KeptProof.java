package az.dost.vahid.signature;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.mime.Related;
import az.dost.vahid.signature.key.ChangedException;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.PinnedCertificate;
import az.dost.vahid.signature.key.ProofException;
import az.dost.vahid.signature.xml.AttachedParts;
import az.dost.vahid.signature.xml.EnvelopedSignature;
import az.dost.vahid.signature.xml.SoapProof;
import java.security.cert.X509Certificate;
import java.time.Duration;
import org.w3c.dom.Document;

/**
 * Checks an agency's own signature over an answer that was kept. When it was made, and to which request, was checked
 * when the answer came.
 */
public final class KeptProof {
    private static final CryptoProvider CRYPTO = new CryptoProvider(true);
    /** The most that a descriptor allows. */
    private static final int MOST_PARTS = 100;

    private final PinnedCertificate pinned;

    /**
     * @param agency the agency's certificate
     * @throws ChangedException when its key is none that agencies sign with
     */
    public KeptProof(X509Certificate agency) {
        try {
            pinned = PinnedCertificate.of(agency, CRYPTO).untimed();
        } catch (IllegalStateException e) {
            throw new ChangedException("The agency's certificate has a key that cannot be used");
        }
    }

    /**
     * Whether the answer is signed at all: some agencies are proven by their connection alone.
     *
     * @param detached signature that came beside it, null when none did
     * @throws ChangedException when the signature does not hold
     */
    public boolean check(byte[] answer, String detached) {
        try {
            if (detached != null) {
                new DetachedJws(pinned, Duration.ZERO, CRYPTO).verify(detached, answer, null);
                return true;
            }
            return answer.length > 0
                    && (answer[0] == '<' || Related.begins(answer))
                    && xml(AttachedParts.of(answer, null, MOST_PARTS));
        } catch (ProofException e) {
            throw new ChangedException(e.getMessage());
        }
    }

    private boolean xml(AttachedParts parts) {
        try {
            Document document = parts.document();
            if ("Envelope".equals(document.getDocumentElement().getLocalName())) {
                new SoapProof(pinned, false, Duration.ZERO).verify(document, null, parts);
            } else {
                new EnvelopedSignature(pinned).verify(document);
            }
            parts.demandSigned();
            return true;
        } catch (ProofException e) {
            if (e.reason() == Reason.SIGNATURE_MISSING) {
                return false;
            }
            throw e;
        }
    }
}
