package az.dost.vahid.check.place;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A place of a document, such as {@code reply/person[]/surname}, in the trees that mappings see: what repeats is there
 * in a list, or alone.
 */
public final class DocumentPlace {
    private static final JsonNode FOREIGN = TextNode.valueOf("\u0000");
    private final List<String> steps;

    /**
     * @param place the document, and behind slashes the names on the way (escaped as in RFC 6901), {@code []} behind
     *     what repeats
     */
    public DocumentPlace(String place) {
        steps = Arrays.stream(plain(place).split("/"))
                .skip(1)
                // A document that is a list itself has no name for what is in it.
                .filter(step -> !step.isEmpty())
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    /** Without the marks of repetition. */
    public static String plain(String place) {
        return place.replaceAll("\\[](?=/|$)", "");
    }

    /** All values there; the document itself for a place without names. */
    public List<JsonNode> in(JsonNode document) {
        List<JsonNode> found = new ArrayList<>();
        find(document, steps, found);
        return found;
    }

    private static void find(JsonNode node, List<String> steps, List<JsonNode> found) {
        if (node.isArray()) {
            node.forEach(element -> find(element, steps, found));
        } else if (steps.isEmpty()) {
            found.add(node);
        } else if (node.has(steps.get(0))) {
            find(node.get(steps.get(0)), steps.subList(1, steps.size()), found);
        }
    }

    /** A copy of the document with nothing there. */
    public JsonNode without(JsonNode document) {
        return with(document, NullNode.getInstance());
    }

    /** A copy of the document with something there that no agency sends. */
    public JsonNode foreign(JsonNode document) {
        return with(document, FOREIGN);
    }

    private JsonNode with(JsonNode document, JsonNode value) {
        JsonNode copy = document.deepCopy();
        if (!steps.isEmpty()) {
            String last = steps.get(steps.size() - 1);
            List<JsonNode> parents = new ArrayList<>();
            find(copy, steps.subList(0, steps.size() - 1), parents);
            parents.forEach(parent -> {
                if (parent instanceof ObjectNode object && object.has(last)) {
                    object.set(last, value);
                }
            });
        }
        return copy;
    }

    /**
     * What a mapping's output has for {@code subject}, {@code asOf}, {@code requestId}, or for {@code fact.field} in
     * each of its records.
     */
    public static JsonNode given(JsonNode output, String is) {
        int dot = is.indexOf('.');
        if (dot < 0) {
            return output.path(is);
        }
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        JsonNode fact = output.path("facts").path(is.substring(0, dot));
        (fact.isArray() ? fact : JsonNodeFactory.instance.arrayNode().add(fact))
                .forEach(record -> values.add(record.path(is.substring(dot + 1)).toString()));
        return values;
    }
}
