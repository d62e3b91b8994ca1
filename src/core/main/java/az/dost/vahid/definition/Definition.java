package az.dost.vahid.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A definition file that was read: its content with the schema's defaults filled in, and what is wrong with it.
 *
 * @param file path as a person would type it
 * @param content null when the file is no YAML at all
 * @param findings empty when the file fits its schema
 */
public record Definition(String file, JsonNode content, Node source, List<Finding> findings) {
    /** A finding at a member or element, given as path of member names and indexes; the nearest one that exists. */
    public Finding at(String message, Object... path) {
        return at(message, null, path);
    }

    /** With a suggestion, null for none. */
    public Finding suggesting(String message, String suggestion, Object... path) {
        return at(message, suggestion, path);
    }

    private Finding at(String message, String suggestion, Object[] path) {
        Node within = source;
        Node mark = source;
        for (Object step : path) {
            NodeTuple next = child(within, String.valueOf(step));
            if (next == null) {
                break;
            }
            mark = next.getKeyNode();
            within = next.getValueNode();
        }
        return mark == null
                ? new Finding(file, 0, 0, message, suggestion)
                : new Finding(
                        file,
                        mark.getStartMark().orElseThrow().getLine() + 1,
                        mark.getStartMark().orElseThrow().getColumn() + 1,
                        message,
                        suggestion);
    }

    /** Key and value; the element twice for an element of a list. */
    private static NodeTuple child(Node node, String step) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(step)) {
                    return tuple;
                }
            }
        } else if (node instanceof SequenceNode sequence
                && step.matches("\\d{1,9}")
                && Integer.parseInt(step) < sequence.getValue().size()) {
            Node element = sequence.getValue().get(Integer.parseInt(step));
            return new NodeTuple(element, element);
        }
        return null;
    }
}
