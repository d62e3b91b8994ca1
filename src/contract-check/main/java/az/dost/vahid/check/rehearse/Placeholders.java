package az.dost.vahid.check.rehearse;

import az.dost.vahid.json.Json;
import az.dost.vahid.normalise.XmlTree;
import az.dost.vahid.signature.xml.XmlFactories;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What the gateway filled into a request: read back at the places where the request's file has its placeholders. */
final class Placeholders {
    private static final ObjectMapper JSON = Json.mapper();
    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z]+)}");
    private final JsonNode template;
    /** Missing where requests have none of their own. */
    private final JsonNode header;

    private final String contentType;

    /**
     * @param header text of the file with the envelope's soap:Header, null for none
     * @param contentType of the request, {@code soap} for an envelope whose Body is meant
     */
    Placeholders(String template, String header, String contentType) {
        this.contentType = contentType;
        this.header = header == null
                ? MissingNode.getInstance()
                : XmlTree.of(XmlFactories.parse(header.getBytes(StandardCharsets.UTF_8))
                        .getDocumentElement());
        this.template = template == null
                ? JsonNodeFactory.instance.objectNode()
                : tree(template.getBytes(StandardCharsets.UTF_8), contentType, false);
    }

    /** By name; a placeholder at whose place nothing is found is left out. */
    Map<String, String> read(byte[] request) {
        Map<String, String> found = new HashMap<>();
        compare(template, tree(request, contentType, true), found);
        if (!header.isMissingNode()) {
            compare(header, XmlTree.of(only(XmlFactories.parse(request).getDocumentElement(), "Header")), found);
        }
        return found;
    }

    private static void compare(JsonNode template, JsonNode request, Map<String, String> found) {
        if (template.isTextual()) {
            Matcher names = NAME.matcher(template.textValue());
            StringBuilder pattern = new StringBuilder();
            int end = 0;
            while (names.find()) {
                pattern.append(Pattern.quote(template.textValue().substring(end, names.start())))
                        .append("(?<")
                        .append(names.group(1))
                        .append(">.*?)");
                end = names.end();
            }
            pattern.append(Pattern.quote(template.textValue().substring(end)));
            Matcher values = Pattern.compile(pattern.toString()).matcher(request.asText());
            if (end > 0 && values.matches()) {
                names.reset().results().forEach(name -> found.put(name.group(1), values.group(name.group(1))));
            }
        }
        template.properties().forEach(member -> compare(member.getValue(), request.path(member.getKey()), found));
        for (int i = 0; template.isArray() && i < template.size(); i++) {
            compare(template.get(i), request.path(i), found);
        }
    }

    private static JsonNode tree(byte[] text, String contentType, boolean whole) {
        try {
            if (contentType.contains("json")) {
                return JSON.readTree(text);
            }
            if (contentType.contains("form")) {
                return form(new String(text, StandardCharsets.UTF_8).strip());
            }
            Element root = XmlFactories.parse(text).getDocumentElement();
            return XmlTree.of(whole && contentType.equals("soap") ? body(root) : root);
        } catch (IOException e) {
            throw new IllegalArgumentException("The request is not JSON", e);
        }
    }

    private static JsonNode form(String text) {
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    private static Element body(Element envelope) {
        return only(only(envelope, "Body"), null);
    }

    private static Element only(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && (name == null || name.equals(element.getLocalName()))) {
                return element;
            }
        }
        throw new IllegalArgumentException("The request is no envelope with a Body");
    }
}
