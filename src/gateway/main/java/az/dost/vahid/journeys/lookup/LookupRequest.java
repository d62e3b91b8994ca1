package az.dost.vahid.journeys.lookup;

import az.dost.vahid.edge.access.Channel;
import az.dost.vahid.edge.access.View;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The question of the contract, checked; without a subject the terms on which many are asked about.
 *
 * @param fin personal data: never in a log, a URL or an exception; null in terms
 * @param facts empty for all facts of the service
 * @param deadlineMs milliseconds from receipt
 * @param official null as long as it is left to the token
 * @param view how much is given out
 * @param channel by which way the citizen came; null where nobody said it
 */
public record LookupRequest(
        String fin,
        String service,
        String caseRef,
        String official,
        List<String> facts,
        int deadlineMs,
        View view,
        Channel channel) {
    /** Of which all is given out, by a way that nobody said. */
    public LookupRequest(
            String fin, String service, String caseRef, String official, List<String> facts, int deadlineMs) {
        this(fin, service, caseRef, official, facts, deadlineMs, View.FULL, null);
    }

    /** The same question about a citizen. */
    public LookupRequest about(String subject) {
        return new LookupRequest(subject, service, caseRef, official, facts, deadlineMs, view, channel);
    }

    /** The same question for an official. */
    LookupRequest by(String one) {
        return new LookupRequest(fin, service, caseRef, one, facts, deadlineMs, view, channel);
    }

    /** The terms, as {@link BackgroundLookups#terms} reads them; they name no citizen. */
    public ObjectNode terms() {
        ObjectNode terms = JsonNodeFactory.instance
                .objectNode()
                .put("service", service)
                .put("caseRef", caseRef)
                .put("official", official)
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
