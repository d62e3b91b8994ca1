package az.dost.vahid.signature.xml;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.signature.key.PinnedCertificate;
import az.dost.vahid.signature.key.ProofException;
import java.util.HashSet;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Proof kind {@code xml-signature} of a reply: one ds:Signature, a child of the root, over the whole root. */
public final class EnvelopedSignature {
    private final PinnedCertificate pinned;

    public EnvelopedSignature(PinnedCertificate pinned) {
        this.pinned = pinned;
    }

    /** @throws ProofException when the document is not the agency's, whole and unchanged */
    public void verify(Document document) {
        verify(document, Set.of());
    }

    /** @param also what else the signature must cover, besides the root */
    public void verify(Document document, Set<Element> also) {
        Element signature = of(document);
        XmlSignatureCheck check = new XmlSignatureCheck(pinned);
        XmlSignatureCheck.declareIds(document);
        var certificates = signature.getElementsByTagNameNS(XmlSignatureCheck.DS, "X509Certificate");
        if (certificates.getLength() > 0) {
            check.presented(certificates.item(0).getTextContent());
        }
        Set<Element> required = new HashSet<>(also);
        required.add(document.getDocumentElement());
        check.verify(signature, required, true);
        pinned.checkValid();
    }

    /**
     * The one signature that is a child of a document's root.
     *
     * @throws ProofException SIGNATURE_MISSING or SIGNATURE_NOT_ALLOWED when there is none, or are several
     */
    public static Element of(Document document) {
        Element signature = null;
        for (Node child = document.getDocumentElement().getFirstChild();
                child != null;
                child = child.getNextSibling()) {
            if (XmlSignatureCheck.DS.equals(child.getNamespaceURI()) && "Signature".equals(child.getLocalName())) {
                if (signature != null) {
                    throw new ProofException(Reason.SIGNATURE_NOT_ALLOWED, "The document has more than one signature");
                }
                signature = (Element) child;
            }
        }
        if (signature == null) {
            throw new ProofException(Reason.SIGNATURE_MISSING, "The document has no signature");
        }
        return signature;
    }
}
