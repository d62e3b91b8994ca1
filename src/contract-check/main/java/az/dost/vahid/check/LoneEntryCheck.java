package az.dost.vahid.check;

import az.dost.vahid.normalise.MappingException;
import az.dost.vahid.signature.key.ProofException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Warns of a mapping that takes several elements of one name for a list, and stumbles over one alone: in XML that is no
 * list. Samples as {@code connector new} makes them have two of each, so that no other check meets it.
 */
final class LoneEntryCheck implements FolderCheck {
    @Override
    public void check(CheckedFolder folder, Remarks remarks) {
        if (folder.connector() == null || folder.mapping() == null) {
            return;
        }
        Set<String> told = new LinkedHashSet<>();
        for (Sample sample : folder.samples()) {
            if (sample.hasExpected()
                    && sample.inputs().stream()
                            .anyMatch(input -> input.toString().endsWith(".xml"))) {
                look(folder, sample, told);
            }
        }
        told.forEach(message -> remarks.warn(folder.name(folder.connector().mapping()), 0, message));
    }

    private static void look(CheckedFolder folder, Sample sample, Set<String> told) {
        try {
            JsonNode tree = folder.tree(sample);
            JsonNode whole = folder.bounded().apply(tree);
            Set<String> lists = new TreeSet<>();
            lists(tree, "", lists);
            for (String list : lists) {
                String lost = lost(folder, whole, alone(tree.deepCopy(), "", list));
                if (!lost.isEmpty()) {
                    told.add(
                            "with one " + list + " in place of several the mapping gives " + lost
                                    + ": in XML one alone is no list. Make one of it as a draft does,"
                                    + " def list(one-or-more) if (is-array($one-or-more)) $one-or-more else if ($one-or-more) [$one-or-more] else []");
                }
            }
        } catch (MappingException | ProofException | IllegalArgumentException | IllegalStateException e) {
            // The sample's own check says so.
        }
    }

    /**
     * What is not as it was with all of them, in words; empty where all is well, or the mapping refuses such a reply.
     */
    private static String lost(CheckedFolder folder, JsonNode whole, JsonNode alone) {
        JsonNode given;
        try {
            given = folder.bounded().apply(alone);
        } catch (MappingException e) {
            return "";
        }
        if (whole.hasNonNull("subject")
                && !given.hasNonNull("subject")
                && !given.path("nobody").asBoolean()) {
            return "no subject";
        }
        for (JsonNode loss : given.path(BelievedFacts.UNMAPPABLE)) {
            String fact = loss.path("fact").asText();
            if (whole.path(BelievedFacts.UNMAPPABLE).findValuesAsText("fact").stream()
                    .noneMatch(fact::equals)) {
                return fact + " that cannot be";
            }
        }
        for (var fact : given.path("facts").properties()) {
            if (fact.getValue() instanceof ArrayNode entries) {
                Set<JsonNode> before = new LinkedHashSet<>();
                whole.path("facts").path(fact.getKey()).forEach(before::add);
                for (JsonNode entry : entries) {
                    if (!before.contains(entry)) {
                        return fact.getKey() + " that was not there";
                    }
                }
            }
        }
        return "";
    }

    /** The ways to all lists, names behind slashes. */
    private static void lists(JsonNode node, String way, Set<String> lists) {
        if (node instanceof ArrayNode) {
            lists.add(way);
            node.forEach(entry -> lists(entry, way, lists));
        }
        node.properties().forEach(member -> lists(member.getValue(), way + "/" + member.getKey(), lists));
    }

    /** Each list at the end of that way becomes its first entry. */
    private static JsonNode alone(JsonNode node, String way, String list) {
        if (node instanceof ArrayNode entries) {
            if (way.equals(list)) {
                return entries.get(0);
            }
            for (int i = 0; i < entries.size(); i++) {
                entries.set(i, alone(entries.get(i), way, list));
            }
        } else if (node instanceof ObjectNode members) {
            members.properties()
                    .forEach(member -> member.setValue(alone(member.getValue(), way + "/" + member.getKey(), list)));
        }
        return node;
    }
}
