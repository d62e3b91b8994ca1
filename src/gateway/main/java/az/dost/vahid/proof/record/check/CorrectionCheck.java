package az.dost.vahid.proof.record.check;

import az.dost.vahid.proof.record.Corrections;
import az.dost.vahid.proof.record.Digests;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.signature.key.ChangedException;
import az.dost.vahid.signature.key.RowSeals;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Compares corrections and their steps with what the chain says of them. */
final class CorrectionCheck {
    private final JdbcTemplate jdbc;
    private final Digests digests;
    private final Bodies bodies;
    private final Expiry expiry;
    private final Report report;
    private final RowSeals seals;
    private final Set<String> seen = new HashSet<>();

    private record Kept(String person, String agency, byte[] content, byte[] mac) {}

    private record Step(Instant at, String state, byte[] content, byte[] mac) {}

    /** @param bodies null when the master key is not at hand: then contents stay closed */
    CorrectionCheck(JdbcTemplate jdbc, Digests digests, Bodies bodies, Expiry expiry, Report report, RowSeals seals) {
        this.jdbc = jdbc;
        this.digests = digests;
        this.bodies = bodies;
        this.expiry = expiry;
        this.report = report;
        this.seals = seals;
    }

    /** @param entry of the kind CORRECTION */
    void request(UUID id, JsonNode entry) {
        String name = "Correction " + id;
        seen.add(id.toString());
        List<Kept> rows = jdbc.query(
                "select person, agency, content, mac from correction where id = ?",
                (row, n) -> new Kept(row.getString(1), row.getString(2), row.getBytes(3), row.getBytes(4)),
                id);
        if (rows.isEmpty()) {
            report.wrong(name + " is missing.");
            return;
        }
        Kept kept = rows.get(0);
        if (!kept.person().equals(entry.path("person").asText())
                || !kept.agency().equals(entry.path("agency").asText())) {
            report.wrong(name + " is not of the person or agency that was recorded.");
        }
        seal(name, kept.mac(), Corrections.TABLE, id, kept.person(), kept.agency());
        content(name, id, "request", kept.content(), entry.path("content").asText());
    }

    /** @param entry of the kind STEP */
    void step(JsonNode entry) {
        UUID id = UUID.fromString(entry.path("correction").asText());
        int number = entry.path("number").intValue();
        String name = "Step " + number + " of correction " + id;
        seen.add(id + " " + number);
        List<Step> rows = jdbc.query(
                "select at, state, content, mac from correction_step where correction = ? and number = ?",
                (row, n) -> new Step(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getString(2),
                        row.getBytes(3),
                        row.getBytes(4)),
                id,
                number);
        if (rows.isEmpty()) {
            report.wrong(name + " is missing.");
            return;
        }
        Step kept = rows.get(0);
        if (!kept.state().equals(entry.path("state").asText())
                || !kept.at().toString().equals(entry.path("at").asText())) {
            report.wrong(name + " is not the one that was recorded.");
        }
        seal(name, kept.mac(), Corrections.STEPS, id, number, kept.at().toString(), kept.state());
        content(
                name,
                id,
                Corrections.part(number),
                kept.content(),
                entry.path("content").asText());
    }

    /** A row from before there were seals has none. */
    private void seal(String name, byte[] mac, String table, Object... columns) {
        if (seals != null && mac != null && !seals.holds(mac, table, columns)) {
            report.wrong(name + " has a seal that does not hold: no gateway wrote it so.");
        }
    }

    private void content(String name, UUID id, String part, byte[] sealed, String expected) {
        boolean over = expiry.of(id, DataClass.CORRECTION);
        if (sealed == null && !over) {
            report.wrong(name + ": its content was removed, though its time was not over.");
        } else if (sealed != null && !over && bodies != null) {
            try {
                if (!digests.text(bodies.open(id, DataClass.CORRECTION, part, sealed))
                        .equals(expected)) {
                    report.wrong(name + ": its content is not what was recorded.");
                }
            } catch (ChangedException | EmptyResultDataAccessException e) {
                report.wrong(name + ": its content, or its key, was changed: it cannot be opened.");
            }
        }
    }

    /** Rows that no entry speaks of; only after the whole chain was followed. */
    void strangers() {
        jdbc.query(
                "select id::text from correction union all select correction || ' ' || number from correction_step",
                row -> {
                    if (!seen.contains(row.getString(1))) {
                        report.wrong("Correction " + row.getString(1)
                                + " is in no entry: it was put in, or its entry was removed.");
                    }
                });
    }
}
