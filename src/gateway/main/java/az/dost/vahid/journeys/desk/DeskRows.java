package az.dost.vahid.journeys.desk;

import az.dost.vahid.journeys.lookup.DeskLookup;
import az.dost.vahid.journeys.lookup.DeskLookups;
import az.dost.vahid.journeys.lookup.LookupRequest;
import az.dost.vahid.json.Json;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.sources.verdict.Grounds;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Lookups of officials who have roles, for as long as a month can be counted. What is told of a dossier is encrypted
 * like the dossier: a paper's name beside a case could tell a disability.
 */
public final class DeskRows implements DeskLookups {
    static final Duration KEPT = Duration.ofDays(92);
    /** A call, and the time that its last lookup may take. */
    private static final Duration CALL = Calls.LASTS.plusMinutes(2);

    private static final String TABLE = "desk_lookup";
    private static final String PART = "desk";
    /** How many papers nobody knows to be needed or not; absent from rows of before 1 December 2026. */
    static final String OPEN = "open";

    /** Whether no register knows of anything on which the right rests. */
    static final String DOUBTED = "rightDoubted";

    private static final Set<String> NOT_THERE = Set.of("DECEASED", "UNKNOWN");
    private static final Set<String> SILENT = Set.of("TIMED_OUT", "UNAVAILABLE");
    /** They answered, and no following brings anything else. */
    private static final Set<String> UNUSABLE = Set.of("REJECTED", "NOT_AUTHORISED");

    private static final String INSERT =
            "insert into desk_lookup (dossier, requester, official, office, matter, took_ms, told, mac) values (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SELECT =
            "select d.dossier, d.requester, d.official, d.office, d.matter, d.took_ms, d.told, d.mac, f.state, f.latest from desk_lookup d"
                    + " left join follow_up f on f.dossier = d.dossier where d.requester = ? and ";
    /** Of a case whose newest lookup stood on a page before. */
    private static final String NOT_TOLD =
            " and not exists (select from desk_lookup n where n.requester = d.requester and n.official = d.official and n.matter = d.matter"
                    + " and n.dossier >= ? and n.dossier < ?)";

    private static final String MARKS =
            "select dossier, requester, official, office, matter, took_ms, told, mac from desk_lookup where requester = ? and (official = ? or office = ?)"
                    + " and dossier >= ? order by dossier limit ?";
    private final JdbcTemplate jdbc;
    private final RowTrust trust;
    private final Bodies bodies;

    DeskRows(JdbcTemplate jdbc, RowTrust trust, Bodies bodies) {
        this.jdbc = jdbc;
        this.trust = trust;
        this.bodies = bodies;
    }

