package az.dost.vahid.kit.draft;

import az.dost.vahid.drop.row.Layout;
import az.dost.vahid.json.Json;
import az.dost.vahid.json.Literal;
import az.dost.vahid.kit.draft.field.DraftException;
import az.dost.vahid.kit.draft.field.Field;
import az.dost.vahid.kit.draft.field.Kind;
import az.dost.vahid.kit.draft.schema.SimpleTypes;
import az.dost.vahid.logging.PlainText;
import az.dost.vahid.signature.xml.IndentedXml;
import az.dost.vahid.signature.xml.XmlFactories;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import org.w3c.dom.DOMException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A document of the fields' examples, as it travels. */
final class ExampleDocument {
    private static final ObjectMapper JSON =
            Json.mapper().enable(com.fasterxml.jackson.core.JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

    static String json(JsonNode tree, boolean pretty) {
        try {
            return Literal.plain(
                            (pretty ? JSON.writerWithDefaultPrettyPrinter() : JSON.writer()).writeValueAsString(tree))
                    + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String xml(Field document) {
        Document xml = XmlFactories.empty();
        xml.appendChild(element(xml, document));
        return plain(xml);
    }

    private static String soap(String version) {
        return version.equals("1.2")
                ? "http://www.w3.org/2003/05/soap-envelope"
                : "http://schemas.xmlsoap.org/soap/envelope/";
    }

    /** One {@code soap:Header} with the fields as its blocks. */
    static String header(List<Field> blocks, String soapVersion) {
        Document xml = XmlFactories.empty();
        Element header = xml.createElementNS(soap(soapVersion), "soap:Header");
        xml.appendChild(header);
        blocks.forEach(block -> header.appendChild(element(xml, block)));
        return plain(xml);
    }

    static String envelope(Field document, String soapVersion) {
        String soap = soap(soapVersion);
        Document xml = XmlFactories.empty();
        Element envelope = xml.createElementNS(soap, "soap:Envelope");
        Element body = xml.createElementNS(soap, "soap:Body");
        xml.appendChild(envelope);
        envelope.appendChild(body);
        body.appendChild(element(xml, document));
        return plain(xml);
    }

    /**
     * The document with references to parts in its elements of these names.
     *
     * @param parts to which the parts are added, by their names
     */
    static String referring(String xml, List<?> names, Map<String, byte[]> parts) {
        String any = names.stream().map(name -> Pattern.quote(name.toString())).collect(Collectors.joining("|"));
        return names.isEmpty()
                ? xml
                : Pattern.compile("(<(?:" + any + ")(?:\\s[^>]*)?>)" + SimpleTypes.BINARY + "(?=</)")
                        .matcher(xml)
                        .replaceAll(found -> {
                            String part = "part-" + (parts.size() + 1);
                            parts.put(part, Base64.getDecoder().decode(SimpleTypes.BINARY));
                            return Matcher.quoteReplacement(found.group(1) + "cid:" + part);
                        });
    }

    /**
     * @param drop the descriptor's members that say how: delimiter, perhaps quote, and columns where no line names them
     */
    static String csv(Field row, Map<String, Object> drop) {
        List<String> names = row.children().stream().map(Field::name).toList();
        List<String> values = row.children().stream().map(Field::example).toList();
        try {
            String quote = drop.getOrDefault("quote", "\"").toString();
            CsvSchema schema = CsvSchema.emptySchema()
                    .withColumnSeparator(drop.get("delimiter").toString().charAt(0))
                    .withLineSeparator("\n");
            ObjectWriter writer = Json.csv()
                    .writer(quote.isEmpty() ? schema.withoutQuoteChar() : schema.withQuoteChar(quote.charAt(0)));
            return (drop.containsKey("columns") ? "" : writer.writeValueAsString(names))
                    + writer.writeValueAsString(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Values that would act in a terminal or an editor, such as marks of direction, as references to their characters.
     */
    private static String plain(Document xml) {
        StringBuilder plain = new StringBuilder();
        IndentedXml.of(xml).codePoints().forEach(c -> {
            if (PlainText.acts(c) && c != '\n' && c != '\r' && c != '\t') {
                plain.append("&#").append(c).append(';');
            } else {
                plain.appendCodePoint(c);
            }
        });
        return plain.toString();
    }

    /** A line of fixed width. */
    static String fixed(Field row, Layout layout) {
        int end = layout.record().fields().stream()
                .mapToInt(field -> field.from() - 1 + field.length())
                .max()
                .orElseThrow();
        StringBuilder line = new StringBuilder(" ".repeat(layout.recordLength() == null ? end : layout.recordLength()));
        line.replace(0, layout.record().marker().length(), layout.record().marker());
        for (Layout.Field field : layout.record().fields()) {
            String value = row.children().stream()
                    .filter(one -> one.name().equals(field.name()))
                    .findFirst()
                    .orElseThrow()
                    .example();
            line.replace(
                    field.from() - 1,
                    field.from() - 1 + Math.min(value.length(), field.length()),
                    value.substring(0, Math.min(value.length(), field.length())));
        }
        return line.append("\r\n").toString();
    }

    private static Element element(Document xml, Field field) {
        if (field.name().codePoints().anyMatch(PlainText::acts)) {
            throw new DraftException("A name has a character that no text shows: " + field.name());
        }
        try {
            return filled(xml, field);
        } catch (DOMException e) {
            throw new DraftException("No XML can have a name such as " + field.name() + ", or one of those in it", e);
        }
    }

    private static Element filled(Document xml, Field field) {
        Element element = xml.createElementNS(field.namespace().isEmpty() ? null : field.namespace(), field.name());
        if (field.type() != null) {
            said(element, field.type());
        }
        if (field.kind() != Kind.GROUP) {
            element.setTextContent(field.example());
        }
        for (Field child : field.children()) {
            if (child.name().startsWith("@")) {
                attribute(element, child);
            } else if (child.name().equals("#text")) {
                element.appendChild(xml.createTextNode(child.example()));
            } else if (child.kind() != Kind.GROUP || !child.children().isEmpty() || child.required()) {
                element.appendChild(element(xml, child));
                if (child.repeated()) {
                    element.appendChild(element(xml, child));
                }
            }
        }
        return element;
    }

    /** The type of an element whose own is abstract. */
    private static void said(Element element, QName type) {
        boolean bare = type.getNamespaceURI().isEmpty();
        if (!bare) {
            element.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:of", type.getNamespaceURI());
        }
        element.setAttributeNS(
                XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "xsi:type", (bare ? "" : "of:") + type.getLocalPart());
    }

    private static void attribute(Element element, Field field) {
        String name = field.name().substring(1);
        String prefix = field.namespace().equals(XMLConstants.XML_NS_URI)
                ? "xml"
                : "a" + element.getAttributes().getLength();
        element.setAttributeNS(
                field.namespace().isEmpty() ? null : field.namespace(),
                field.namespace().isEmpty() ? name : prefix + ":" + name,
                field.example());
    }

    private ExampleDocument() {}
}
