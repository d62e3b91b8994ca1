package az.dost.vahid.lookup;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The question of the contract, checked; without a subject the terms on which many are asked about.
 *
 * @param fin        personal data: never in a log, a URL or an exception; null in terms
 * @param facts      empty for all facts of the service
 * @param deadlineMs milliseconds from receipt
 */
public record LookupRequest(String fin, String service, String caseRef, String official, List<String> facts, int deadlineMs) {
    /** The same question about a citizen. */
    public LookupRequest about(String subject) {
        return new LookupRequest(subject, service, caseRef, official, facts, deadlineMs);
    }

    /** The terms, as {@link BackgroundDesk#terms} reads them; they name no citizen. */
    public ObjectNode terms() {
        ObjectNode terms = JsonNodeFactory.instance.objectNode().put("service", service).put("caseRef", caseRef).put("official", official)
                .put("deadlineMs", deadlineMs);
        if (!facts.isEmpty()) {
            facts.forEach(terms.putArray("facts")::add);
        }
        return terms;
    }

    @Override
    public String toString() {
        return "LookupRequest for " + service;
    }
}
