package az.dost.vahid.check;

import az.dost.vahid.definition.Finding;
import az.dost.vahid.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * What an OpenAPI file or JSON Schema says of itself, in YAML or JSON, by line: references, schemas that must contain
 * themselves.
 */
final class YamlContract {
    private final Node root;

    private YamlContract(Node root) {
        this.root = root;
    }

    /**
     * Empty, with an error, when the text is neither YAML nor JSON.
     *
     * @param any whether one value alone is right: an example that a contract refers to may be anything
     */
    static Optional<YamlContract> read(String text, String file, boolean any, Remarks remarks) {
        try {
            Node root = Json.places(text, ContractCheck.MAX_BYTES);
            if (root instanceof MappingNode || root instanceof SequenceNode) {
                return Optional.of(new YamlContract(root));
            }
            if (!any) {
                remarks.error(file, 1, 1, "is no YAML mapping");
            }
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> at = e.getProblemMark();
            remarks.error(new Finding(
                    file,
                    at.map(Mark::getLine).orElse(-1) + 1,
                    at.map(Mark::getColumn).orElse(-1) + 1,
                    "is not YAML: " + e.getProblem(),
                    null));
        } catch (YamlEngineException e) {
            remarks.error(
                    file,
                    0,
                    0,
                    "is not YAML: " + e.getMessage().lines().findFirst().orElse(""));
        }
        return Optional.empty();
    }

    /** No schema may be endless. */
    void check(String file, Remarks remarks) {
        RequiredParts parts = new RequiredParts();
        tuples(child(child(root, "components"), "schemas")).forEach(schema -> parts(schema, parts));
        tuples(child(root, "definitions")).forEach(schema -> parts(schema, parts));
        parts.endless()
                .forEach((name, line) -> remarks.error(
                        file, line, 0, "the schema " + name + " contains itself, and must: no document can have it"));
    }

    private static void parts(NodeTuple schema, RequiredParts parts) {
        String name = text(schema.getKeyNode());
        parts.put(name, schema.getKeyNode().getStartMark().orElseThrow().getLine() + 1);
        Set<String> required = new LinkedHashSet<>(texts(child(schema.getValueNode(), "required")));
        for (NodeTuple property : tuples(child(schema.getValueNode(), "properties"))) {
            String reference = text(child(property.getValueNode(), "$ref"));
            if (required.contains(text(property.getKeyNode())) && reference != null && reference.startsWith("#")) {
                parts.part(name, reference.substring(reference.lastIndexOf('/') + 1));
            }
        }
    }

    /** A reference as it is written. @param line from 1; @param column from 1 */
    record Reference(String text, int line, int column) {}

    List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        references(root, Collections.newSetFromMap(new IdentityHashMap<>()), references);
        return references;
    }

    private static void references(Node node, Set<Node> passed, List<Reference> found) {
        if (node == null || !passed.add(node)) {
            return;
        }
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(element -> references(element, passed, found));
        }
        for (NodeTuple tuple : tuples(node)) {
            String reference = "$ref".equals(text(tuple.getKeyNode())) ? text(tuple.getValueNode()) : null;
            if (reference != null) {
                found.add(new Reference(
                        reference,
                        tuple.getKeyNode().getStartMark().orElseThrow().getLine() + 1,
                        tuple.getKeyNode().getStartMark().orElseThrow().getColumn() + 1));
            }
            references(tuple.getValueNode(), passed, found);
        }
    }

    /** Whether a place is there. @param pointer empty for the whole */
    boolean has(String pointer) {
        return pointer.isEmpty() || at(pointer) != null;
    }

    private Node at(String pointer) {
        Node node = root;
        for (String step : pointer.replaceFirst("^/", "").split("/")) {
            node = child(node, step.replace("~1", "/").replace("~0", "~"));
        }
        return node;
    }

    private static Node child(Node node, String name) {
        for (NodeTuple tuple : tuples(node)) {
            if (name.equals(text(tuple.getKeyNode()))) {
                return tuple.getValueNode();
            }
        }
        return node instanceof SequenceNode sequence
                        && name.matches("\\d{1,6}")
                        && Integer.parseInt(name) < sequence.getValue().size()
                ? sequence.getValue().get(Integer.parseInt(name))
                : null;
    }

    private static List<NodeTuple> tuples(Node node) {
        return node instanceof MappingNode mapping ? mapping.getValue() : List.of();
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : null;
    }

    private static List<String> texts(Node node) {
        List<String> texts = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(element -> texts.add(text(element)));
        }
        return texts;
    }
}
