package az.dost.vahid.journeys.report;

import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The versions of all reports. What is kept never changes; that it was kept, and its digest, stand in the audit chain.
 */
final class ReportVersions {
    /** Not for an order that somebody has carried out meanwhile. */
    private static final String KEEP =
            "insert into report_version (period, version, closed_at, because, report, open_data, counts) select ?, ?, ?, ?, ?, ?, ?::json"
                    + " where ?::uuid is null or exists (select 1 from report_order where id = ? and done_at is null) on conflict do nothing";

    private static final String DONE =
            "update report_order set done_at = statement_timestamp(), version = ? where id = ?";
    private static final String HEADINGS = "select period, version, closed_at, because from report_version";
    private static final String ALL =
            "select period, version, closed_at, because, report, open_data, counts from report_version";
    private final JdbcTemplate jdbc;
    private final ActRecord acts;

    /** One of the list of versions. */
    record Heading(String period, int version, Instant closedAt, String because) {}

    ReportVersions(JdbcTemplate jdbc, ActRecord acts) {
        this.jdbc = jdbc;
        this.acts = acts;
    }

    /** The newest of each period first. */
    List<Heading> headings() {
        return jdbc.query(HEADINGS + " order by period, version desc", (row, n) -> heading(row));
    }

    /** The newest version of each period that has one, the newest period last. */
    List<Heading> newest() {
        return jdbc.query(
                "select distinct on (period) period, version, closed_at, because from report_version order by period, version desc",
                (row, n) -> heading(row));
    }

    /** All of a period, the newest first. */
    List<ReportVersion> of(ReportPeriod period) {
        return jdbc.query(ALL + " where period = ? order by version desc", (row, n) -> version(row), period.id());
    }

    /** @param version null for the newest */
    Optional<ReportVersion> find(ReportPeriod period, Integer version) {
        return jdbc
                .query(
                        ALL + " where period = ? and version = coalesce(?::int, version) order by version desc limit 1",
                        (row, n) -> version(row),
                        period.id(),
                        version)
                .stream()
                .findFirst();
    }

    /** Number of the newest of a period; 0 where there is none. */
    int newest(ReportPeriod period) {
        return jdbc.queryForObject(
                "select coalesce(max(version), 0) from report_version where period = ?", Integer.class, period.id());
    }

    /** The correction of a month that came after a quarter's version. */
    Optional<Heading> after(ReportVersion quarter) {
        for (JsonNode month : StoredJson.payload(quarter.report()).path("months")) {
            Optional<Heading> newer = jdbc
                    .query(
                            HEADINGS + " where period = ? and version > ? order by version desc limit 1",
                            (row, n) -> heading(row),
                            month.path("period").asText(),
                            month.path("version").asInt())
                    .stream()
                    .findFirst();
            if (newer.isPresent()) {
                return newer;
            }
        }
        return Optional.empty();
    }

    /**
     * Keeps a version, once.
     *
     * @param digests what the audit chain tells of it
     * @param order that is done with it; null for none
     * @return whether nobody was faster
     */
    boolean keep(ReportVersion version, ObjectNode digests, UUID order) {
        ObjectNode said = JsonNodeFactory.instance
                .objectNode()
                .put("period", version.period())
                .put("version", version.version());
        if (version.because() != null) {
            said.put("because", version.because());
        }
        return acts.keep(
                RecordId.next(),
                "statistics-closed",
                said.setAll(digests),
                connection -> insert(connection, version, order));
    }

    private static boolean insert(Connection connection, ReportVersion version, UUID order) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(KEEP);
                PreparedStatement done = connection.prepareStatement(DONE)) {
            insert.setString(1, version.period());
            insert.setInt(2, version.version());
            insert.setTimestamp(3, Timestamp.from(version.closedAt()));
            insert.setString(4, version.because());
            insert.setString(5, version.report());
            insert.setString(6, version.openData());
            insert.setString(7, version.counts());
            insert.setObject(8, order);
            insert.setObject(9, order);
            boolean kept = insert.executeUpdate() > 0;
            if (kept && order != null) {
                done.setInt(1, version.version());
                done.setObject(2, order);
                done.executeUpdate();
            }
            return kept;
        }
    }

    private static Heading heading(ResultSet row) throws SQLException {
        return new Heading(row.getString(1), row.getInt(2), row.getTimestamp(3).toInstant(), row.getString(4));
    }

    private static ReportVersion version(ResultSet row) throws SQLException {
        return new ReportVersion(
                row.getString(1),
                row.getInt(2),
                row.getTimestamp(3).toInstant(),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7));
    }
}
