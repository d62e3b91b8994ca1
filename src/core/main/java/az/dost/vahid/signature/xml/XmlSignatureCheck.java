package az.dost.vahid.signature.xml;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.signature.key.PinnedCertificate;
import az.dost.vahid.signature.key.ProofException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.xml.security.Init;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.Reference;
import org.apache.xml.security.signature.SignedInfo;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Checks one XML signature with a pinned key. What the signature says of its own key is only compared, never trusted;
 * each element that must be covered is compared by identity with what the references point at, so that moved or
 * duplicated elements (signature wrapping) do not pass.
 */
public final class XmlSignatureCheck {
    public static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    static final String WSU = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    private static final Set<String> SIGNATURES =
            Set.of(XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA256, XMLSignature.ALGO_ID_SIGNATURE_ECDSA_SHA256);
    private static final Set<String> DIGESTS = Set.of("http://www.w3.org/2001/04/xmlenc#sha256");
    private static final Set<String> CANONICAL = Set.of(Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS);
    private static final Pattern NAME = Pattern.compile("#[\\p{L}_][\\p{L}\\p{N}_.-]*");
    private static final int MAX_REFERENCES = 5;

    static {
        Init.init();
        AttachedParts.register();
    }

    private final PinnedCertificate pinned;

    XmlSignatureCheck(PinnedCertificate pinned) {
        this.pinned = pinned;
    }

    /**
     * Makes every Id of the document known to the DOM.
     *
     * @throws ProofException SIGNATURE_NOT_ALLOWED when two elements share one
     */
    public static void declareIds(Document document) {
        declareIds(document.getDocumentElement(), new HashSet<>());
    }

    private static void declareIds(Element element, Set<String> seen) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            String name = attribute.getLocalName();
            if ("Id".equals(name) && (attribute.getNamespaceURI() == null || WSU.equals(attribute.getNamespaceURI()))) {
                if (!seen.add(attribute.getValue())) {
                    throw new ProofException(Reason.SIGNATURE_NOT_ALLOWED, "Two elements have one Id");
                }
                element.setIdAttributeNode(attribute, true);
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element next) {
                declareIds(next, seen);
            }
        }
    }

    /**
     * 1. allow only the algorithms, transforms and references named here, before any is carried out; 2. check the
     * signature value with the pinned key; 3. check every reference's digest; 4. compare what the references cover with
     * what must be covered.
     *
     * @param required elements that must be covered, each whole
     * @throws ProofException with the reason
     */
    void verify(Element signatureElement, Set<Element> required, boolean enveloped) {
        verify(signatureElement, required, enveloped, null);
    }

    /** The same of a document with parts beside it, which references may name. @param parts null for none */
    void verify(Element signatureElement, Set<Element> required, boolean enveloped, AttachedParts parts) {
        try {
            XMLSignature signature = new XMLSignature(signatureElement, "", true, pinned.provider());
            SignedInfo signedInfo = signature.getSignedInfo();
            allowAlgorithms(signedInfo);
            if (signedInfo.getLength() == 0
                    || signedInfo.getLength() > MAX_REFERENCES + (parts == null ? 0 : parts.size())) {
                throw new ProofException(Reason.SIGNATURE_NOT_ALLOWED, "The signature has no reference, or too many");
            }
            Set<Element> covered = new HashSet<>();
            for (int i = 0; i < signedInfo.getLength(); i++) {
                if (!part(signedInfo.item(i), parts)) {
                    covered.add(target(signedInfo.item(i), signatureElement, enveloped));
                }
            }
            if (parts != null) {
                signature.addResourceResolver(parts.resolver());
            }
            if (!signature.checkSignatureValue(pinned.key())) {
                throw new ProofException(Reason.SIGNATURE_INVALID, "The signature does not hold with the agency's key");
            }
            if (!covered.containsAll(required)) {
                throw new ProofException(Reason.SIGNATURE_INCOMPLETE, "The signature does not cover all that it must");
            }
        } catch (ProofException e) {
            throw e;
        } catch (XMLSecurityException | RuntimeException e) {
            // The latter for what is missing or no base64: Santuario does not look before it reads.
            throw new ProofException(Reason.SIGNATURE_INVALID, "The signature cannot be processed", e);
        }
    }

    /** Whether a reference names a part beside the document. */
    private static boolean part(Reference reference, AttachedParts parts) throws XMLSecurityException {
        if (parts == null || parts.signed(reference.getURI()) == null) {
            return false;
        }
        allow(DIGESTS, reference.getMessageDigestAlgorithm().getAlgorithmURI());
        Transforms transforms = reference.getTransforms();
        if (transforms == null
                || transforms.getLength() != 1
                || !AttachedParts.CONTENT.equals(transforms.item(0).getURI())) {
            throw new ProofException(Reason.SIGNATURE_NOT_ALLOWED, "A transform of the signature is not allowed");
        }
        return true;
    }

    private static Element target(Reference reference, Element signature, boolean enveloped)
            throws XMLSecurityException {
        allowParts(reference, enveloped);
        Document document = signature.getOwnerDocument();
        String uri = reference.getURI();
        if (enveloped && "".equals(uri)) {
            return document.getDocumentElement();
        }
        // A plain name only: Santuario would take #xpointer(id('x')) to x, getElementById to an Id that reads like
        // that.
        Element target = uri != null && NAME.matcher(uri).matches() ? document.getElementById(uri.substring(1)) : null;
        if (target == null) {
            throw new ProofException(
                    Reason.SIGNATURE_NOT_ALLOWED, "A reference of the signature points to no element of the document");
        }
        return target;
    }

    /**
     * @throws ProofException SIGNATURE_NOT_ALLOWED for another signature method or canonical form than those allowed
     *     here
     */
    static void allowAlgorithms(SignedInfo signedInfo) {
        allow(SIGNATURES, signedInfo.getSignatureMethodURI());
        allow(CANONICAL, signedInfo.getCanonicalizationMethodURI());
    }

    /** @throws ProofException SIGNATURE_NOT_ALLOWED for another digest or transform than those allowed here */
    static void allowParts(Reference reference, boolean enveloped) throws XMLSecurityException {
        allow(DIGESTS, reference.getMessageDigestAlgorithm().getAlgorithmURI());
        allowTransforms(reference, enveloped);
    }

    /** Without a last exclusive form, the inclusive one would be applied unsaid. */
    private static void allowTransforms(Reference reference, boolean enveloped) throws XMLSecurityException {
        Transforms transforms = reference.getTransforms();
        int length = transforms == null ? 0 : transforms.getLength();
        for (int i = 0; i < Math.max(1, length); i++) {
            String uri = i < length ? transforms.item(i).getURI() : "";
            if (!CANONICAL.contains(uri)
                    && !(enveloped && i == 0 && length > 1 && Transforms.TRANSFORM_ENVELOPED_SIGNATURE.equals(uri))) {
                throw new ProofException(Reason.SIGNATURE_NOT_ALLOWED, "A transform of the signature is not allowed");
            }
        }
    }

    private static void allow(Set<String> allowed, String uri) {
        if (!allowed.contains(uri)) {
            throw new ProofException(Reason.SIGNATURE_NOT_ALLOWED, "An algorithm of the signature is not allowed");
        }
    }

    /** @throws ProofException when base64 text is not the agency's pinned certificate */
    void presented(String base64) {
        try {
            pinned.checkPresented(Base64.getMimeDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw new ProofException(Reason.SIGNER_UNKNOWN, "The answer's certificate cannot be read");
        }
    }
}
