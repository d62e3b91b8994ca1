package az.dost.vahid.kit.draft;

import az.dost.vahid.json.Json;
import az.dost.vahid.json.Literal;
import az.dost.vahid.logging.PlainText;
import az.dost.vahid.signature.xml.IndentedXml;
import az.dost.vahid.signature.xml.XmlFactories;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.w3c.dom.DOMException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A document of the fields' examples, as it travels. */
final class Written {
    private static final ObjectMapper JSON = Json.mapper().enable(com.fasterxml.jackson.core.JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

    static String json(JsonNode tree, boolean pretty) {
        try {
            return Literal.plain((pretty ? JSON.writerWithDefaultPrettyPrinter() : JSON.writer()).writeValueAsString(tree)) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String xml(Field document) {
        Document xml = XmlFactories.empty();
        xml.appendChild(element(xml, document));
        return plain(xml);
    }

    static String envelope(Field document, String soapVersion) {
        String soap = soapVersion.equals("1.2") ? "http://www.w3.org/2003/05/soap-envelope" : "http://schemas.xmlsoap.org/soap/envelope/";
        Document xml = XmlFactories.empty();
        Element envelope = xml.createElementNS(soap, "soap:Envelope");
        Element body = xml.createElementNS(soap, "soap:Body");
        xml.appendChild(envelope);
        envelope.appendChild(body);
        body.appendChild(element(xml, document));
        return plain(xml);
    }

    static String csv(Field row, char delimiter) {
        List<String> names = row.children().stream().map(Field::name).toList();
        List<String> values = row.children().stream().map(Field::example).toList();
        try {
            CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(delimiter).withLineSeparator("\n");
            return Json.csv().writer(schema).writeValueAsString(names) + Json.csv().writer(schema).writeValueAsString(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Values that would act in a terminal or an editor, such as marks of direction, as references to their characters. */
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
        if (field.kind() != Kind.GROUP) {
            element.setTextContent(field.example());
        }
        for (Field child : field.children()) {
            if (child.name().startsWith("@")) {
                element.setAttribute(child.name().substring(1), child.example());
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

    private Written() { }
}
