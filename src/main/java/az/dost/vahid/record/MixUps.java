package az.dost.vahid.record;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.record.body.RecordId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Agencies that told of a citizen in answer to a question about another one. Each is an entry of its own, so that its receipt tells the
 * citizen nothing of the other one: the dossier's entry names it, and it does not name the dossier.
 */
public final class MixUps {
    private final JdbcTemplate jdbc;
    private final Receipts receipts;
    private final Entries entries;

    MixUps(JdbcTemplate jdbc, Receipts receipts, Entries entries) {
        this.jdbc = jdbc;
        this.receipts = receipts;
        this.entries = entries;
    }

    /** The entries that a dossier gives rise to, by agency. */
    static Map<String, AuditEntry> in(RecordedDossier dossier, List<SourceAnswer> answers) {
        Map<String, AuditEntry> entries = new LinkedHashMap<>();
        for (SourceAnswer answer : answers) {
            if (answer.otherPerson() != null) {
                entries.put(answer.agency(), AuditEntry.mixUp(dossier.assembledAt(), answer.otherPerson(), answer.agency(),
                        dossier.about().withheld() ? null : dossier.requester()));
            }
        }
        return entries;
    }

    /**
     * Those of a person, newest first.
     *
     * @param person   see {@link az.dost.vahid.signature.key.PersonHash}
     * @param before   id of the one to go on after, null for the newest
     * @param withheld how old one of a lookup is of which a law withholds who made it: sooner, it would warn
     */
    public List<MixUp> of(String person, UUID before, Instant withheld, int limit) {
        List<AuditRow> rows = jdbc.query("select " + AuditRow.COLUMNS + " from audit where entry ->> 'kind' = 'MIX_UP' and entry ->> 'person' = ?"
                        + " and id < ? and (entry ->> 'requester' is not null or id < ?) order by id desc limit ?", (row, n) -> AuditRow.of(row), person,
                before == null ? RecordId.at(Instant.now().plusSeconds(60).toEpochMilli()) : before, RecordId.at(withheld.toEpochMilli()), limit);
        List<AuditRow> shown = rows.isEmpty() ? List.of() : jdbc.query("select " + AuditRow.COLUMNS + " from audit where entry ->> 'kind' = 'ACT'"
                + " and entry ->> 'person' = ? order by id", (row, n) -> AuditRow.of(row), person);
        return rows.stream().filter(entries::holds).map(row -> new MixUp(row.read(), receipts.of(row).orElse(null), shown.stream().filter(entries::holds).map(AuditRow::read)
                .filter(act -> act.path("mixUp").asText().equals(row.id().toString())).toList())).toList();
    }
}
