package az.dost.vahid.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * XML as the JSON tree that mappings see: a child element is a member by its local name, repeated ones an array,
 * attributes are {@code @name}, text alone is a string, an empty element or xsi:nil is null, text beside attributes is
 * {@code #text}. Namespace declarations and XML signatures are left out.
 */
public final class XmlTree {
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";
    private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    private static final String WSU =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** The content of an element, not including its own name. */
    public static JsonNode of(Element element) {
        ObjectNode members = NODES.objectNode();
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            String namespace = attribute.getNamespaceURI();
            if (!XMLNS.equals(namespace) && !XSI.equals(namespace) && !WSU.equals(namespace)) {
                members.put("@" + name(attribute), attribute.getValue());
            }
        }
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                if (!DS.equals(inner.getNamespaceURI())) {
                    add(members, name(inner), of(inner));
                }
            } else if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        String content = text.toString().strip();
        if (members.isEmpty()) {
            return content.isEmpty() ? NullNode.instance : TextNode.valueOf(content);
        }
        if (!content.isEmpty()) {
            members.put("#text", content);
        }
        return members;
    }

    private static void add(ObjectNode members, String name, JsonNode value) {
        JsonNode present = members.get(name);
        if (present == null) {
            members.set(name, value);
        } else if (present instanceof ArrayNode array) {
            array.add(value);
        } else {
            members.set(name, NODES.arrayNode().add(present).add(value));
        }
    }

    private static String name(Node node) {
        return node.getLocalName() == null ? node.getNodeName() : node.getLocalName();
    }

    private XmlTree() {}
}
