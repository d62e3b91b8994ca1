package az.dost.vahid.mock.soap;

import az.dost.vahid.signature.xml.XmlFactories;
import javax.xml.XMLConstants;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** An element of a reply under construction. */
final class XmlReply {
    private final Element element;
    /** Null where the agency's elements below the root have no namespace. */
    private final String namespace;

    private final String prefix;

    private XmlReply(Element element, String namespace, String prefix) {
        this.element = element;
        this.namespace = namespace;
        this.prefix = prefix;
    }

    /** A root whose descendants are of its namespace too; the prefix may be empty. */
    static XmlReply qualified(String namespace, String prefix, String name) {
        return new XmlReply(root(namespace, prefix, name), namespace, prefix);
    }

    /** A root whose descendants have no namespace. */
    static XmlReply unqualified(String namespace, String prefix, String name) {
        return new XmlReply(root(namespace, prefix, name), null, "");
    }

    private static Element root(String namespace, String prefix, String name) {
        Document document = XmlFactories.empty();
        Element root = document.createElementNS(namespace, prefix.isEmpty() ? name : prefix + ":" + name);
        root.setAttributeNS(
                XMLConstants.XMLNS_ATTRIBUTE_NS_URI, prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, namespace);
        document.appendChild(root);
        return root;
    }

    /** Appends an empty element and gives it. */
    XmlReply add(String name) {
        String qualified = prefix.isEmpty() ? name : prefix + ":" + name;
        Element child = element.getOwnerDocument().createElementNS(namespace, qualified);
        element.appendChild(child);
        return new XmlReply(child, namespace, prefix);
    }

    /** Appends an element with text and gives this one. */
    XmlReply add(String name, Object text) {
        add(name).element.setTextContent(text.toString());
        return this;
    }

    /** Appends an element that says that it is absent, and gives this one. */
    XmlReply addNil(String name) {
        add(name).element.setAttributeNS(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "xsi:nil", "true");
        return this;
    }

    /** Sets an attribute and gives this element. */
    XmlReply with(String attribute, Object value) {
        element.setAttribute(attribute, value.toString());
        return this;
    }

    /** Sets this element's text and gives it. */
    XmlReply text(String text) {
        element.setTextContent(text);
        return this;
    }

    Document document() {
        return element.getOwnerDocument();
    }
}
