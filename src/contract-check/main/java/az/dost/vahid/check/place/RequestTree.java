package az.dost.vahid.check.place;

import az.dost.vahid.json.Json;
import az.dost.vahid.normalise.XmlTree;
import az.dost.vahid.signature.key.ProofException;
import az.dost.vahid.signature.xml.XmlFactories;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A request's file as a tree, with its placeholders: XML (what is within its root), JSON, or a form. */
public final class RequestTree {
    private static final ObjectMapper JSON = Json.mapper();

    /** Empty for what is none of them. */
    public static Optional<JsonNode> of(String text) {
        String bare = text.strip();
        try {
            if (bare.startsWith("<")) {
                return Optional.of(XmlTree.of(XmlFactories.parse(bare.getBytes(StandardCharsets.UTF_8))
                        .getDocumentElement()));
            }
            return Optional.of(
                    bare.startsWith("{") && !bare.matches("\\{[A-Za-z]+}")
                                    || bare.startsWith("[")
                                    || bare.startsWith("\"")
                            ? JSON.readTree(bare)
                            : form(bare));
        } catch (JsonProcessingException | ProofException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static JsonNode form(String text) {
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private RequestTree() {}
}
