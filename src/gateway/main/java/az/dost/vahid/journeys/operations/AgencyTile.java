package az.dost.vahid.journeys.operations;

import az.dost.vahid.proof.member.GatewayStatus;
import az.dost.vahid.sources.agency.call.AnswerTally.Counts;
import az.dost.vahid.sources.agency.call.AnswerTimes;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;

/**
 * An agency as operators see it first.
 *
 * @param since when it became so, by the database's clock
 * @param counts of the last minutes, over all gateways
 * @param gateways what each sees of it, by the gateway's id
 * @param use for which lookups its connector is used
 * @param snapshotAgeSeconds null of an agency that leaves no files, or has not left one
 * @param certificateDaysLeft null where its proof needs no certificate
 */
record AgencyTile(
        String agency,
        AgencyState state,
        Instant since,
        Counts counts,
        Map<String, GatewayStatus.Seen> gateways,
        String use,
        Long snapshotAgeSeconds,
        Long certificateDaysLeft) {
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("agency", agency)
                .put("state", state.name())
                .put("since", since.toString())
                .put("asked", counts.asked());
        if (counts.asked() > 0) {
            json.put("answeredShare", Math.min(1, Math.round(counts.answered() * 1000.0 / counts.asked()) / 1000.0));
            long within = AnswerTimes.within(counts.times(), AgencyState.SHARE);
            if (within >= 0) {
                json.put("p95Ms", within);
            }
        }
        ObjectNode breakers = json.putObject("breakers");
        gateways.forEach((gateway, seen) -> breakers.put(gateway, seen.breaker()));
        json.put(
                        "calls",
                        gateways.values().stream()
                                .mapToInt(GatewayStatus.Seen::calls)
                                .sum())
                .put("use", use);
        if (snapshotAgeSeconds != null) {
            json.put("snapshotAgeSeconds", snapshotAgeSeconds);
        }
        if (certificateDaysLeft != null) {
            json.put("certificateDaysLeft", certificateDaysLeft);
        }
        return json;
    }
}
