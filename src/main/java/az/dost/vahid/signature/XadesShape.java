package az.dost.vahid.signature;

import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;

/**
 * The one shape that the gateway's XML signatures have. A signature's digests do not cover all of the element that it is: what else stands in
 * it could be anybody's, and is refused.
 */
public final class XadesShape {
    private static final String DS = XmlSignatureCheck.DS;
    private static final String XADES = XadesProperties.XADES;
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
     * Of a container's signature document: the signature and its root are all there is (ETSI EN 319 162-1, section 4.4.3).
     *
     * @throws ChangedException when it has another shape
     */
    public static XadesShape inContainer(Document document) {
        List<Element> signatures = children(document.getDocumentElement());
        if (document.getChildNodes().getLength() != 1 || !"XAdESSignatures".equals(document.getDocumentElement().getLocalName())
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
        return shape;
    }

    /** @throws ChangedException when the signature has another shape */
    static XadesShape of(Element signature) {
        List<Element> parts = children(signature);
        if (!names(parts, DS, "SignedInfo", "SignatureValue", "KeyInfo") && !names(parts, DS, "SignedInfo", "SignatureValue", "KeyInfo", "Object")) {
            throw added();
        }
        List<Element> data = children(parts.get(2));
        if (!names(data, DS, "X509Data")) {
            throw added();
        }
        children(data.get(0)).forEach(certificate -> is(certificate, DS, "X509Certificate"));
        if (parts.size() == 3) {
            return new XadesShape(signature, null, null);
        }
        List<Element> object = children(parts.get(3));
        if (!names(object, XADES, "QualifyingProperties") || !("#" + signature.getAttribute("Id")).equals(object.get(0).getAttribute("Target"))) {
            throw added();
        }
        List<Element> properties = children(object.get(0));
        if (!names(properties, XADES, "SignedProperties") && !names(properties, XADES, "SignedProperties", "UnsignedProperties")) {
            throw added();
        }
        return new XadesShape(signature, properties.get(0), properties.size() == 1 ? null : unsigned(properties.get(1)));
    }

    /** ETSI EN 319 132-1, section 4.3.5: each is one of the specification's own, and what is in it is for who checks it. */
    private static Element unsigned(Element properties) {
        List<Element> ofSignature = children(properties);
        if (!names(ofSignature, XADES, "UnsignedSignatureProperties")) {
            throw added();
        }
        for (Element property : children(ofSignature.get(0))) {
            if (!Set.of(XADES, LATER).contains(String.valueOf(property.getNamespaceURI()))) {
                throw added();
            }
        }
        return ofSignature.get(0);
    }

    /** What it says of itself and must cover; nothing for a signature as the gateway made them once. */
    Set<Element> covered() {
        return signed == null ? Set.of() : Set.of(signed);
    }

    /** Names of what others may add to a signature, in its order: time-stamps, certificates, revocation lists. */
    public List<String> unsignedProperties() {
        return unsigned == null ? List.of() : children(unsigned).stream().map(Node::getLocalName).toList();
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
            return new SignatureForm("XAdES-BASELINE-B", Instant.parse(first("SignedSignatureProperties", XADES, "SigningTime")));
        } catch (DateTimeException e) {
            throw new ChangedException("The signature does not say when it was made");
        }
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
        children(children(signature).get(0)).stream().filter(part -> types.containsKey(part.getAttribute("Id")))
                .forEach(reference -> byName.put(reference.getAttribute("URI"), types.get(reference.getAttribute("Id"))));
        return byName;
    }

    private String first(String within, String namespace, String name) {
        Node parent = signed.getElementsByTagNameNS(XADES, within).item(0);
        Node found = parent == null ? null : ((Element) parent).getElementsByTagNameNS(namespace, name).item(0);
        if (found == null) {
            throw new ChangedException("The signature has no " + name);
        }
        return found.getTextContent();
    }

    private static boolean names(List<Element> elements, String namespace, String... names) {
        return elements.size() == names.length && IntStream.range(0, names.length).allMatch(i -> named(elements.get(i), namespace, names[i]));
    }

    private static void is(Element element, String namespace, String name) {
        if (!named(element, namespace, name)) {
            throw added();
        }
    }

    private static boolean named(Element element, String namespace, String name) {
        return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    /** Of an element that has nothing else but white space. */
    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            } else if (!(child instanceof Text text) || !text.getData().isBlank()) {
                throw added();
            }
        }
        return children;
    }

    private static ChangedException added() {
        return new ChangedException("Something was put into the signature that it does not cover");
    }
}
