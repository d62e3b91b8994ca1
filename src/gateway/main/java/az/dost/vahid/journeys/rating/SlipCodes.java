package az.dost.vahid.journeys.rating;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.OfficialRole;
import az.dost.vahid.journeys.lookup.DeskLookup;
import az.dost.vahid.journeys.lookup.DeskLookups;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.signature.key.RowSeals;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Slips that may still be rated: of each a keyed digest of its code, and which office served whom for what. Neither the
 * dossier nor anything of a person is there, and what is rated is deleted.
 */
public final class SlipCodes implements DeskLookups {
    /** As long as a caller may ask for one. */
    private static final int DAYS = 92;

    private static final String TABLE = "slip_code";
    private static final String INSERT =
            "insert into slip_code (digest, day, requester, office, service) values (?, ?, ?, ?, ?) on conflict do nothing";
    private static final String TAKE = "delete from slip_code where digest = ? and day > ?";
    /** Codes of which it is known that nobody can rate by them any more: those of slips that were rated, mostly. */
    private static final int GONE = 4_096;

    private final JdbcTemplate jdbc;
    private final RowSeals seals;
    private final AccessPolicy access;
    private final Clock clock;
    /** Whoever sends the same one again and again costs the database nothing. */
    private final Set<String> gone = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > GONE;
        }
    }));

    /** Where a slip is from. @param office null where the requester's file names none */
    record Slip(String requester, String office, String service) {}

    /** @param clock in whose zone a day begins */
    SlipCodes(JdbcTemplate jdbc, RowSeals seals, AccessPolicy access, Clock clock) {
        this.jdbc = jdbc;
        this.seals = seals;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public ActRecord.Change keep(DeskLookup lookup) {
        if (!handsOut(lookup)) {
            return connection -> false;
        }
        byte[] digest = digest(code(lookup.id()));
        Date day = Date.valueOf(LocalDate.ofInstant(RecordId.time(lookup.id()), clock.getZone()));
        return connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setBytes(1, digest);
                insert.setDate(2, day);
                insert.setString(3, lookup.requester());
                insert.setString(4, lookup.office());
                insert.setString(5, lookup.request().service());
                return insert.executeUpdate() > 0;
            }
        };
    }

    /** Clerks alone hand slips out; of a person whom nobody knows there is none. */
    boolean handsOut(DeskLookup lookup) {
        return !lookup.dossier().path("completeness").asText().equals("EMPTY")
                && access.named(lookup.requester())
                        .filter(requester ->
                                requester.roles(lookup.request().official()).contains(OfficialRole.CLERK))
                        .isPresent();
    }

    /** Whether a code is that of some slip, which takes no look at the database. */
    boolean isProven(String code) {
        return RatingCode.proven(code, seals);
    }

    /** What the slip of a dossier shows to be rated by. */
    String code(UUID dossier) {
        return RatingCode.of(dossier, seals);
    }

    private byte[] digest(String code) {
        return seals.of(TABLE, code);
    }

    /** Whether there is such a slip that nobody has rated. */
    Optional<Slip> find(String code) {
        if (!isProven(code) || gone.contains(code)) {
            return Optional.empty();
        }
        Optional<Slip> found = jdbc
                .query(
                        "select requester, office, service from slip_code where digest = ? and day > ?",
                        (row, n) -> slip(row),
                        digest(code),
                        oldest())
                .stream()
                .findFirst();
        if (found.isEmpty()) {
            // It is nobody's again: there is a slip before its code is shown.
            gone.add(code);
        }
        return found;
    }

    /** Takes it away, so that nobody rates it again; false when somebody else was first. */
    boolean take(Connection connection, String code) throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setBytes(1, digest(code));
            take.setDate(2, oldest());
            return take.executeUpdate() > 0;
        }
    }

    private static Slip slip(ResultSet row) throws SQLException {
        return new Slip(row.getString(1), row.getString(2), row.getString(3));
    }

    private Date oldest() {
        return Date.valueOf(LocalDate.now(clock).minusDays(DAYS));
    }

    /** Forgets those of slips that are too old. */
    public void forget() {
        jdbc.update("delete from slip_code where day <= ?", oldest());
    }
}
