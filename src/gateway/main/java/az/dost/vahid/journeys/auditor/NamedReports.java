package az.dost.vahid.journeys.auditor;

import az.dost.vahid.edge.access.Auditor;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.Slice;
import az.dost.vahid.proof.record.Trail;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.proof.trust.RowTrust;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Named reports in the database. Asking and deciding are in the audit chain, each in one transaction with its row. */
final class NamedReports {
    private static final String TABLE = "named_report";
    private static final UUID LAST = new UUID(-1, -1);
    private static final String SELECT =
            "select id, requester, asked_by, asked_ms, about_requester, about_official, from_day, to_day, reason, mac, decision, decided_by,"
                    + " decided_ms, note, decided_mac from named_report where requester = ? and ";
    private final JdbcTemplate jdbc;
    private final RowTrust trust;
    private final ActRecord acts;
    private final Clock clock;

    NamedReports(JdbcTemplate jdbc, RowTrust trust, ActRecord acts, Clock clock) {
        this.jdbc = jdbc;
        this.trust = trust;
        this.acts = acts;
        this.clock = clock;
    }

    /** The newest first; whoever edits a row has it disappear. */
    Slice<NamedReport> list(String requester, UUID before, int most) {
        List<NamedReport> read = jdbc.query(
                SELECT + "id < ? order by id desc limit ?",
                (row, n) -> NamedReport.of(row),
                requester,
                before == null ? LAST : before,
                most);
        return Slice.of(
                read.stream().filter(this::believed).toList(),
                read.size(),
                most,
                read.isEmpty() ? null : read.get(read.size() - 1).id());
    }

    Optional<NamedReport> find(String requester, UUID id) {
        return jdbc.query(SELECT + "id = ?", (row, n) -> NamedReport.of(row), requester, id).stream()
                .filter(this::believed)
                .findFirst();
    }

    private boolean believed(NamedReport report) {
        return trust.believes(report.mac(), TABLE, report.id().toString(), report.sealed())
                && (report.decision() == null
                        || trust.believes(
                                report.decision().mac(),
                                TABLE,
                                report.id().toString(),
                                report.decision().sealed(report.id())));
    }

    /** Keeps the question; the same one of the same auditor that nobody has decided about yet is that one. */
    NamedReport ask(Auditor auditor, ReportQuestion wanted) {
        String requester = auditor.requester().id();
        NamedReport made = new NamedReport(RecordId.next(), requester, auditor.official(), now(), wanted, null, null);
        acts.keep(
                RecordId.next(),
                "report-asked",
                said(auditor, made).put("reason", wanted.reason()),
                connection -> insert(connection, made));
        return jdbc.query(
                        SELECT
                                + "asked_by = ? and about_requester = ? and about_official = ? and from_day = ? and to_day = ? and reason = ? and decision is null"
                                + " order by id limit 1",
                        (row, n) -> NamedReport.of(row),
                        requester,
                        auditor.official(),
                        wanted.requester(),
                        wanted.official(),
                        wanted.from().toString(),
                        wanted.to().toString(),
                        wanted.reason())
                .get(0);
    }

    private boolean insert(Connection connection, NamedReport made) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into named_report (id, requester, asked_by, asked_ms, about_requester, about_official, from_day,"
                        + " to_day, reason, mac) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (requester, asked_by, about_requester, about_official, from_day, to_day, md5(reason)) where decision is null do nothing")) {
            int column = 0;
            for (Object value : made.sealed()) {
                insert.setObject(++column, value);
            }
            insert.setBytes(++column, trust.seals().of(TABLE, made.sealed()));
            return insert.executeUpdate() > 0;
        }
    }

    /** Whether nobody else had decided. */
    boolean decide(Auditor auditor, NamedReport report, boolean release, String note) {
        NamedReport.Decision made = new NamedReport.Decision(release, auditor.official(), now(), note, null);
        ObjectNode said = said(auditor, report);
        if (note != null) {
            said.put("note", note);
        }
        return acts.keep(RecordId.next(), release ? "report-released" : "report-refused", said, connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update named_report set decision = ?, decided_by = ?, decided_ms = ?, note = ?, decided_mac = ?"
                            + " where id = ? and decision is null")) {
                update.setString(1, release ? "RELEASED" : "REFUSED");
                update.setString(2, made.by());
                update.setLong(3, made.at().toEpochMilli());
                update.setString(4, note);
                update.setBytes(5, trust.seals().of(TABLE, made.sealed(report.id())));
                update.setObject(6, report.id());
                return update.executeUpdate() > 0;
            }
        });
    }

    /** That somebody looks how far it is, before he sees anything. */
    void viewed(Auditor auditor, NamedReport report) {
        acts.keep(RecordId.next(), "report-viewed", said(auditor, report), connection -> true);
    }

    /** That somebody reads what it says, before he sees anything. */
    void read(Auditor auditor, NamedReport report) {
        acts.keep(RecordId.next(), Trail.REPORT_READ, said(auditor, report), connection -> true);
    }

    void listed(Auditor auditor) {
        acts.keep(RecordId.next(), "reports-listed", Acts.by(auditor), connection -> true);
    }

    private static ObjectNode said(Auditor auditor, NamedReport report) {
        ReportQuestion wanted = report.wanted();
        ObjectNode said = Acts.by(auditor).put("report", report.id().toString());
        // The citizen finds by it who looked.
        said = wanted.ofCitizen()
                ? said.put("person", wanted.official())
                : said.put("of", wanted.requester()).put("about", wanted.official());
        return said.put("from", wanted.from().toString()).put("to", wanted.to().toString());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
