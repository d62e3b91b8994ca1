package az.dost.vahid.journeys.misuse;

import java.time.Instant;
import java.util.UUID;

/**
 * A row that an auditor works off: a rule was broken, once or several times in a row.
 *
 * @param action what the rule did
 * @param official of the last time, as are requester, service, caseRef and person
 * @param service null for a hit that is not about one lookup, as are caseRef and person
 * @param person keyed hash of the citizen's FIN
 * @param assignee the auditor who has taken it on, null for none
 * @param reason why it was closed; null while it is not, as are note, closedBy and closedAt
 */
public record Hit(
        UUID id,
        String rule,
        String action,
        String requester,
        String official,
        String service,
        String caseRef,
        String person,
        long times,
        Instant firstAt,
        Instant lastAt,
        String state,
        String assignee,
        String reason,
        String note,
        String closedBy,
        Instant closedAt) {
    @Override
    public String toString() {
        return "Hit " + id;
    }
}
