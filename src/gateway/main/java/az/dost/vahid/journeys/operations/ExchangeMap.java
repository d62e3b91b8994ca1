package az.dost.vahid.journeys.operations;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Members of the exchange, and who called whom within a day: numbers, and nothing of what was called for. */
final class ExchangeMap {
    private static final Duration DAY = Duration.ofDays(1);
    private final AccessPolicy access;
    private final JdbcTemplate jdbc;

    ExchangeMap(AccessPolicy access, JdbcTemplate jdbc) {
        this.access = access;
        this.jdbc = jdbc;
    }

    ObjectNode read() {
        Instant now = Instant.now();
        ObjectNode map = JsonNodeFactory.instance
                .objectNode()
                .put("at", Overview.seconds(now))
                .put("hours", DAY.toHours());
        Map<String, String> names = new TreeMap<>();
        access.requesters()
                .forEach(requester -> requester.members().forEach(member -> names.put(member, requester.name())));
        var members = map.putArray("members");
        names.forEach((id, name) -> members.addObject().put("id", id).put("name", name));
        var flows = map.putArray("flows");
        // An id begins with its time: only calls of the day are read.
        jdbc.query(
                "select client, regexp_replace(service, '/[^/]*$', ''), regexp_replace(service, '^.*/', ''), count(*), count(*) filter (where outcome <> 'PASSED')"
                        + " from exchange where id >= ? group by client, service order by client, service limit 10000",
                row -> {
                    flows.addObject()
                            .put("client", row.getString(1))
                            .put("provider", row.getString(2))
                            .put("service", row.getString(3))
                            .put("calls", row.getLong(4))
                            .put("failed", row.getLong(5));
                },
                start(now.minus(DAY)));
        return map;
    }

    private static UUID start(Instant from) {
        return new UUID(RecordId.at(from.toEpochMilli()).getMostSignificantBits() & ~0xFFFFL, 0);
    }
}
