package az.dost.vahid.journeys.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * A row of dead_letter.
 *
 * @param event null when the message named none
 * @param version of the subscription that ran, null when none did
 * @param detail without any value of the event
 */
record DeadLetter(
        UUID id,
        String subscription,
        UUID event,
        String version,
        String reason,
        String detail,
        int attempts,
        Instant laidAside,
        String state) {
    static DeadLetter of(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getInt(7),
                row.getTimestamp(8).toInstant(),
                row.getString(9));
    }

    ObjectNode json() {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("id", id.toString()).put("subscription", subscription);
        if (event != null) {
            json.put("event", event.toString());
        }
        if (version != null) {
            json.put("version", version);
        }
        return json.put("reason", reason)
                .put("detail", detail)
                .put("attempts", attempts)
                .put("laidAside", laidAside.toString())
                .put("state", state);
    }
}
