package az.dost.vahid.check.wsdl;

import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Elements of WSDL and XSD documents, and the qualified names in their attributes. */
public final class XmlNames {
    public static final String XSD = XMLConstants.W3C_XML_SCHEMA_NS_URI;
    static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";

    public static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(Element parent, String namespace, String name) {
        return children(parent).stream()
                .filter(child -> is(child, namespace, name))
                .toList();
    }

    static boolean is(Element element, String namespace, String name) {
        return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    /** Null when the attribute is not there, or empty. */
    static String attribute(Element element, String name) {
        String value = element.getAttribute(name);
        return value.isEmpty() ? null : value;
    }

    /** What a prefixed name in an attribute of the element stands for; null for null. */
    public static QName qualified(Element context, String prefixed) {
        if (prefixed == null) {
            return null;
        }
        int colon = prefixed.indexOf(':');
        String namespace = context.lookupNamespaceURI(colon < 0 ? null : prefixed.substring(0, colon));
        return new QName(namespace == null ? "" : namespace, prefixed.substring(colon + 1));
    }

    /** Whether an element or attribute may be called so: the libraries do not look. */
    public static boolean proper(String local) {
        return local.matches("[\\p{L}_][\\p{L}\\p{M}\\p{N}._\u00b7-]*");
    }

    private XmlNames() {}
}
