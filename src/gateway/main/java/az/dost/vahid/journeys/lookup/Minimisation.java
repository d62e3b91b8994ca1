package az.dost.vahid.journeys.lookup;

import az.dost.vahid.sources.combine.CombinedFacts;
import az.dost.vahid.sources.combine.Subject;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Takes out of combined facts the fields that a service does not need, wherever they stand. Public for the bench, whose
 * floor does the same without the steps of a lookup.
 */
public final class Minimisation {
    /** All that the state of a subject says of a death. */
    private static final Set<String> OF_A_DEATH = Set.of("date");

    /**
     * Where a service does not need it, a death is combined all the same, for the subject's state: of it only the day
     * is needed.
     *
     * @param facts that the service needs
     * @param named fields by fact; a fact that is not named is needed whole
     */
    public static CombinedFacts of(CombinedFacts combined, Collection<String> facts, Map<String, Set<String>> named) {
        Map<String, Set<String>> needed = new HashMap<>(named);
        if (!facts.contains(Subject.DEATH)) {
            needed.put(Subject.DEATH, OF_A_DEATH);
        }
        needed.forEach((fact, fields) -> {
            if (combined.facts().get(fact) instanceof ObjectNode entry) {
                entry.set("value", value(entry.get("value"), fields));
                if (entry.path("provenance").path("fields") instanceof ObjectNode origins
                        && origins.retain(fields).isEmpty()) {
                    ((ObjectNode) entry.get("provenance")).remove("fields");
                }
            }
        });
        ArrayNode conflicts = JsonNodeFactory.instance.arrayNode();
        combined.conflicts().forEach(conflict -> {
            String fact = conflict.path("fact").textValue();
            Set<String> fields = needed.get(fact);
            if (fields == null || fields.contains(conflict.path("field").textValue())) {
                conflict.path("values").forEach(said -> smaller(said, "record", fields));
                conflicts.add(conflict);
            } else if (fact.equals(conflict.path("field").textValue())) {
                // The registers disagree about the fact as a whole: each one's is made smaller alike.
                conflict.path("values").forEach(said -> smaller(said, "value", fields));
                conflicts.add(conflict);
            }
        });
        return new CombinedFacts(combined.facts(), conflicts, combined.subject());
    }

    private static void smaller(JsonNode said, String member, Set<String> fields) {
        if (fields != null && said.has(member)) {
            ((ObjectNode) said).set(member, value(said.get(member), fields));
        }
    }

    /** A copy: the answers themselves stay whole. */
    private static JsonNode value(JsonNode value, Set<String> fields) {
        if (value instanceof ArrayNode list) {
            ArrayNode smaller = JsonNodeFactory.instance.arrayNode();
            list.forEach(item -> smaller.add(value(item, fields)));
            return smaller;
        }
        return value instanceof ObjectNode object ? object.deepCopy().retain(fields) : value;
    }

    private Minimisation() {}
}
