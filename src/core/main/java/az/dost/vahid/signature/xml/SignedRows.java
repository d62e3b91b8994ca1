package az.dost.vahid.signature.xml;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.signature.key.PinnedCertificate;
import az.dost.vahid.signature.key.ProofException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Proof kind {@code xml-signature} of a file drop: a document whose signature stands before the element that holds the
 * rows and covers it by its Id. Read and verified in one pass and in bounded memory, so what has been read counts only
 * once {@link #seal()} has returned.
 */
public final class SignedRows {
    private final PinnedCertificate pinned;
    private final SignatureGuard guard;
    private final CoveredContent reader;

    /** @param rows local name of the element that holds the rows, a child of the root */
    public SignedRows(InputStream document, PinnedCertificate pinned, String rows) throws XMLStreamException {
        this.pinned = pinned;
        pinned.checkValid();
        guard = new SignatureGuard(XmlFactories.large().createXMLStreamReader(document), pinned, rows);
        reader = new CoveredContent(guard, pinned);
    }

    /** Fails with an exception that {@link #refusal} explains. */
    public XMLStreamReader reader() {
        return reader;
    }

    /** What an exception of {@link #reader()} means; its text never quotes the document. */
    public static ProofException refusal(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProofException proof) {
                return proof;
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
        guard.demandRows();
        if (!reader.rowsProven()) {
            throw new ProofException(Reason.SIGNATURE_INCOMPLETE, "The signature does not cover the rows");
        }
        return new Seal(pinned.signer(), reader.signature(), null);
    }
}
