package az.dost.vahid.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.IdentityHashMap;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Nodes that the bounded reader found, as the core schema of YAML 1.2 (section 10.3) understands them. What is named by
 * an alias is made once and shared.
 */
final class CoreYaml {
    private static final ScalarResolver CORE = new CoreScalarResolver(false);
    // The successor is a setting of a mapper; these nodes are made by none.
    @SuppressWarnings("deprecation")
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private static final int MOST_DIGITS = 300;
    private final IdentityHashMap<Node, JsonNode> made = new IdentityHashMap<>();

    /** Missing for an empty document. */
    static JsonNode of(Node root) {
        return root == null ? MissingNode.getInstance() : new CoreYaml().json(root);
    }

    private JsonNode json(Node node) {
        JsonNode known = made.get(node);
        if (known instanceof MissingNode) {
            throw new YAMLException("an anchor's content holds its own alias");
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
                throw new YAMLException(
                        "line " + (member.getKeyNode().getStartMark().getLine() + 1) + " has a name that is no text");
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
        if (node.getScalarStyle() != ScalarStyle.PLAIN) {
            return NODES.textNode(text);
        }
        Tag tag = CORE.resolve(text, true);
        if (Tag.NULL.equals(tag)) {
            return NODES.nullNode();
        } else if (Tag.BOOL.equals(tag)) {
            return NODES.booleanNode(text.equalsIgnoreCase("true"));
        } else if (Tag.INT.equals(tag) && text.length() <= MOST_DIGITS) {
            return NODES.numberNode(whole(text));
        } else if (Tag.FLOAT.equals(tag) && text.length() <= MOST_DIGITS && text.matches("[-+0-9.eE]+")) {
            return number(text);
        }
        return NODES.textNode(text);
    }

    private static BigInteger whole(String text) {
        return text.startsWith("0x")
                ? new BigInteger(text.substring(2), 16)
                : text.startsWith("0o") ? new BigInteger(text.substring(2), 8) : new BigInteger(text);
    }

    /** An exponent may be beyond what can be computed with. */
    private static JsonNode number(String text) {
        try {
            return NODES.numberNode(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return NODES.textNode(text);
        }
    }
}
