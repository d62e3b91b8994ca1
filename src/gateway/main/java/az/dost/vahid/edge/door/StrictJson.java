package az.dost.vahid.edge.door;

import az.dost.vahid.json.Json;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;
import java.util.regex.Pattern;

/** JSON that somebody sent: one document, no key twice, nothing after it, and neither depth nor digits without end. */
public final class StrictJson {
    private static final Pattern WORD = Pattern.compile("[a-z][A-Za-z]{1,40}");
    private static final ObjectMapper JSON = Json.strict();

    /**
     * A request's body.
     *
     * @throws ProblemException REQUEST_MALFORMED, without any word of the body
     */
    public static ObjectNode object(byte[] body) {
        JsonNode tree;
        try {
            tree = JSON.readTree(body);
        } catch (IOException e) {
            // Jackson's message quotes the body.
            throw new ProblemException(
                    ProblemCode.REQUEST_MALFORMED, null, "The body is not one JSON document without duplicate keys.");
        }
        if (tree instanceof ObjectNode object) {
            return object;
        }
        throw new ProblemException(ProblemCode.REQUEST_MALFORMED, null, "The body must be a JSON object.");
    }

    /**
     * @param fields that it may have
     * @throws ProblemException REQUEST_MALFORMED or FIELD_UNKNOWN
     */
    public static ObjectNode object(byte[] body, Set<String> fields) {
        ObjectNode object = object(body);
        onlyKnown(object, fields, "");
        return object;
    }

    /** @throws JsonProcessingException whose message may quote the text */
    public static JsonNode tree(String text) throws JsonProcessingException {
        return JSON.readTree(text);
    }

    /** @throws IOException whose message may quote the text */
    public static JsonNode tree(byte[] text) throws IOException {
        return JSON.readTree(text);
    }

    /**
     * @param prefix of a field's path, empty or with a dot at its end
     * @throws ProblemException FIELD_UNKNOWN
     */
    public static void onlyKnown(JsonNode object, Set<String> fields, String prefix) {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!fields.contains(name)) {
                // The name is the caller's text: it is only repeated when it is a plain word.
                throw new ProblemException(
                        ProblemCode.FIELD_UNKNOWN, WORD.matcher(name).matches() ? prefix + name : null, null);
            }
        }
    }

    private StrictJson() {}
}
