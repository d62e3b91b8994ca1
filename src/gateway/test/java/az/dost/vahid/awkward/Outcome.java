package az.dost.vahid.awkward;

import az.dost.vahid.answer.Unmappable;
import az.dost.vahid.fact.CheckedFacts;
import az.dost.vahid.fact.FactCheck;
import az.dost.vahid.normalise.Mapping;
import az.dost.vahid.normalise.MappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What became of an answer.
 *
 * @param refusal why all of it was refused, null when it was not
 * @param mapped what the mapping gives beside facts, and the facts that are believed
 */
record Outcome(String refusal, JsonNode mapped, List<Unmappable> told) {
    private static final FactCheck CHECK = FactCheck.ofContract();

    static Outcome of(Mapping mapping, JsonNode answer) {
        try {
            ObjectNode mapped = ((ObjectNode) mapping.apply(answer)).deepCopy();
            // What the gateway asks first: without it nothing of the answer counts.
            List.of("subject", "asOf", "requestId")
                    .forEach(name -> mapped.path(name).asText());
            if (!mapped.hasNonNull("subject")) {
                return new Outcome("no subject", null, List.of());
            }
            ObjectNode facts =
                    mapped.path("facts") instanceof ObjectNode named ? named : JsonNodeFactory.instance.objectNode();
            CheckedFacts checked = CHECK.check(facts);
            mapped.set("facts", checked.facts());
            return new Outcome(null, mapped, checked.unmappable());
        } catch (MappingException e) {
            return new Outcome(e.getMessage(), null, List.of());
        }
    }

    boolean tellsOf(LeafTable.Fate fate) {
        return told.stream().anyMatch(part -> fate.facts().contains(part.fact()));
    }
}
