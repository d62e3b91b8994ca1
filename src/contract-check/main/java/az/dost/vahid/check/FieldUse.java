package az.dost.vahid.check;

import az.dost.vahid.normalise.MappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Which fields of the replies a mapping depends on: a field is taken out, and another one put in, to see whether
 * anything changes.
 */
public final class FieldUse {
    private static final JsonNode FOREIGN = TextNode.valueOf("\u0000");
    private final BoundedMapping mapping;
    private final Set<String> seen = new TreeSet<>();
    private final Set<String> used = new TreeSet<>();

    public FieldUse(BoundedMapping mapping) {
        this.mapping = mapping;
    }

    public void look(JsonNode reply) {
        JsonNode output = mapping.apply(reply);
        walk(reply.deepCopy(), "", new Walk(output));
    }

    /** Paths with {@code []} for the elements of a list. */
    List<String> unused() {
        List<String> unused = new ArrayList<>(seen);
        unused.removeAll(used);
        return unused;
    }

    /** On which fields anything seen so far depends, as paths without {@code []}. */
    public Set<String> used() {
        return plain(used);
    }

    /** Which fields were seen so far. */
    public Set<String> seen() {
        return plain(seen);
    }

    private static Set<String> plain(Set<String> paths) {
        return paths.stream().map(path -> path.replace("[]", "")).collect(Collectors.toCollection(TreeSet::new));
    }

    private final class Walk {
        private final JsonNode output;
        private JsonNode root;

        Walk(JsonNode output) {
            this.output = output;
        }

        boolean changes() {
            try {
                return !output.equals(mapping.apply(root));
            } catch (MappingException e) {
                return true;
            }
        }
    }

    private void walk(JsonNode node, String path, Walk walk) {
        if (walk.root == null) {
            walk.root = node;
        }
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                JsonNode value = object.get(name);
                if (value.isContainerNode()) {
                    walk(value, path + "/" + name, walk);
                } else {
                    leaf(value, path + "/" + name, other -> object.set(name, other), walk);
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                JsonNode value = array.get(i);
                if (value.isContainerNode()) {
                    walk(value, path + "[]", walk);
                } else {
                    int at = i;
                    leaf(value, path + "[]", other -> array.set(at, other), walk);
                }
            }
        }
    }

    private void leaf(JsonNode value, String path, Consumer<JsonNode> place, Walk walk) {
        seen.add(path);
        if (used.contains(path)) {
            return;
        }
        place.accept(NullNode.instance);
        boolean changes = walk.changes();
        place.accept(FOREIGN);
        if (changes || walk.changes()) {
            used.add(path);
        }
        place.accept(value);
    }
}
