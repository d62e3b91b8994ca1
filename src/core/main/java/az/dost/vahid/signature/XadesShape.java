package az.dost.vahid.signature;

import static az.dost.vahid.signature.xml.XmlShape.added;
import static az.dost.vahid.signature.xml.XmlShape.children;
import static az.dost.vahid.signature.xml.XmlShape.ids;
import static az.dost.vahid.signature.xml.XmlShape.names;
import static az.dost.vahid.signature.xml.XmlShape.require;
import static az.dost.vahid.signature.xml.XmlShape.text;

import az.dost.vahid.signature.key.ChangedException;
import az.dost.vahid.signature.key.ProofException;
import az.dost.vahid.signature.xml.XadesProperties;
import az.dost.vahid.signature.xml.XmlShape;
import az.dost.vahid.signature.xml.XmlSignatureCheck;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * The one shape that the gateway's XML signatures have. A signature's digests do not cover all of the element that it
 * is: what else stands in it could be anybody's, and is refused, whether it is an element, text or an attribute. Only a
 * container's may have unsigned properties besides, and those are told as unchecked.
 */
public final class XadesShape {
    private static final String DS = XmlSignatureCheck.DS;
    private static final String XADES = XadesProperties.XADES;
    private static final String CONTAINER = "http://uri.etsi.org/02918/v1.2.1#";
    /** Name of the property that is a time-stamp over the signature's value. */
    public static final String STAMP = "SignatureTimeStamp";
    /** Name of the property that is a time-stamp over the signature and the properties before it. */
    public static final String ARCHIVE_STAMP = "ArchiveTimeStamp";

    public static final Set<String> STAMPS = Set.of(STAMP, ARCHIVE_STAMP);

    private static final String LATER = "http://uri.etsi.org/01903/v1.4.1#";
    private final Element signature;
    private final Element signed;
    private final Element unsigned;

    private XadesShape(Element signature, Element signed, Element unsigned) {
        this.signature = signature;
        this.signed = signed;
        this.unsigned = unsigned;
    }

    /**
     * Of a container's signature document: the signature and its root are all there is (ETSI EN 319 162-1, section
     * 4.4.3).
     *
     * @throws ChangedException when it has another shape
     */
    public static XadesShape inContainer(Document document) {
        List<Element> signatures = children(document.getDocumentElement());
        ids(document.getDocumentElement());
        if (document.getChildNodes().getLength() != 1
                || !names(List.of(document.getDocumentElement()), CONTAINER, "XAdESSignatures")
                || !names(signatures, DS, "Signature")) {
            throw added();
        }
        try {
            XmlSignatureCheck.declareIds(document);
        } catch (ProofException e) {
            throw new ChangedException(e.getMessage());
        }
        XadesShape shape = of(signatures.get(0));
        if (shape.signed == null) {
            throw new ChangedException("The signature has no SignedProperties");
        }
        // Otherwise others could stand among the unsigned ones, signed, and these be anybody's.
        require(children(children(shape.signature).get(0)).stream()
                .anyMatch(reference -> reference.getAttribute("URI").equals("#" + shape.signed.getAttribute("Id"))));
        return shape;
    }

    /** @throws ChangedException when the signature has another shape */
    static XadesShape of(Element signature) {
        List<Element> parts = children(signature);
        if (!names(parts, DS, "SignedInfo", "SignatureValue", "KeyInfo")
                && !names(parts, DS, "SignedInfo", "SignatureValue", "KeyInfo", "Object")) {
            throw added();
        }
        List<Element> data = children(parts.get(2));
        if (!names(data, DS, "X509Data")) {
            throw added();
        }
        ids(signature, parts.get(1), parts.get(2), data.get(0));
        text(parts.get(1));
        chained(children(data.get(0)).stream().map(XadesShape::certificate).toList());
        if (parts.size() == 3) {
            return new XadesShape(signature, null, null);
        }
        List<Element> object = children(parts.get(3));
        ids(parts.get(3));
        if (!names(object, XADES, "QualifyingProperties")
                || !("#" + signature.getAttribute("Id")).equals(object.get(0).getAttribute("Target"))) {
            throw added();
        }
        List<Element> properties = children(object.get(0));
        ids(object.get(0), "Target");
        if (!names(properties, XADES, "SignedProperties")
                && !names(properties, XADES, "SignedProperties", "UnsignedProperties")) {
            throw added();
        }
        return new XadesShape(
                signature, properties.get(0), properties.size() == 1 ? null : unsigned(properties.get(1)));
    }

