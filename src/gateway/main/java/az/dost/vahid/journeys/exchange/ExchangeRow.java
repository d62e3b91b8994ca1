package az.dost.vahid.journeys.exchange;

import az.dost.vahid.signature.key.RowSeals;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A call that has ended, as its row has it, and the seal over all of that. */
final class ExchangeRow {
    /** Every column but the seal; a column that is shown and not here would be believed without proof. */
    static final List<String> COLUMNS = List.of(
            "id",
            "client",
            "service",
            "message_id",
            "requester",
            "protocol",
            "verb",
            "issue",
            "received_at",
            "outcome",
            "ended_at",
            "answered_at",
            "request_hash",
            "request_bytes",
            "request_digest",
            "response_status",
            "response_bytes",
            "response_digest",
            "entry");

    static final String MAC = "mac";
    private static final String TABLE = "exchange";

    static Map<String, Object> of(Passage passage, String outcome, UUID entry) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", passage.id);
        row.put("client", passage.client.toString());
        row.put("service", passage.service.toString());
        row.put("message_id", passage.messageId);
        row.put("requester", passage.requester.id());
        row.put("protocol", passage.protocol.name());
        row.put("verb", passage.verb);
        row.put("issue", passage.issue);
        row.put("received_at", time(passage.received));
        row.put("outcome", outcome);
        row.put("ended_at", time(Instant.now()));
        row.put("answered_at", passage.answeredAt == null ? null : time(passage.answeredAt));
        row.put("request_hash", passage.requestHash);
        row.put("request_bytes", passage.sent == null ? null : passage.sent.length());
        row.put("request_digest", passage.sent == null ? null : passage.sent.sha512());
        row.put("response_status", passage.status == 0 ? null : passage.status);
        row.put("response_bytes", passage.answer == null ? null : passage.answer.length());
        row.put("response_digest", passage.answer == null ? null : passage.answer.sha512());
        row.put("entry", entry);
        return row;
    }

    /** To the microsecond, as the database keeps it. */
    static Timestamp time(Instant time) {
        return Timestamp.from(time.truncatedTo(ChronoUnit.MICROS));
    }

    static byte[] seal(RowSeals seals, Map<String, Object> row) {
        return seals.of(TABLE, sealed(row));
    }

    static boolean holds(RowSeals seals, Map<String, Object> row) {
        return seals.holds((byte[]) row.get(MAC), TABLE, sealed(row));
    }

    private static Object[] sealed(Map<String, Object> row) {
        return COLUMNS.stream()
                .map(row::get)
                .map(value -> value instanceof Timestamp time ? time.toInstant().toString() : value)
                .toArray();
    }

    private ExchangeRow() {}
}
