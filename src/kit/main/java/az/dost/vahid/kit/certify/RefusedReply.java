package az.dost.vahid.kit.certify;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.check.CheckedFolder;
import az.dost.vahid.check.Sample;
import az.dost.vahid.check.trial.AskedAgency.Exchanged;
import az.dost.vahid.logging.PlainText;
import az.dost.vahid.normalise.MappingException;
import az.dost.vahid.signature.key.ProofException;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What of an answer its mapping could not use: by the fact's own places, or by those fields of the reply that keep it.
 */
public final class RefusedReply {
    private static final int NAMED = 5;
    /** Fields that are looked at, each by two runs of the mapping. */
    private static final int LOOKED_AT = 400;

    /**
     * @param exchanged what came back, in the order of time
     * @return places, rules and lines, never a value; empty where nothing was refused for its content
     */
    public static String of(CheckedFolder folder, SourceAnswer answer, List<Exchanged> exchanged) {
        if (!answer.unmappable().isEmpty()) {
            return named(answer.unmappable().stream()
                    .map(part -> part.path() + " " + part.rule())
                    .distinct()
                    .toList());
        }
        return answer.reason() != Reason.UNMAPPABLE || exchanged.isEmpty()
                ? ""
                : whole(folder, exchanged.get(exchanged.size() - 1));
    }

    private static String whole(CheckedFolder folder, Exchanged last) {
        JsonNode tree;
        try {
            tree = last.came() ? Sample.tree(last.body(), folder.connector()) : null;
        } catch (IllegalArgumentException | ProofException e) {
            return "";
        }
        return tree == null ? "" : refused(folder, tree);
    }

    /**
     * Why the mapping refuses a reply as a whole, and the fields without which it would not; empty where it takes it.
     */
    public static String refused(CheckedFolder folder, JsonNode tree) {
        try {
            folder.bounded().apply(tree);
            return "";
        } catch (MappingException e) {
            String why = e.getMessage()
                    + (e.line() < 1 ? "" : " (" + folder.connector().mapping() + ", line " + e.line() + ")");
            List<String> fields = fields(folder, tree);
            return why + (fields.isEmpty() ? "" : ", by " + named(fields));
        }
    }

    private static String named(List<String> places) {
        return PlainText.of(places.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (places.size() > NAMED ? " and " + (places.size() - NAMED) + " more" : ""));
    }

    /** Fields of the reply that are refused: with nothing there, or with a sample's value, the mapping takes it. */
    private static List<String> fields(CheckedFolder folder, JsonNode tree) {
        List<JsonPointer> leaves = new ArrayList<>();
        leaves(tree, JsonPointer.empty(), leaves);
        JsonNode sample = sample(folder);
        List<String> fields = new ArrayList<>();
        for (JsonPointer leaf : leaves) {
            if (takes(folder, with(tree, leaf, NullNode.instance))
                    || sample.at(leaf).isValueNode() && takes(folder, with(tree, leaf, sample.at(leaf)))) {
                fields.add(leaf.toString());
            }
        }
        return fields;
    }

    private static JsonNode sample(CheckedFolder folder) {
        for (Sample sample : folder.samples()) {
            try {
                if (sample.hasExpected() && !sample.inputs().isEmpty()) {
                    return folder.tree(sample);
                }
            } catch (IllegalArgumentException | IllegalStateException | ProofException e) {
                // connector check tells what is wrong with a sample.
            }
        }
        return NullNode.instance;
    }

    private static void leaves(JsonNode node, JsonPointer at, List<JsonPointer> into) {
        if (into.size() >= LOOKED_AT) {
            return;
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> leaves(member.getValue(), at.appendProperty(member.getKey()), into));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                leaves(array.get(i), at.appendIndex(i), into);
            }
        } else {
            into.add(at);
        }
    }

    private static JsonNode with(JsonNode tree, JsonPointer at, JsonNode value) {
        JsonNode copy = tree.deepCopy();
        JsonNode parent = copy.at(at.head());
        if (parent instanceof ObjectNode object) {
            object.set(at.last().getMatchingProperty(), value);
        } else if (parent instanceof ArrayNode array) {
            array.set(at.last().getMatchingIndex(), value);
        }
        return copy;
    }

    private static boolean takes(CheckedFolder folder, JsonNode tree) {
        try {
            folder.bounded().apply(tree);
            return true;
        } catch (MappingException e) {
            return false;
        }
    }

    private RefusedReply() {}
}
