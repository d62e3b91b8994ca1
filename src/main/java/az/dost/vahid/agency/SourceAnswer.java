package az.dost.vahid.agency;

import az.dost.vahid.problem.Reason;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * One agency's row in a lookup.
 *
 * @param reason    null when the agency spoke and is up to date
 * @param asOf      the time of which the agency speaks; null when it did not speak
 * @param elapsedMs from admission to the verdict
 * @param facts     canonical facts by name; empty unless the verdict {@link Verdict#spoke()}
 * @param evidence  what was received and proven
 */
public record SourceAnswer(String agency, Verdict verdict, Reason reason, Instant asOf, long elapsedMs, ObjectNode facts,
        List<Evidence> evidence) {
}
