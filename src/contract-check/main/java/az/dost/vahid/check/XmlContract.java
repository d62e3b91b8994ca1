package az.dost.vahid.check;

import az.dost.vahid.signature.xml.XmlFactories;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What a WSDL or XSD file says of itself, line by line: imports, SOAP actions, types that must contain themselves. */
final class XmlContract {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema";
    private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
    private final Map<String, Integer> imports = new LinkedHashMap<>();
    private final Set<String> soapActions = new LinkedHashSet<>();
    private final RequiredParts parts = new RequiredParts();
    private String namespace = "";

    /** One open element: the named type or element that it belongs to, and whether it must occur there. */
    private record Open(String owner, boolean required) {}

    /** @throws IllegalArgumentException when the text is not well-formed */
    XmlContract(String text) {
        try {
            XMLStreamReader xml = XmlFactories.streaming().createXMLStreamReader(new StringReader(text));
            Deque<Open> open = new ArrayDeque<>();
            open.push(new Open(null, true));
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    open.push(read(xml, open.peek()));
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    open.pop();
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("The contract is not well-formed XML", e);
        }
    }

    private Open read(XMLStreamReader xml, Open within) {
        String name = xml.getLocalName();
        int line = xml.getLocation().getLineNumber();
        if (xml.getNamespaceURI() != null && xml.getNamespaceURI().startsWith(WSDL)) {
            if (name.equals("import") && xml.getAttributeValue(null, "location") != null) {
                imports.putIfAbsent(xml.getAttributeValue(null, "location"), line);
            }
            if (name.equals("operation") && xml.getAttributeValue(null, "soapAction") != null) {
                soapActions.add(xml.getAttributeValue(null, "soapAction"));
            }
            return within;
        }
        return XSD.equals(xml.getNamespaceURI()) ? schema(xml, within, name, line) : within;
    }

    private Open schema(XMLStreamReader xml, Open within, String name, int line) {
        if (name.equals("schema")) {
            namespace = Objects.requireNonNullElse(xml.getAttributeValue(null, "targetNamespace"), "");
        }
        if (name.matches("import|include|redefine|override")
                && xml.getAttributeValue(null, "schemaLocation") != null
                && !XMLConstants.XML_NS_URI.equals(xml.getAttributeValue(null, "namespace"))) {
            imports.putIfAbsent(xml.getAttributeValue(null, "schemaLocation"), line);
        }
        boolean required =
                within.required && !name.equals("choice") && !"0".equals(xml.getAttributeValue(null, "minOccurs"));
        String named = xml.getAttributeValue(null, "name");
        if (within.owner == null && named != null) {
            String owner = (name.equals("element") ? "element " : "") + "{" + namespace + "}" + named;
            parts.put(owner, line);
            if (name.equals("element")) {
                part(xml, owner, "", "type");
            }
            return new Open(owner, true);
        }
        if (within.owner != null && required && name.equals("element")) {
            part(xml, within.owner, "", "type");
            part(xml, within.owner, "element ", "ref");
        } else if (within.owner != null && name.equals("extension")) {
            part(xml, within.owner, "", "base");
        }
        return new Open(within.owner, required);
    }

    /** @param attribute that names the part, if it is there */
    private void part(XMLStreamReader xml, String owner, String kind, String attribute) {
        String qualified = xml.getAttributeValue(null, attribute);
        if (qualified != null) {
            String prefix = qualified.substring(0, Math.max(0, qualified.indexOf(':')));
            // Two types of one name in two namespaces are two.
            parts.part(
                    owner,
                    kind + "{" + Objects.requireNonNullElse(xml.getNamespaceURI(prefix), "") + "}"
                            + qualified.substring(qualified.indexOf(':') + 1));
        }
    }

    /** Locations of imported and included files, with the line. */
    Map<String, Integer> imports() {
        return imports;
    }

    /** Local names of the types that contain themselves without a way out, with the line. */
    Map<String, Integer> recursion() {
        Map<String, Integer> recursion = new LinkedHashMap<>();
        parts.endless().forEach((name, line) -> recursion.put(name.replaceFirst("\\{.*}", ""), line));
        return recursion;
    }

    Set<String> soapActions() {
        return soapActions;
    }
}
