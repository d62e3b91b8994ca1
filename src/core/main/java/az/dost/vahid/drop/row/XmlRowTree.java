package az.dost.vahid.drop.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads an element from a stream into the same tree as {@link az.dost.vahid.normalise.XmlTree} does from a DOM. */
final class XmlRowTree {
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final int MAX_CHARACTERS = 1 << 20;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private final XMLStreamReader xml;
    private final Map<String, String> names = new HashMap<>();
    private int budget;
    private long characters;

    XmlRowTree(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** The content of the element at which the reader stands; leaves it at the element's end. */
    JsonNode read() throws XMLStreamException {
        budget = MAX_CHARACTERS;
        JsonNode row = element();
        characters += MAX_CHARACTERS - budget;
        return row;
    }

    /** Of the elements read so far, names and values. */
    long characters() {
        return characters;
    }

    private JsonNode element() throws XMLStreamException {
        spend(xml.getLocalName().length());
        // Made when they are needed: most elements are a text and nothing else.
        ObjectNode members = attributes();
        String first = "";
        StringBuilder text = null;
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                members = members == null ? NODES.objectNode() : members;
                add(members, name, element());
            } else if (xml.isCharacters()) {
                spend(xml.getTextLength());
                if (first.isEmpty()) {
                    first = xml.isWhiteSpace() ? "" : xml.getText();
                } else {
                    text = (text == null ? new StringBuilder(first) : text).append(xml.getText());
                }
            }
        }
        String content = (text == null ? first : text.toString()).strip();
        if (members == null) {
            return content.isEmpty() ? NullNode.instance : TextNode.valueOf(content);
        }
        if (!content.isEmpty()) {
            members.put("#text", content);
        }
        return members;
    }

    private ObjectNode attributes() throws XMLStreamException {
        ObjectNode members = null;
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (!XSI.equals(xml.getAttributeNamespace(i))) {
                String value = xml.getAttributeValue(i);
                spend(value.length());
                members = members == null ? NODES.objectNode() : members;
                members.put(names.computeIfAbsent(xml.getAttributeLocalName(i), "@"::concat), value);
            }
        }
        return members;
    }

    private void spend(int characters) throws XMLStreamException {
        budget -= characters + 1;
        if (budget < 0) {
            throw new XMLStreamException("The row is longer than " + MAX_CHARACTERS + " characters");
        }
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
}
