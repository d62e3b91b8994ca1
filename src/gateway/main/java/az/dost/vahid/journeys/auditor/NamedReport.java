package az.dost.vahid.journeys.auditor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A report that names an official, or who looked at a citizen, asked for by one auditor and decided about by another.
 *
 * @param requester of the auditors
 * @param wanted of whom, and why
 * @param mac over all before it
 * @param decision null while nobody has decided
 */
record NamedReport(
        UUID id,
        String requester,
        String askedBy,
        Instant askedAt,
        ReportQuestion wanted,
        byte[] mac,
        Decision decision) {
    /** After it nobody decides any more, and after as long a time nobody reads any more. */
    static final Duration OPEN = Duration.ofDays(30);

    /**
     * What another auditor said.
     *
     * @param note null for a release without one
     * @param mac over the report's id and all before it
     */
    record Decision(boolean released, String by, Instant at, String note, byte[] mac) {
        Object[] sealed(UUID report) {
            return new Object[] {report, released ? "released" : "refused", by, at.toEpochMilli(), note};
        }
    }

    static NamedReport of(ResultSet row) throws SQLException {
        String state = row.getString("decision");
        Decision decision = state == null
                ? null
                : new Decision(
                        state.equals("RELEASED"),
                        row.getString("decided_by"),
                        Instant.ofEpochMilli(row.getLong("decided_ms")),
                        row.getString("note"),
                        row.getBytes("decided_mac"));
        return new NamedReport(
                row.getObject("id", UUID.class),
                row.getString("requester"),
                row.getString("asked_by"),
                Instant.ofEpochMilli(row.getLong("asked_ms")),
                new ReportQuestion(
                        row.getString("about_requester"),
                        row.getString("about_official"),
                        LocalDate.parse(row.getString("from_day")),
                        LocalDate.parse(row.getString("to_day")),
                        row.getString("reason")),
                row.getBytes("mac"),
                decision);
    }

    Object[] sealed() {
        return new Object[] {
            id,
            requester,
            askedBy,
            askedAt.toEpochMilli(),
            wanted.requester(),
            wanted.official(),
            wanted.from().toString(),
            wanted.to().toString(),
            wanted.reason()
        };
    }

    /** As the contract has it. */
    String state(Instant now) {
        Instant since = decision == null ? askedAt : decision.at();
        if (decision != null && !decision.released()) {
            return "REFUSED";
        }
        return since.plus(OPEN).isBefore(now) ? "ENDED" : decision == null ? "ASKED" : "RELEASED";
    }

    private ObjectNode whom() {
        ObjectNode whom = JsonNodeFactory.instance.objectNode();
        return wanted.ofCitizen()
                ? whom.put("person", wanted.official())
                : whom.put("requester", wanted.requester()).put("official", wanted.official());
    }

    ObjectNode json(Instant now) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", id.toString())
                .put("state", state(now))
                .put("from", wanted.from().toString())
                .put("to", wanted.to().toString())
                .put("reason", wanted.reason())
                .put("askedBy", askedBy)
                .put("askedAt", askedAt.toString());
        json.setAll(whom());
        if (decision != null) {
            json.put("decidedBy", decision.by()).put("decidedAt", decision.at().toString());
            if (decision.note() != null) {
                json.put("note", decision.note());
            }
        }
        return json;
    }

    @Override
    public String toString() {
        return "Report " + id;
    }
}
