package az.dost.vahid.proof.record;

import az.dost.vahid.proof.record.body.DayJdbc;
import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lookups and refusals as the audit chain has them: those of a person, those of a case, and one by its id. */
public final class Trail {
    /** The act of an auditor who reads a named report. */
    public static final String REPORT_READ = "report-read";

    private static final String OF_PERSON =
            " from audit where entry ->> 'kind' in ('DOSSIER', 'REFUSAL') and entry ->> 'person' = ? and "
                    + DaySpan.SQL;
    /** The text is compared first: to read the JSON of every entry takes ten times as long. */
    private static final String OF_CASE = " from audit where " + DaySpan.SQL
            + " and strpos(entry::text, ?) > 0 and entry ->> 'caseRef' = ? and entry ->> 'requester' = ?"
            + " and entry ->> 'kind' in ('DOSSIER', 'REFUSAL') and entry ->> 'withheld' is null";

    private static final String OF_OFFICIAL = " from audit where " + DaySpan.SQL
            + " and strpos(entry::text, ?) > 0 and entry ->> 'official' = ? and entry ->> 'requester' = ?"
            + " and entry ->> 'kind' in ('DOSSIER', 'REFUSAL')";
    private static final String READ_ABOUT_PERSON =
            " from audit where entry ->> 'person' = ? and entry ->> 'act' = ? and " + DaySpan.SQL;

    private static final Set<String> KINDS = Set.of(AuditEntry.Kind.DOSSIER.name(), AuditEntry.Kind.REFUSAL.name());
    private static final int PATIENCE_SECONDS = 20;
    private final JdbcTemplate jdbc;
    private final JdbcTemplate patient;
    private final ChainDays days;
    private final Receipts receipts;
    private final Entries entries;

    /**
     * One lookup.
     *
     * @param entry of the audit chain
     * @param receipt null while no signed root covers the entry
     */
    public record Step(JsonNode entry, JsonNode receipt) {}

    Trail(JdbcTemplate jdbc, Receipts receipts, Entries entries, Clock clock) {
        this.jdbc = new DayJdbc(jdbc.getDataSource());
        this.patient = new DayJdbc(jdbc.getDataSource());
        this.patient.setQueryTimeout(PATIENCE_SECONDS);
        this.days = new ChainDays(this.jdbc, clock);
        this.receipts = receipts;
        this.entries = entries;
    }

    /**
     * Lookups that are not withheld, newest first.
     *
     * @param person see {@link az.dost.vahid.signature.key.PersonHash}
     * @param before id of the dossier to go on after, null for the newest
     */
    public Slice<Step> of(String person, UUID before, int limit) {
        List<AuditRow> rows = new ArrayList<>();
        for (DaySpan span : days.before(before)) {
            if (rows.size() < limit) {
                rows.addAll(jdbc.query(
                        "select " + AuditRow.COLUMNS + OF_PERSON
                                + " and entry ->> 'withheld' is null order by id desc limit ?",
                        (row, n) -> AuditRow.of(row),
                        person,
                        span.from(),
                        span.to(),
                        limit - rows.size()));
            }
        }
        List<Step> steps = rows.stream()
                .filter(entries::holds)
                .map(row -> new Step(row.read(), receipts.of(row).orElse(null)))
                .toList();
        return Slice.of(
                steps,
                rows.size(),
                limit,
                rows.isEmpty() ? null : rows.get(rows.size() - 1).id());
    }

    /** One of a person's that is not withheld; empty for another's, and where its entry is not what was written. */
    public Optional<Step> of(String person, UUID id) {
        return jdbc
                .query("select " + AuditRow.COLUMNS + " from audit where id = ?", (row, n) -> AuditRow.of(row), id)
                .stream()
                .filter(entries::holds)
                .map(row -> new Step(row.read(), receipts.of(row).orElse(null)))
                .filter(step -> KINDS.contains(step.entry().path("kind").asText())
                        && step.entry().path("person").asText().equals(person)
                        && !step.entry().has("withheld"))
                .findFirst();
    }

    /** One lookup or refusal that is not withheld; empty where its entry is not what was written. */
    public Optional<JsonNode> lookup(UUID id) {
        return jdbc
                .query("select " + AuditRow.COLUMNS + " from audit where id = ?", (row, n) -> AuditRow.of(row), id)
                .stream()
                .filter(entries::holds)
                .map(AuditRow::read)
                .filter(entry -> KINDS.contains(entry.path("kind").asText()) && !entry.has("withheld"))
                .findFirst();
    }

