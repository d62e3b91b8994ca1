package az.dost.vahid.signature.xml;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Keeps an element of a stream as a DOM. Each element declares the namespaces that it uses itself and those around it
 * do not, which is all that exclusive canonicalisation looks at.
 */
final class ElementCopy {
    private final XMLStreamReader xml;
    private final Document document = XmlFactories.empty();
    private Node at = document;

    ElementCopy(XMLStreamReader xml) {
        this.xml = xml;
    }

    void start() {
        Element element = document.createElementNS(xml.getNamespaceURI(), name(xml.getPrefix(), xml.getLocalName()));
        at.appendChild(element);
        declare(element, xml.getPrefix(), xml.getNamespaceURI());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String prefix = xml.getAttributePrefix(i);
            String namespace = prefix == null || prefix.isEmpty() ? null : xml.getAttributeNamespace(i);
            element.setAttributeNS(namespace, name(prefix, xml.getAttributeLocalName(i)), xml.getAttributeValue(i));
            if (namespace != null && !XMLConstants.XML_NS_URI.equals(namespace)) {
                declare(element, prefix, namespace);
            }
        }
        at = element;
    }

    void text() {
        at.appendChild(document.createTextNode(xml.getText()));
    }

    void end() {
        at = at.getParentNode();
    }

    /** Whole once its end has been passed. */
    Element element() {
        return document.getDocumentElement();
    }

    private void declare(Element element, String prefix, String namespace) {
        String attribute = name(
                prefix == null || prefix.isEmpty() ? null : XMLConstants.XMLNS_ATTRIBUTE,
                prefix == null || prefix.isEmpty() ? XMLConstants.XMLNS_ATTRIBUTE : prefix);
        boolean inScope = at instanceof Element outer
                && namespace.equals(outer.lookupNamespaceURI(prefix == null || prefix.isEmpty() ? null : prefix));
        if (!inScope) {
            element.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, attribute, namespace);
        }
    }

    private static String name(String prefix, String local) {
        return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
    }
}
