package az.dost.vahid.signature;

import az.dost.vahid.problem.Reason;
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
        Element root = document.getDocumentElement();
        Element signature = null;
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
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
        XmlSignatureCheck check = new XmlSignatureCheck(pinned);
        XmlSignatureCheck.declareIds(document);
        var certificates = signature.getElementsByTagNameNS(XmlSignatureCheck.DS, "X509Certificate");
        if (certificates.getLength() > 0) {
            check.presented(certificates.item(0).getTextContent());
        }
        check.verify(signature, Set.of(root), true);
        pinned.checkValid();
    }
}
