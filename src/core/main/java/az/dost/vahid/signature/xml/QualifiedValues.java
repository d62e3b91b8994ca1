package az.dost.vahid.signature.xml;

import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Prefixes that stand in values ({@code xsi:type="xs:string"}), which exclusive canonicalisation loses unless it is
 * told of them (its section 3).
 */
final class QualifiedValues {
    private static final Set<String> NAMED = Set.of(
            "{http://www.w3.org/2001/XMLSchema-instance}type",
            "{http://schemas.xmlsoap.org/soap/encoding/}arrayType",
            "{http://www.w3.org/2003/05/soap-encoding}itemType");

    /** The PrefixList of an element, its prefixes with a blank between them; empty where nothing would be lost. */
    static String prefixes(Element element) {
        Set<String> found = new TreeSet<>();
        collect(element, found);
        return String.join(" ", found);
    }

    private static void collect(Element element, Set<String> found) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            int colon = attribute.getValue().indexOf(':');
            if (NAMED.contains("{" + attribute.getNamespaceURI() + "}" + attribute.getLocalName())
                    && colon > 0
                    && element.lookupNamespaceURI(attribute.getValue().substring(0, colon)) != null) {
                found.add(attribute.getValue().substring(0, colon));
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(inner, found);
            }
        }
    }

    private QualifiedValues() {}
}
