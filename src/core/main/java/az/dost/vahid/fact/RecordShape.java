package az.dost.vahid.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * A record: a field that is not believed is taken out of it, and one that is needed costs the record. A null field is
 * as good as none, and a record of which nothing is left is none.
 *
 * @param required names of the fields that must be there
 */
record RecordShape(Map<String, Field> fields, List<String> required, List<RecordRule> rules) implements Shape {
    /**
     * A field's definition.
     *
     * @param needed whether the record means something else without it: it is required, or its absence says something
     */
    record Field(Shape shape, boolean needed) {}

    @Override
    public JsonNode believed(JsonNode value, CheckRun trail) {
        if (!(value instanceof ObjectNode given)) {
            trail.tellKind(value);
            return null;
        }
        ObjectNode kept = given;
        boolean whole = true;
        for (Map.Entry<String, JsonNode> member : given.properties()) {
            String name = member.getKey();
            JsonNode one = member.getValue();
            Field field = fields.get(name);
            JsonNode believed = one instanceof NullNode
                    ? null
                    : field == null ? unknown(trail) : trail.believed(name, field.shape, one);
            if (believed != one) {
                kept = changed(kept, given, name, believed);
                whole &= believed != null || field == null || !field.needed || one instanceof NullNode;
            }
        }
        boolean complete = allThere(given, trail);
        if (!complete || !whole) {
            return null;
        }
        ObjectNode plausible = plausible(kept, given, trail);
        return plausible == null || plausible.isEmpty() ? null : plausible;
    }

    /**
     * The name is not told: a mapping may make it of anything, a surname or a FIN, and what is told stands in a signed
     * dossier.
     */
    private static JsonNode unknown(CheckRun trail) {
        trail.tell(CheckRun.UNKNOWN_FIELD);
        return null;
    }

    private boolean allThere(ObjectNode given, CheckRun trail) {
        boolean all = true;
        for (String name : required) {
            if (isAbsent(given.get(name))) {
                trail.tellOf(name, "REQUIRED");
                all = false;
            }
        }
        return all;
    }

    private ObjectNode plausible(ObjectNode sound, ObjectNode given, CheckRun trail) {
        ObjectNode kept = sound;
        for (RecordRule rule : rules) {
            if (!rule.holds(kept, trail.today())) {
                boolean costly = false;
                for (String name : rule.fields()) {
                    trail.tellOf(name, rule.id());
                    kept = changed(kept, given, name, null);
                    costly |= fields.get(name).needed;
                }
                if (costly) {
                    return null;
                }
            }
        }
        return kept;
    }

    /** The given record itself is not changed. */
    private static ObjectNode changed(ObjectNode kept, ObjectNode given, String name, JsonNode value) {
        ObjectNode changed = kept != given ? kept : given.objectNode().setAll(given);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.set(name, value);
        }
        return changed;
    }

    static boolean isAbsent(JsonNode value) {
        return value == null || value instanceof NullNode;
    }
}
