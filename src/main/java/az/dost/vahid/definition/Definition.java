package az.dost.vahid.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A definition file that was read: its content with the schema's defaults filled in, and what is wrong with it.
 *
 * @param file     path as a person would type it
 * @param content  null when the file is no YAML at all
 * @param findings empty when the file fits its schema
 */
public record Definition(String file, JsonNode content, Node source, List<Finding> findings) {
    /** A finding at the line of a value, given as path of member names and indexes; the nearest line that exists. */
    public Finding at(String message, Object... path) {
        Node at = source;
        int line = at == null ? 0 : at.getStartMark().getLine() + 1;
        for (Object step : path) {
            Node next = child(at, String.valueOf(step));
            if (next == null) {
                break;
            }
            at = next;
            line = at.getStartMark().getLine() + 1;
        }
        return new Finding(file, line, message);
    }

    private static Node child(Node node, String step) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(step)) {
                    return tuple.getValueNode();
                }
            }
        } else if (node instanceof SequenceNode sequence && step.matches("\\d{1,9}")
                && Integer.parseInt(step) < sequence.getValue().size()) {
            return sequence.getValue().get(Integer.parseInt(step));
        }
        return null;
    }
}