    /**
     * The dossier of a person that is not withheld and whose id ends so; empty where its entry is not what was written.
     *
     * @param end 12 hexadecimal digits, small letters
     * @param days whole days, UTC, the present one among them
     */
    public Optional<JsonNode> dossier(String person, String end, int days) {
        UUID from = RecordId.start(this.days.today().minusDays(days - 1L));
        return this.days.between(from, this.days.now()).stream()
                .flatMap(span -> jdbc
                        .query(
                                "select " + AuditRow.COLUMNS + OF_PERSON
                                        + " and right(id::text, 12) = ? and entry ->> 'withheld' is null",
                                (row, n) -> AuditRow.of(row),
                                person,
                                span.from(),
                                span.to(),
                                end)
                        .stream())
                .filter(entries::holds)
                .map(AuditRow::read)
                .filter(entry -> entry.path("kind").asText().equals(AuditEntry.Kind.DOSSIER.name()))
                .findFirst();
    }

    /**
     * Lookups and refusals of a case that are not withheld, newest first. There is no index for it: it reads all
     * entries of these days.
     *
     * @param days whole days, UTC, the present one among them
     */
    public List<JsonNode> ofCase(String requester, String caseRef, int days, int limit) {
        List<AuditRow> rows = new ArrayList<>();
        UUID from = RecordId.start(this.days.today().minusDays(days - 1L));
        for (DaySpan span : this.days.between(from, this.days.now())) {
            if (rows.size() < limit) {
                rows.addAll(patient.query(
                        "select " + AuditRow.COLUMNS + OF_CASE + " order by id desc limit ?",
                        (row, n) -> AuditRow.of(row),
                        span.from(),
                        span.to(),
                        "\"caseRef\":\"" + caseRef + "\"",
                        caseRef,
                        requester,
                        limit - rows.size()));
            }
        }
        return rows.stream().filter(entries::holds).map(AuditRow::read).toList();
    }

    /**
     * Lookups and refusals of an official within some time, newest first, those withheld among them. There is no index
     * for it: it reads all entries of these days.
     *
     * @param to exclusive
     */
    public List<JsonNode> ofOfficial(String requester, String official, Instant from, Instant to, int limit) {
        List<AuditRow> rows = new ArrayList<>();
        for (DaySpan span : days.between(first(from), first(to))) {
            if (rows.size() < limit) {
                rows.addAll(patient.query(
                        "select " + AuditRow.COLUMNS + OF_OFFICIAL + " order by id desc limit ?",
                        (row, n) -> AuditRow.of(row),
                        span.from(),
                        span.to(),
                        "\"official\":\"" + official + "\"",
                        official,
                        requester,
                        limit - rows.size()));
            }
        }
        return rows.stream().filter(entries::holds).map(AuditRow::read).toList();
    }

    /**
     * Lookups and refusals about a person within some time, newest first, those withheld among them.
     *
     * @param to exclusive
     */
    public List<JsonNode> ofPerson(String person, Instant from, Instant to, int limit) {
        List<AuditRow> rows = new ArrayList<>();
        for (DaySpan span : days.between(first(from), first(to))) {
            if (rows.size() < limit) {
                rows.addAll(patient.query(
                        "select " + AuditRow.COLUMNS + OF_PERSON + " order by id desc limit ?",
                        (row, n) -> AuditRow.of(row),
                        person,
                        span.from(),
                        span.to(),
                        limit - rows.size()));
            }
        }
        return rows.stream().filter(entries::holds).map(AuditRow::read).toList();
    }

    /** Which auditors have read who looked at a person, newest first. */
    public List<JsonNode> audits(String person, int limit) {
        List<AuditRow> rows = new ArrayList<>();
        for (DaySpan span : days.before(null)) {
            if (rows.size() < limit) {
                rows.addAll(jdbc.query(
                        "select " + AuditRow.COLUMNS + READ_ABOUT_PERSON + " order by id desc limit ?",
                        (row, n) -> AuditRow.of(row),
                        person,
                        REPORT_READ,
                        span.from(),
                        span.to(),
                        limit - rows.size()));
            }
        }
        return rows.stream().filter(entries::holds).map(AuditRow::read).toList();
    }

    /** The first id of a moment. */
    private static UUID first(Instant at) {
        return new UUID(at.toEpochMilli() << 16, 0);
    }

    /** How many lookups made before a time are withheld. */
    public long withheld(String person, Instant before) {
        return days.before(RecordId.at(before.toEpochMilli())).stream()
                .mapToLong(span -> jdbc.queryForObject(
                        "select count(*)" + OF_PERSON + " and entry ->> 'withheld' is not null",
                        Long.class,
                        person,
                        span.from(),
                        span.to()))
                .sum();
    }
}
