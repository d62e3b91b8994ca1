package az.dost.vahid.signature.container;

import az.dost.vahid.signature.key.ChangedException;
import az.dost.vahid.signature.xml.XmlFactories;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * The part that lists the others and their media types (OpenDocument 1.2, part 3, section 4). No signature is over it,
 * so it may say nothing else.
 */
final class Manifest {
    static final String NAME = "META-INF/manifest.xml";
    private static final String NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
    private static final String VERSION = "1.2";

    /** What it must say: the container itself and each signed part. */
    static Map<String, String> of(String container, Map<String, String> signed) {
        Map<String, String> types = new TreeMap<>(signed);
        types.put("/", container);
        return types;
    }

    /** @throws ChangedException when there is none, or it says something else than names and types */
    static Map<String, String> read(Map<String, byte[]> parts) {
        if (!parts.containsKey(NAME)) {
            throw new ChangedException("The part " + NAME + " is missing");
        }
        Document manifest = XmlFactories.parse(parts.get(NAME));
        if (manifest.getChildNodes().getLength() != 1
                || !named(manifest.getDocumentElement(), "manifest")
                || !plain(manifest.getDocumentElement())) {
            throw added();
        }
        Map<String, String> types = new TreeMap<>();
        for (Node child = manifest.getDocumentElement().getFirstChild();
                child != null;
                child = child.getNextSibling()) {
            if (!(child instanceof Element entry)
                    || !named(entry, "file-entry")
                    || entry.hasChildNodes()
                    || entry.getAttributes().getLength() != 2
                    || types.put(
                                    entry.getAttributeNS(NAMESPACE, "full-path"),
                                    entry.getAttributeNS(NAMESPACE, "media-type"))
                            != null) {
                throw added();
            }
        }
        return types;
    }

    private static boolean named(Element element, String name) {
        return NAMESPACE.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    /** The root has its name space and its version, and nothing besides. */
    private static boolean plain(Element root) {
        NamedNodeMap attributes = root.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            boolean declares = XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI());
            boolean version =
                    NAMESPACE.equals(attribute.getNamespaceURI()) && "version".equals(attribute.getLocalName());
            if (!declares && !version || !(declares ? NAMESPACE : VERSION).equals(attribute.getNodeValue())) {
                return false;
            }
        }
        return true;
    }

    private static ChangedException added() {
        return new ChangedException(
                "The part " + NAME + " has something that the gateway does not write, and nothing signs");
    }

    private Manifest() {}
}
