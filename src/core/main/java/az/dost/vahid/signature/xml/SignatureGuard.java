package az.dost.vahid.signature.xml;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.signature.key.PinnedCertificate;
import az.dost.vahid.signature.key.ProofException;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Sees a signed document before its signature is checked and lets pass only one shape: at most a few elements, one
 * signature with one reference and the algorithms allowed here, then the one element that the reference names, a child
 * of the root. It leaves out comments, which exclusive canonicalisation leaves out too.
 */
final class SignatureGuard extends StreamReaderDelegate {
    private static final String DS = XmlSignatureCheck.DS;
    private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private static final Set<String> SIGNATURE_PARTS = Set.of(
            "Signature",
            "SignedInfo",
            "CanonicalizationMethod",
            "SignatureMethod",
            "Reference",
            "Transforms",
            "Transform",
            "DigestMethod",
            "DigestValue",
            "SignatureValue",
            "KeyInfo",
            "X509Data",
            "X509Certificate");
    private static final Set<String> ALGORITHMS = Set.of(
            "CanonicalizationMethod " + EXCLUSIVE,
            "Transform " + EXCLUSIVE,
            "DigestMethod http://www.w3.org/2001/04/xmlenc#sha256",
            "SignatureMethod http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
            "SignatureMethod http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256");
    private static final int MAX_BEFORE_ROWS = 1000;
    private static final int ROOT = 1;
    private final PinnedCertificate pinned;
    private final String rows;
    private final Set<String> ids = new HashSet<>();
    private final StringBuilder text = new StringBuilder();
    private int depth;
    private int elementsBeforeRows;
    private int signatureDepth;
    private boolean signatureSeen;
    private String reference;
    private boolean rowsSeen;
    private boolean atRows;

    SignatureGuard(XMLStreamReader reader, PinnedCertificate pinned, String rows) {
        super(reader);
        this.pinned = pinned;
        this.rows = rows;
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        while (event == COMMENT) {
            event = super.next();
        }
        switch (event) {
            case START_ELEMENT -> start();
            case END_ELEMENT -> end();
            case CHARACTERS, CDATA -> {
                if (signatureDepth > 0) {
                    text.append(getText());
                }
            }
            case DTD, ENTITY_DECLARATION, ENTITY_REFERENCE, PROCESSING_INSTRUCTION ->
                throw new ProofException(
                        Reason.MALFORMED, "The document declares a document type or holds an instruction");
            default -> {}
        }
        return event;
    }

    private void start() {
        depth++;
        atRows = false;
        boolean ds = DS.equals(getNamespaceURI());
        if (!rowsSeen && ++elementsBeforeRows > MAX_BEFORE_ROWS) {
            throw new ProofException(Reason.SIGNATURE_MISSING, "The document has too much before its rows");
        }
        if (signatureDepth > 0) {
            part(ds);
        } else if (ds) {
            if (signatureSeen || depth != ROOT + 1 || rowsSeen || !"Signature".equals(getLocalName())) {
                throw new ProofException(
                        Reason.SIGNATURE_NOT_ALLOWED, "The one signature must be a child of the root before the rows");
            }
            signatureSeen = true;
            signatureDepth = depth;
        } else if (rows.equals(getLocalName())) {
            rows();
        } else if (!rowsSeen && id() != null) {
            ids.add(id());
        } else if (names(id())) {
            throw new ProofException(Reason.SIGNATURE_NOT_ALLOWED, "Two elements have one Id");
        }
    }

    private void part(boolean ds) {
        String name = getLocalName();
        text.setLength(0);
        if (!ds || !SIGNATURE_PARTS.contains(name)) {
            throw new ProofException(Reason.SIGNATURE_NOT_ALLOWED, "A part of the signature is not allowed");
        }
        String algorithm = getAttributeValue(null, "Algorithm");
        if (algorithm != null && !ALGORITHMS.contains(name + " " + algorithm)) {
            throw new ProofException(Reason.SIGNATURE_NOT_ALLOWED, "An algorithm of the signature is not allowed");
        }
        if ("Reference".equals(name)) {
            if (reference != null
                    || getAttributeValue(null, "URI") == null
                    || getAttributeValue(null, "URI").length() < 2) {
                throw new ProofException(
                        Reason.SIGNATURE_NOT_ALLOWED, "The signature must have one reference, to an Id");
            }
            reference = getAttributeValue(null, "URI");
        }
    }

    private void rows() {
        if (!signatureSeen || reference == null) {
            throw new ProofException(Reason.SIGNATURE_MISSING, "No signature stands before the rows");
        }
        if (rowsSeen || depth != ROOT + 1 || !names(id()) || ids.contains(id())) {
            throw new ProofException(Reason.SIGNATURE_INCOMPLETE, "The signature does not cover the rows");
        }
        rowsSeen = true;
        atRows = true;
    }

    private String id() {
        return getAttributeCount() == 0 ? null : getAttributeValue(null, "Id");
    }

    private boolean names(String id) {
        return id != null
                && reference != null
                && reference.length() == id.length() + 1
                && reference.charAt(0) == '#'
                && reference.endsWith(id);
    }

    private void end() {
        if (signatureDepth > 0) {
            if (getLocalName().equals("X509Certificate")) {
                new XmlSignatureCheck(pinned).presented(text.toString());
            }
            if (depth == signatureDepth) {
                signatureDepth = 0;
            }
        }
        depth--;
    }

    /** @throws ProofException when the document had no rows */
    void demandRows() {
        if (!rowsSeen) {
            throw new ProofException(Reason.MALFORMED, "The document has no element " + rows);
        }
    }

    /** Whether the reader stands within the signature, its own start and end tag included. */
    boolean inSignature() {
        return signatureDepth > 0;
    }

    /** Whether the element whose start was read last is the one that holds the rows. */
    boolean atRows() {
        return atRows;
    }
}
