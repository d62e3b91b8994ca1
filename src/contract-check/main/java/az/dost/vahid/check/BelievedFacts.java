package az.dost.vahid.check;

import az.dost.vahid.answer.Unmappable;
import az.dost.vahid.calendar.Baku;
import az.dost.vahid.fact.CheckedFacts;
import az.dost.vahid.normalise.UnmappableNode;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** What the gateway would believe of a mapping's output: its facts, and beside them what is not believed. */
public final class BelievedFacts {
    public static final String UNMAPPABLE = "unmappable";

    /** The output itself where all of it is believed. */
    static JsonNode of(JsonNode output) {
        if (!(output instanceof ObjectNode object) || !(object.get("facts") instanceof ObjectNode facts)) {
            return output;
        }
        CheckedFacts checked =
                Kit.factCheck().check(facts, object.path("subject").textValue(), day(object.path("asOf")));
        if (checked.facts() == facts) {
            return output;
        }
        ObjectNode believed = object.objectNode().setAll(object);
        if (checked.facts().isEmpty()) {
            believed.remove("facts");
        } else {
            believed.set("facts", checked.facts());
        }
        tell(checked.unmappable(), believed);
        return believed;
    }

    /** A sample stays what it is while years go by: it is held to the day of which it is. */
    private static LocalDate day(JsonNode asOf) {
        try {
            return LocalDate.ofInstant(Instant.parse(asOf.asText()), Baku.ZONE);
        } catch (DateTimeParseException e) {
            return LocalDate.now(Baku.CLOCK);
        }
    }

    /** A copy in which nothing stands for what cannot be converted. */
    static JsonNode unchecked(JsonNode output) {
        if (output instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().forEach(member -> copy.set(member.getKey(), unchecked(member.getValue())));
            return copy;
        }
        if (output instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(item -> copy.add(unchecked(item)));
            return copy;
        }
        return output instanceof UnmappableNode ? NullNode.instance : output;
    }

    /** By its pointer in the output, which line of the mapping could not convert what, in words. */
    static JsonNode lost(JsonNode output) {
        ObjectNode lost = JsonNodeFactory.instance.objectNode();
        lost(output, "", lost);
        return lost;
    }

    private static void lost(JsonNode node, String at, ObjectNode lost) {
        if (node instanceof UnmappableNode unmappable) {
            lost.put(at, (unmappable.line() < 1 ? "" : "line " + unmappable.line() + ": ") + unmappable.message());
        } else if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(member -> lost(
                            member.getValue(),
                            JsonPointer.compile(at)
                                    .appendProperty(member.getKey())
                                    .toString(),
                            lost));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                lost(array.get(i), at + "/" + i, lost);
            }
        }
    }

    /** Adds the list; none where all is believed. */
    public static void tell(List<Unmappable> unmappable, ObjectNode to) {
        if (!unmappable.isEmpty()) {
            ArrayNode list = to.putArray(UNMAPPABLE);
            unmappable.forEach(part -> list.addObject()
                    .put("fact", part.fact())
                    .put("path", part.path())
                    .put("rule", part.rule()));
        }
    }

    private BelievedFacts() {}
}
