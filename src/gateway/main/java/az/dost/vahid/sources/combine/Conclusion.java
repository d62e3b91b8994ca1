package az.dost.vahid.sources.combine;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Unmappable;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
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
        List<Unmappable> doubted = new ArrayList<>(answer.unmappable());
        doubted.add(new Unmappable(fact, "/" + fact + "/" + field, rule));
        return new SourceAnswer(
                answer.agency(),
                answer.verdict(),
                answer.reason() == null ? Reason.UNMAPPABLE : answer.reason(),
                answer.asOf(),
                answer.elapsedMs(),
                facts,
                answer.evidence(),
                doubted,
                answer.otherPerson(),
                answer.fault());
    }
}
