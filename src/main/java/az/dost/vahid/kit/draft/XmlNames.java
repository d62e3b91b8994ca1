package az.dost.vahid.kit.draft;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Elements of WSDL and XSD documents, and the qualified names in their attributes. */
final class XmlNames {
    static final String XSD = "http://www.w3.org/2001/XMLSchema";
    static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(Element parent, String name) {
        return children(parent).stream().filter(child -> name.equals(child.getLocalName())).toList();
    }

    /** Null when there is none. */
    static Element child(Element parent, String name) {
        return children(parent, name).stream().findFirst().orElse(null);
    }

    /** Null when the attribute is not there. */
    static String attribute(Element element, String name) {
        return element.hasAttribute(name) ? element.getAttribute(name) : null;
    }

    /** {@code {namespace}local} of a prefixed name, null for null. */
    static String qualified(Element context, String prefixed) {
        if (prefixed == null) {
            return null;
        }
        int colon = prefixed.indexOf(':');
        String namespace = context.lookupNamespaceURI(colon < 0 ? null : prefixed.substring(0, colon));
        return "{" + (namespace == null ? "" : namespace) + "}" + prefixed.substring(colon + 1);
    }

    static String local(String qualified) {
        return qualified.substring(qualified.indexOf('}') + 1);
    }

    static String namespace(String qualified) {
        return qualified.substring(1, qualified.indexOf('}'));
    }

    private XmlNames() { }
}
