package az.dost.vahid.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.IdentityHashMap;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Nodes that the bounded reader found, as the core schema of YAML 1.2 (section 10.3) understands them. What is named by
 * an alias is made once and shared.
 */
final class CoreYaml {
    // The successor is a setting of a mapper; these nodes are made by none.
    @SuppressWarnings("deprecation")
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private static final Pattern BOOLEAN = Pattern.compile("(?i)true|false");
    private static final int MOST_DIGITS = 300;
    private final IdentityHashMap<Node, JsonNode> made = new IdentityHashMap<>();

    /** Missing for an empty document. */
    static JsonNode of(Node root) {
        return root == null ? MissingNode.getInstance() : new CoreYaml().json(root);
    }

    private JsonNode json(Node node) {
        JsonNode known = made.get(node);
        if (known instanceof MissingNode) {
            throw new YamlEngineException("an anchor's content holds its own alias");
        }
        if (known != null) {
            return known;
        }
        made.put(node, MissingNode.getInstance());
        JsonNode json = node instanceof MappingNode mapping
                ? object(mapping)
                : node instanceof SequenceNode sequence ? array(sequence) : scalar((ScalarNode) node);
        made.put(node, json);
        return json;
    }

    private JsonNode object(MappingNode mapping) {
        ObjectNode object = NODES.objectNode();
        for (NodeTuple member : mapping.getValue()) {
            if (!(member.getKeyNode() instanceof ScalarNode name)) {
                throw new YamlEngineException("line "
                        + (member.getKeyNode().getStartMark().orElseThrow().getLine() + 1)
                        + " has a name that is no text");
            }
            object.set(name.getValue(), json(member.getValueNode()));
        }
        return object;
    }

    private JsonNode array(SequenceNode sequence) {
        ArrayNode array = NODES.arrayNode();
        sequence.getValue().forEach(element -> array.add(json(element)));
        return array;
    }

    private static JsonNode scalar(ScalarNode node) {
        String text = node.getValue();
        Tag tag = node.isPlain() ? node.getTag() : Tag.STR;
        try {
            if (Tag.NULL.equals(tag)) {
                return NODES.nullNode();
            } else if (Tag.BOOL.equals(tag) && BOOLEAN.matcher(text).matches()) {
                return NODES.booleanNode(text.equalsIgnoreCase("true"));
            } else if (Tag.INT.equals(tag) && text.length() <= MOST_DIGITS) {
                return NODES.numberNode(whole(text));
            } else if (Tag.FLOAT.equals(tag) && text.length() <= MOST_DIGITS && text.matches("[-+0-9.eE]+")) {
                return NODES.numberNode(new BigDecimal(text));
            }
        } catch (NumberFormatException e) {
            // A tag says what the text is not, or an exponent is beyond what can be computed with.
        }
        return NODES.textNode(text);
    }

    private static BigInteger whole(String text) {
        return text.startsWith("0x")
                ? new BigInteger(text.substring(2), 16)
                : text.startsWith("0o") ? new BigInteger(text.substring(2), 8) : new BigInteger(text);
    }
}
