package az.dost.vahid.sources.combine;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Unmappable;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A value that a register has no act of: it follows from there being none.
 *
 * @param rule stable id of why it does not follow of somebody about whom the register's silence means nothing
 */
record Conclusion(String fact, String field, String value, String rule) {
    /** The answer without the fact of that value, which is told as one that is not believed. */
    SourceAnswer takenOutOf(SourceAnswer answer) {
        if (!answer.facts().path(fact).path(field).asText().equals(value)) {
            return answer;
        }
        ObjectNode facts = answer.facts().objectNode();
        facts.setAll(answer.facts());
        facts.remove(fact);
        return answer.believed(facts, List.of(new Unmappable(fact, "/" + fact + "/" + field, rule)));
    }
}
