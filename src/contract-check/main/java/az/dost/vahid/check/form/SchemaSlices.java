package az.dost.vahid.check.form;

import az.dost.vahid.signature.xml.XmlFactories;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * The schemas that a WSDL or XSD file holds, each as a document of its own that has the file's lines; and the WSDL
 * files that it imports.
 */
final class SchemaSlices {
    static final String XSD = "http://www.w3.org/2001/XMLSchema";
    private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
    /** Stands for the location of a reference until it is known where that leads. */
    static final String REFERENCE = "vahid-reference-";

    private static final Pattern LOCATION = Pattern.compile("schemaLocation\\s*=\\s*(\"[^\"]*\"|'[^']*')");
    /** Counting up to such a number says nothing, and takes memory for each. */
    private static final Pattern MANY = Pattern.compile("maxOccurs\\s*=\\s*(?:\"\\d{4,}\"|'\\d{4,}')");

    private final String text;
    private final List<Slice> slices = new ArrayList<>();
    private final List<String> imports = new ArrayList<>();
    private final Deque<Map<String, String>> declared = new ArrayDeque<>();

    /** @param imported whether by an import, and not by an include or redefine; its namespace is empty for none */
    record Reference(boolean imported, String namespace, String location) {}

    record Slice(String namespace, String text, List<Reference> references) {}

    /** @throws XMLStreamException when the text is not well-formed */
    SchemaSlices(String text) throws XMLStreamException {
        this.text = text;
        declared.push(Map.of());
        XMLStreamReader2 xml =
                (XMLStreamReader2) XmlFactories.streaming().createXMLStreamReader(new StringReader(text));
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT
                    && XSD.equals(xml.getNamespaceURI())
                    && xml.getLocalName().equals("schema")) {
                slice(xml);
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                declared.push(prefixes(xml));
                if (WSDL.equals(xml.getNamespaceURI())
                        && xml.getLocalName().equals("import")
                        && xml.getAttributeValue(null, "location") != null) {
                    imports.add(xml.getAttributeValue(null, "location"));
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                declared.pop();
            }
        }
    }

    List<Slice> slices() {
        return slices;
    }

    List<String> imports() {
        return imports;
    }

    private void slice(XMLStreamReader2 xml) throws XMLStreamException {
        int start = (int) xml.getLocationInfo().getStartingCharOffset();
        String namespace = attribute(xml, "targetNamespace");
        StringBuilder prefixes = new StringBuilder();
        Map<String, String> around = new LinkedHashMap<>(declared.peek());
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            around.remove(xml.getNamespacePrefix(i) == null ? "" : xml.getNamespacePrefix(i));
        }
        around.forEach((prefix, uri) -> prefixes.append(" xmlns")
                .append(prefix.isEmpty() ? "" : ":" + prefix)
                .append("=\"")
                .append(XmlQuotes.attribute(uri))
                .append('"'));
        List<Reference> references = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        int copied = start;
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            if (event == XMLStreamConstants.START_ELEMENT && depth == 2 && refers(xml)) {
                int at = (int) xml.getLocationInfo().getStartingCharOffset();
                int end = (int) xml.getLocationInfo().getEndingCharOffset();
                body.append(text, copied, at).append(reference(xml, text.substring(at, end), references));
                copied = end;
            }
        }
        body.append(text, copied, (int) xml.getLocationInfo().getEndingCharOffset());
        String lines = text.substring(0, start).replaceAll("[^\\n]", "");
        String schema = MANY.matcher(body).replaceAll("maxOccurs=\"unbounded\"");
        Matcher name = Pattern.compile("^<[^\\s/>]+").matcher(schema);
        slices.add(new Slice(
                namespace,
                lines + name.replaceFirst(found -> Matcher.quoteReplacement(found.group() + prefixes)),
                references));
    }

    private static boolean refers(XMLStreamReader2 xml) {
        return XSD.equals(xml.getNamespaceURI())
                && xml.getLocalName().matches("import|include|redefine")
                && xml.getAttributeValue(null, "schemaLocation") != null;
    }

    /** Schemas of XML itself and of schemas are known, wherever they are said to be. */
    private static String reference(XMLStreamReader2 xml, String tag, List<Reference> references) {
        boolean imported = xml.getLocalName().equals("import");
        String namespace = attribute(xml, "namespace");
        if (imported && (namespace.equals(XSD) || namespace.equals(XMLConstants.XML_NS_URI))) {
            return LOCATION.matcher(tag).replaceFirst("");
        }
        references.add(new Reference(imported, namespace, xml.getAttributeValue(null, "schemaLocation")));
        return LOCATION.matcher(tag).replaceFirst("schemaLocation=\"" + REFERENCE + (references.size() - 1) + "\"");
    }

    private Map<String, String> prefixes(XMLStreamReader2 xml) {
        Map<String, String> prefixes = new LinkedHashMap<>(declared.peek());
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            prefixes.put(
                    xml.getNamespacePrefix(i) == null ? "" : xml.getNamespacePrefix(i),
                    xml.getNamespaceURI(i) == null ? "" : xml.getNamespaceURI(i));
        }
        return prefixes;
    }

    private static String attribute(XMLStreamReader2 xml, String name) {
        return xml.getAttributeValue(null, name) == null ? "" : xml.getAttributeValue(null, name);
    }
}