    /** The signer's first, then those above it: a digest covers the first one, and none the others. */
    private static void chained(List<X509Certificate> certificates) {
        require(certificates.isEmpty() || CarriedCertificates.chain(certificates, certificates.get(0)));
    }

    /** Its text is one certificate and nothing else. */
    private static X509Certificate certificate(Element element) {
        require(XmlShape.named(element, DS, "X509Certificate"));
        ids(element);
        byte[] der = text(element);
        try {
            X509Certificate certificate = GatewayProof.certificate(der);
            require(Arrays.equals(der, certificate.getEncoded()));
            return certificate;
        } catch (CertificateEncodingException e) {
            throw added();
        }
    }

    /**
     * ETSI EN 319 132-1, section 4.3.5: each is named as the specification's are, and a time-stamp has its token and
     * nothing else. What is in the others nobody looks at: whoever reads the signature is told their names, and that
     * they were not checked.
     */
    private static Element unsigned(Element properties) {
        List<Element> ofSignature = children(properties);
        require(names(ofSignature, XADES, "UnsignedSignatureProperties"));
        ids(properties, ofSignature.get(0));
        for (Element property : children(ofSignature.get(0))) {
            require(Set.of(XADES, LATER).contains(String.valueOf(property.getNamespaceURI())));
            if (STAMPS.contains(property.getLocalName())) {
                stamp(property);
            }
        }
        return ofSignature.get(0);
    }

    private static void stamp(Element property) {
        ids(property);
        for (Element part : children(property)) {
            if (XmlShape.named(part, DS, "CanonicalizationMethod")) {
                ids(part, "Algorithm");
                require(children(part).isEmpty());
            } else {
                require(XmlShape.named(part, XADES, "EncapsulatedTimeStamp"));
                ids(part, "Encoding");
                text(part);
            }
        }
    }

    /** What it says of itself and must cover; nothing for a signature as the gateway made them once. */
    Set<Element> covered() {
        return signed == null ? Set.of() : Set.of(signed);
    }

    /**
     * Names of what stands in a signature and it does not cover, in its order: time-stamps, certificates, revocation
     * lists.
     */
    public List<String> unsignedProperties() {
        return unsigned == null
                ? List.of()
                : children(unsigned).stream().map(Node::getLocalName).toList();
    }

    /**
     * What it is and says of itself.
     *
     * @throws ChangedException when it names another certificate, or no time
     */
    SignatureForm form(X509Certificate certificate) {
        if (signed == null) {
            return new SignatureForm("XML signature", null);
        }
        if (!XadesProperties.digest(certificate).equals(first("Cert", DS, "DigestValue"))) {
            throw new ChangedException("The signature names another certificate than the gateway's");
        }
        try {
            return new SignatureForm(
                    "XAdES-BASELINE-B",
                    Instant.parse(first("SignedSignatureProperties", XADES, "SigningTime")),
                    null,
                    false,
                    above());
        } catch (DateTimeException e) {
            throw new ChangedException("The signature does not say when it was made");
        }
    }

    /** Whether it carries certificates of authorities above the signer's, which it does not cover. */
    public boolean above() {
        return children(children(children(signature).get(2)).get(0)).size() > 1;
    }

    /** What a container's signature says that each part is, by its name. */
    public Map<String, String> mediaTypes() {
        Map<String, String> types = new HashMap<>();
        NodeList formats = signed.getElementsByTagNameNS(XADES, "DataObjectFormat");
        for (int i = 0; i < formats.getLength(); i++) {
            Element format = (Element) formats.item(i);
            types.put(format.getAttribute("ObjectReference").replaceFirst("^#", ""), format.getTextContent());
        }
        Map<String, String> byName = new HashMap<>();
        children(children(signature).get(0)).stream()
                .filter(part -> types.containsKey(part.getAttribute("Id")))
                .forEach(reference ->
                        byName.put(reference.getAttribute("URI"), types.get(reference.getAttribute("Id"))));
        return byName;
    }

    private String first(String within, String namespace, String name) {
        Node parent = signed.getElementsByTagNameNS(XADES, within).item(0);
        Node found = parent == null
                ? null
                : ((Element) parent).getElementsByTagNameNS(namespace, name).item(0);
        if (found == null) {
            throw new ChangedException("The signature has no " + name);
        }
        return found.getTextContent();
    }
}
