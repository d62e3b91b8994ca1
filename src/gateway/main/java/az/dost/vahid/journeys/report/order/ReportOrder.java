package az.dost.vahid.journeys.report.order;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/**
 * That a period is to be closed anew.
 *
 * @param period as {@code report.schema.json} has it
 * @param doneAt null as long as it waits
 * @param version that was made of it; null before, and where nothing had changed since the one before it
 */
public record ReportOrder(UUID id, String period, String because, Instant at, Instant doneAt, Integer version) {
    static final String COLUMNS = "id, period, because, asked_at, done_at, version";

    static ReportOrder of(ResultSet row) throws SQLException {
        Timestamp done = row.getTimestamp(5);
        return new ReportOrder(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getTimestamp(4).toInstant(),
                done == null ? null : done.toInstant(),
                row.getObject(6, Integer.class));
    }

    /** {@code Closing} of {@code contracts/statistics.openapi.yaml}. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", id.toString())
                .put("period", period)
                .put("because", because)
                .put("orderedAt", at.toString())
                .put("state", doneAt == null ? "WAITING" : version == null ? "UNCHANGED" : "MADE");
        return version == null ? json : json.put("version", version);
    }
}
