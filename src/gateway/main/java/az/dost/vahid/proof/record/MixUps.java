package az.dost.vahid.proof.record;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.proof.record.body.DayJdbc;
import az.dost.vahid.proof.record.body.RecordId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Agencies that told of a citizen in answer to a question about another one. Each is an entry of its own, so that its
 * receipt tells the citizen nothing of the other one: the dossier's entry names it, and it does not name the dossier.
 */
public final class MixUps {
    private static final String OF_KIND = "select " + AuditRow.COLUMNS
            + " from audit where entry ->> 'kind' = ? and entry ->> 'person' = ? and " + DaySpan.SQL;
    private final JdbcTemplate jdbc;
    private final ChainDays days;
    private final Receipts receipts;
    private final Entries entries;

    MixUps(JdbcTemplate jdbc, Receipts receipts, Entries entries, Clock clock) {
        this.jdbc = new DayJdbc(jdbc.getDataSource());
        this.days = new ChainDays(this.jdbc, clock);
        this.receipts = receipts;
        this.entries = entries;
    }

    /** The entries that a dossier gives rise to, by agency. */
    static Map<String, AuditEntry> in(RecordedDossier dossier, List<SourceAnswer> answers) {
        Map<String, AuditEntry> entries = new LinkedHashMap<>();
        for (SourceAnswer answer : answers) {
            if (answer.otherPerson() != null) {
                entries.put(
                        answer.agency(),
                        AuditEntry.mixUp(
                                dossier.assembledAt(),
                                answer.otherPerson(),
                                answer.agency(),
                                dossier.about().withheld() ? null : dossier.requester()));
            }
        }
        return entries;
    }

    /**
     * Those of a person, newest first.
     *
     * @param person see {@link az.dost.vahid.signature.key.PersonHash}
     * @param before id of the one to go on after, null for the newest
     * @param withheld how old one of a lookup is of which a law withholds who made it: sooner, it would warn
     */
    public Slice<MixUp> of(String person, UUID before, Instant withheld, int limit) {
        List<AuditRow> rows = new ArrayList<>();
        for (DaySpan span : days.before(before)) {
            if (rows.size() < limit) {
                rows.addAll(jdbc.query(
                        OF_KIND + " and (entry ->> 'requester' is not null or id < ?) order by id desc limit ?",
                        (row, n) -> AuditRow.of(row),
                        AuditEntry.Kind.MIX_UP.name(),
                        person,
                        span.from(),
                        span.to(),
                        RecordId.at(withheld.toEpochMilli()),
                        limit - rows.size()));
            }
        }
        UUID last = rows.isEmpty() ? null : rows.get(rows.size() - 1).id();
        List<AuditRow> shown = last == null ? List.of() : acts(person, last);
        List<MixUp> mixUps = rows.stream()
                .filter(entries::holds)
                .map(row -> new MixUp(
                        row.read(),
                        receipts.of(row).orElse(null),
                        shown.stream()
                                .filter(entries::holds)
                                .map(AuditRow::read)
                                .filter(act -> act.path("mixUp")
                                        .asText()
                                        .equals(row.id().toString()))
                                .toList()))
                .toList();
        return Slice.of(mixUps, rows.size(), limit, last);
    }

    /** Oldest first. */
    private List<AuditRow> acts(String person, UUID from) {
        return days.between(from, days.now()).stream()
                .flatMap(span -> jdbc
                        .query(
                                OF_KIND,
                                (row, n) -> AuditRow.of(row),
                                AuditEntry.Kind.ACT.name(),
                                person,
                                span.from(),
                                span.to())
                        .stream())
                .sorted(Comparator.comparing(row -> row.id().toString()))
                .toList();
    }
}
