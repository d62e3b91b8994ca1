package az.dost.vahid.kit.synthetic;

import az.dost.vahid.json.Json;
import az.dost.vahid.signature.key.ProofException;
import az.dost.vahid.signature.xml.IndentedXml;
import az.dost.vahid.signature.xml.XmlFactories;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** A reply with every value in it replaced: JSON, XML or lines of separated values. */
public final class SyntheticReply {
    private static final ObjectMapper JSON = Json.mapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final Pattern SIGNATURES =
            Pattern.compile("http://www\\.w3\\.org/2000/09/xmldsig#|.*oasis-wss-wssecurity.*|.*oasis-200401-wss-.*");
    /** Attributes that say how an element is to be read. */
    private static final Set<String> FORMAT =
            Set.of("http://www.w3.org/2000/xmlns/", "http://www.w3.org/2001/XMLSchema-instance");

    private final Pseudonyms pseudonyms;
    private final Vocabulary vocabulary;

    public SyntheticReply(Pseudonyms pseudonyms, Vocabulary vocabulary) {
        this.pseudonyms = pseudonyms;
        this.vocabulary = vocabulary;
    }

    /** @throws UnprovenException when a member's name may be data, or the text is not JSON */
    public String json(String text) {
        try {
            JsonNode tree = JSON.readTree(text);
            json(tree, "", value -> {
                pseudonyms.see(value);
                return value;
            });
            return json(tree, "", pseudonyms::of).toPrettyString() + "\n";
        } catch (IOException e) {
            throw new UnprovenException("the reply is not JSON");
        }
    }

    private JsonNode json(JsonNode node, String place, UnaryOperator<String> replace) {
        if (node.isObject()) {
            ObjectNode replaced = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(member -> {
                named(member.getKey(), place.isEmpty() ? "the reply" : place);
                replaced.set(member.getKey(), json(member.getValue(), place + "/" + member.getKey(), replace));
            });
            return replaced;
        } else if (node.isArray()) {
            ArrayNode replaced = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> replaced.add(json(element, place + "/-", replace)));
            return replaced;
        } else if (node.isNumber()) {
            return DecimalNode.valueOf(
                    new BigDecimal(replace.apply(node.decimalValue().toPlainString())));
        }
        return node.isTextual() ? TextNode.valueOf(replace.apply(node.textValue())) : node;
    }

    private void named(String name, String place) {
        if (!vocabulary.names(name)) {
            throw new UnprovenException(
                    place + " has a member of which neither mapping nor contract knows the name: it may be data");
        }
    }

    /** Without signatures, comments and instructions. @throws UnprovenException as {@link #json} */
    public String xml(byte[] text) {
        try {
            Document document = XmlFactories.parse(text);
            clear(document);
            xml(document.getDocumentElement(), value -> {
                pseudonyms.see(value);
                return value;
            });
            xml(document.getDocumentElement(), pseudonyms::of);
            return IndentedXml.of(document);
        } catch (ProofException e) {
            throw new UnprovenException("the reply is not XML");
        }
    }

    private static void clear(Node node) {
        List<Node> children = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            children.add(child);
        }
        for (Node child : children) {
            boolean kept = child instanceof Text
                    || child instanceof Element
                            && (child.getNamespaceURI() == null
                                    || !SIGNATURES
                                            .matcher(child.getNamespaceURI())
                                            .matches());
            if (!kept) {
                node.removeChild(child);
            } else {
                clear(child);
            }
        }
    }

    private void xml(Element element, UnaryOperator<String> replace) {
        String place = "the element of a reply";
        named(element.getLocalName(), place);
        List<Attr> attributes = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            attributes.add((Attr) element.getAttributes().item(i));
        }
        for (Attr attribute : attributes) {
            if (attribute.getNamespaceURI() != null
                    && SIGNATURES.matcher(attribute.getNamespaceURI()).matches()) {
                element.removeAttributeNode(attribute);
            } else if (!FORMAT.contains(String.valueOf(attribute.getNamespaceURI()))) {
                named(attribute.getLocalName(), place);
                attribute.setValue(replace.apply(attribute.getValue()));
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text words && !words.getData().isBlank()) {
                words.setData(replace.apply(words.getData().strip()));
            } else if (child instanceof Element inner) {
                xml(inner, replace);
            }
        }
    }

    /**
     * A head line, which stays, and lines of values; each line's own text. @throws UnprovenException as {@link #json}
     */
    public List<String> separated(String text, char delimiter) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        cells(lines.isEmpty() ? "" : lines.get(0).replaceFirst("^\uFEFF", ""), delimiter, cell -> {
            named(cell, "the head");
            return cell;
        });
        List<String> rows = lines.subList(Math.min(1, lines.size()), lines.size());
        rows.forEach(row -> cells(row, delimiter, cell -> {
            pseudonyms.see(cell);
            return cell;
        }));
        return rows.stream().map(row -> cells(row, delimiter, pseudonyms::of)).toList();
    }

    private static String cells(String line, char delimiter, UnaryOperator<String> replace) {
        String end = Pattern.quote(String.valueOf(delimiter));
        return Pattern.compile("(?:^|(?<=" + end + "))(\"?)((?:(?!\\1(?:" + end + "|$)).)*)\\1(?=" + end + "|$)")
                .matcher(line)
                .replaceAll(cell -> java.util.regex.Matcher.quoteReplacement(
                        cell.group(1) + replace.apply(cell.group(2)) + cell.group(1)));
    }
}
