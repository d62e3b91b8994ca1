package az.dost.vahid.proof.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** An entry as it stands in the table, unchecked. */
public record AuditRow(long sequence, UUID id, String entry, byte[] previous, byte[] link, byte[] mac) {
    public static final String COLUMNS = "sequence, id, entry, previous, link, mac";

    public static AuditRow of(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getBytes(4),
                row.getBytes(5),
                row.getBytes(6));
    }

    public byte[] bytes() {
        return entry.getBytes(StandardCharsets.UTF_8);
    }

    /** @throws az.dost.vahid.signature.key.ChangedException when it is no JSON */
    public JsonNode read() {
        return AuditEntry.read(entry);
    }

    /** How a person finds it. */
    public String name() {
        return "Entry " + sequence + " (id " + id + ")";
    }
}