    @Override
    public ActRecord.Change keep(DeskLookup lookup) {
        LookupRequest request = lookup.request();
        byte[] matter = trust.seals()
                .of(TABLE + ".matter", lookup.requester(), request.caseRef(), request.service(), lookup.person());
        byte[] told = bodies.seal(
                lookup.id(), DataClass.DOSSIER, PART, told(lookup).toString().getBytes(StandardCharsets.UTF_8));
        Object[] row = {
            lookup.id(),
            lookup.requester(),
            request.official(),
            lookup.office(),
            matter,
            (int) Math.min(lookup.tookMs(), Integer.MAX_VALUE),
            told
        };
        return connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.setBytes(row.length + 1, trust.seals().of(TABLE, row));
                return insert.executeUpdate() > 0;
            }
        };
    }

    private static ObjectNode told(DeskLookup lookup) {
        ObjectNode told = JsonNodeFactory.instance
                .objectNode()
                .put("caseRef", lookup.request().caseRef())
                .put("service", lookup.request().service())
                .put("completeness", lookup.dossier().path("completeness").textValue());
        if (lookup.request().channel() != null) {
            told.put("channel", lookup.request().channel().name());
        }
        String state = lookup.dossier().at("/subject/state").asText();
        if (NOT_THERE.contains(state)) {
            told.put("state", state);
        }
        ArrayNode needed = told.putArray("stillNeeded");
        int open = 0;
        for (JsonNode document : lookup.dossier().path("documents")) {
            switch (document.path("verdict").asText()) {
                case "STILL_NEEDED" -> needed.add(document.path("id").textValue());
                case "UNKNOWN" -> open++;
                default -> {
                    // Nobody is asked for it.
                }
            }
        }
        told.put(OPEN, open);
        if (Grounds.doubted(lookup.dossier().path("documents"))) {
            told.put(DOUBTED, true);
        }
        ArrayNode silent = told.putArray("silent");
        ArrayNode rejected = told.putArray("rejected");
        lookup.dossier().path("sources").forEach(source -> {
            String verdict = source.path("verdict").asText();
            if (SILENT.contains(verdict)) {
                silent.add(source.path("agency").textValue());
            } else if (UNUSABLE.contains(verdict)) {
                rejected.add(source.path("agency").textValue());
            }
        });
        return told;
    }

    /** Those of an official that make a page of his cases, the newest first. */
    List<DeskRow> ofOfficial(String requester, String official, OfficialCases asked) {
        return read(
                SELECT + "d.official = ? and d.dossier >= ? and d.dossier < ?" + NOT_TOLD
                        + " order by d.dossier desc limit ?",
                requester,
                official,
                asked.from(),
                asked.before(),
                asked.before(),
                asked.end(),
                asked.rows());
    }

    /** Those of an office since a time and before another, the oldest first. */
    List<DeskRow> ofOffice(String requester, String office, Instant since, Instant before, int most) {
        return read(
                SELECT + "d.office = ? and d.dossier >= ? and d.dossier < ? order by d.dossier limit ?",
                requester,
                office,
                new UUID(since.toEpochMilli() << 16, 0),
                new UUID(before.toEpochMilli() << 16, 0),
                most);
    }

    /**
     * Those of an office that were made for a call, the oldest first: a call's id begins with its time, and they were
     * made soon after.
     */
    List<DeskRow> ofCall(String requester, String office, UUID call, int most) {
        return read(
                        SELECT
                                + "d.office is not distinct from ? and d.dossier > ? and d.dossier < ? order by d.dossier limit ?",
                        requester,
                        office,
                        call,
                        RecordId.at(RecordId.time(call).plus(CALL).toEpochMilli()),
                        most)
                .stream()
                .filter(row -> row.told().path("caseRef").asText().equals(call.toString()))
                .toList();
    }

    /**
     * Those of an office whose follow-up completed them since a time, first those whose callers were not called back,
     * the oldest first.
     */
    List<DeskRow> completed(String requester, String office, Instant since, int most) {
        return read(
                SELECT + "d.office is not distinct from ? and f.state = 'COMPLETED' and f.latest >= ?"
                        + " order by exists (select from hot_line_call_back b where b.dossier = f.latest), f.latest limit ?",
                requester,
                office,
                new UUID(since.toEpochMilli() << 16, 0),
                most);
    }

    /**
     * Who of an office looked somebody up since a time, the oldest first, without what was found.
     *
     * @param office null for the one official alone
     * @param official who is among them in any case
     */
    public List<DeskMark> marks(String requester, String office, String official, Instant since, int most) {
        return jdbc
                .query(
                        MARKS,
                        (row, n) -> mark(row),
                        requester,
                        official,
                        office,
                        new UUID(since.toEpochMilli() << 16, 0),
                        most)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<DeskMark> mark(ResultSet row) throws SQLException {
        UUID dossier = row.getObject(1, UUID.class);
        return believes(row, dossier)
                ? Optional.of(new DeskMark(row.getString(3), RecordId.time(dossier)))
                : Optional.empty();
    }

    private boolean believes(ResultSet row, UUID dossier) throws SQLException {
        return trust.believes(
                row.getBytes(8),
                TABLE,
                dossier.toString(),
                dossier,
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBytes(5),
                row.getInt(6),
                row.getBytes(7));
    }

    private List<DeskRow> read(String sql, Object... arguments) {
        return jdbc.query(sql, (row, n) -> row(row), arguments).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty for one that somebody changed, and for one whose dossier's time is over. */
    private Optional<DeskRow> row(ResultSet row) throws SQLException {
        UUID dossier = row.getObject(1, UUID.class);
        if (!believes(row, dossier)) {
            return Optional.empty();
        }
        byte[] told = bodies.open(dossier, DataClass.DOSSIER, PART, row.getBytes(7));
        return told == null
                ? Optional.empty()
                : Optional.of(new DeskRow(
                        dossier,
                        HexFormat.of().formatHex(row.getBytes(5)),
                        row.getInt(6),
                        json(told),
                        row.getString(9),
                        row.getObject(10, UUID.class)));
    }

    private static JsonNode json(byte[] told) {
        try {
            return Json.mapper().readTree(told);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets what is older than any month that is still counted. */
    public void forget() {
        jdbc.update(
                "delete from desk_lookup where dossier < ?", RecordId.at(System.currentTimeMillis() - KEPT.toMillis()));
    }
}
