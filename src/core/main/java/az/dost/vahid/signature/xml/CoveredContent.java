package az.dost.vahid.signature.xml;

import az.dost.vahid.signature.key.PinnedCertificate;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Proves a document while it is read through: the signature is checked before anything that follows it is handed on,
 * the digest of the element that it covers at that element's end. One parser serves the proof and the rows.
 */
final class CoveredContent extends StreamReaderDelegate {
    private final SignatureGuard guard;
    private final PinnedCertificate pinned;
    private ElementCopy copy;
    private StreamedSignature signature;
    private ExclusiveForm form;
    private int depth;
    private int outermost;
    private boolean coversRows;
    private boolean covered;

    CoveredContent(SignatureGuard guard, PinnedCertificate pinned) {
        super(guard);
        this.guard = guard;
        this.pinned = pinned;
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        switch (event) {
            case START_ELEMENT -> start();
            case END_ELEMENT -> end();
            case CHARACTERS, CDATA, SPACE -> text();
            case END_DOCUMENT -> finish();
            default -> {}
        }
        return event;
    }

    private void start() {
        depth++;
        if (form != null) {
            form.start();
        } else if (guard.inSignature()) {
            copy = copy == null ? new ElementCopy(this) : copy;
            copy.start();
        } else if (copy != null) {
            check();
            if (signature.covers(getAttributeValue(null, "Id"))) {
                cover();
            }
        }
    }

    private void check() {
        if (signature == null) {
            signature = StreamedSignature.verified(copy.element(), pinned);
        }
    }

    private void cover() {
        if (covered) {
            throw StreamedSignature.invalid();
        }
        coversRows = guard.atRows();
        outermost = depth;
        form = new ExclusiveForm(this, signature.newDigest());
        form.start();
    }

    private void text() {
        if (form != null) {
            form.text();
        } else if (guard.inSignature()) {
            copy.text();
        }
    }

    private void end() {
        if (form != null) {
            form.end();
            if (depth == outermost) {
                signature.compare(form.digest());
                form = null;
                covered = true;
            }
        } else if (guard.inSignature()) {
            copy.end();
        }
        depth--;
    }

    private void finish() {
        if (copy != null) {
            check();
        }
        if (copy != null && !covered) {
            throw StreamedSignature.invalid();
        }
    }

    /** Without the rows; to be asked after {@link #rowsProven}. */
    FileSignature signature() {
        return signature.apart();
    }

    /** Whether the element that holds the rows, and no other, has been read and was what is signed. */
    boolean rowsProven() {
        return covered && coversRows;
    }
}
