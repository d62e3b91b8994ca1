package az.dost.vahid.record;

import az.dost.vahid.record.body.DayJdbc;
import az.dost.vahid.record.body.RecordId;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who looked up a person, or was refused to, as the audit chain has it. */
public final class Trail {
    private static final String OF_PERSON = " from audit where entry ->> 'kind' in ('DOSSIER', 'REFUSAL') and entry ->> 'person' = ? and " + DaySpan.SQL;
    private final JdbcTemplate jdbc;
    private final ChainDays days;
    private final Receipts receipts;
    private final Entries entries;

    /**
     * One lookup.
     *
     * @param entry   of the audit chain
     * @param receipt null while no signed root covers the entry
     */
    public record Step(JsonNode entry, JsonNode receipt) { }

    Trail(JdbcTemplate jdbc, Receipts receipts, Entries entries) {
        this.jdbc = new DayJdbc(jdbc.getDataSource());
        this.days = new ChainDays(this.jdbc);
        this.receipts = receipts;
        this.entries = entries;
    }

    /**
     * Lookups that are not withheld, newest first.
     *
     * @param person see {@link az.dost.vahid.signature.key.PersonHash}
     * @param before id of the dossier to go on after, null for the newest
     */
    public List<Step> of(String person, UUID before, int limit) {
        List<AuditRow> rows = new ArrayList<>();
        for (DaySpan span : days.before(before)) {
            if (rows.size() < limit) {
                rows.addAll(jdbc.query("select " + AuditRow.COLUMNS + OF_PERSON + " and entry ->> 'withheld' is null order by id desc limit ?",
                        (row, n) -> AuditRow.of(row), person, span.from(), span.to(), limit - rows.size()));
            }
        }
        return rows.stream().filter(entries::holds).map(row -> new Step(row.read(), receipts.of(row).orElse(null))).toList();
    }

    /** How many lookups made before a time are withheld. */
    public long withheld(String person, Instant before) {
        return days.before(RecordId.at(before.toEpochMilli())).stream().mapToLong(span -> jdbc.queryForObject("select count(*)" + OF_PERSON
                + " and entry ->> 'withheld' is not null", Long.class, person, span.from(), span.to())).sum();
    }
}
