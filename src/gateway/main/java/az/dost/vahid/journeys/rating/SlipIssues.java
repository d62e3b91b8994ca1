package az.dost.vahid.journeys.rating;

import az.dost.vahid.journeys.lookup.DeskLookup;
import az.dost.vahid.journeys.lookup.DeskLookups;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.proof.trust.RowTrust;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Slips that were handed out, so that whoever holds one can have it checked, rated or not: of each a keyed digest of
 * its code, another one than {@link SlipCodes} keeps, and where it is from. Neither the dossier nor anything of a
 * person is there; that two are of one case is told by a keyed digest too.
 */
public final class SlipIssues implements DeskLookups {
    /** As long as a slip can be rated, and a caller may ask for it. */
    private static final int DAYS_GOOD = 92;
    /** After that a check tells for so long that it was genuine. */
    private static final int DAYS_KEPT = 366;

    private static final String TABLE = "slip_issue";
    private static final String CODE = "slip_issue.code";
    private static final String MATTER = "slip_issue.matter";
    private static final String INSERT =
            "insert into slip_issue (digest, made_ms, matter, requester, office, service, mac) values (?, ?, ?, ?, ?, ?, ?)"
                    + " on conflict do nothing";
    private static final String FIND =
            "select one.made_ms, one.matter, one.requester, one.office, one.service, one.mac, exists (select 1 from slip_issue later"
                    + " where later.matter = one.matter and later.made_ms > one.made_ms) from slip_issue one where one.digest = ?";
    private final JdbcTemplate jdbc;
    private final RowTrust trust;
    private final SlipCodes slips;
    private final Clock clock;

    /** What a slip is today. */
    enum State {
        GOOD,
        /** A newer one was made for the same case. */
        REPLACED,
        OUTLIVED
    }

    /**
     * @param day of the lookup, in the clock's zone
     * @param office null where the requester's file names none
     */
    record Issue(State state, LocalDate day, String requester, String office, String service) {
        /** The last day on which it counts, unless it is replaced. */
        LocalDate until() {
            return day.plusDays(DAYS_GOOD);
        }
    }

    /** @param clock in whose zone a day begins */
    SlipIssues(JdbcTemplate jdbc, RowTrust trust, SlipCodes slips, Clock clock) {
        this.jdbc = jdbc;
        this.trust = trust;
        this.slips = slips;
        this.clock = clock;
    }

    @Override
    public ActRecord.Change keep(DeskLookup lookup) {
        if (!slips.handsOut(lookup)) {
            return connection -> false;
        }
        String service = lookup.request().service();
        byte[] digest = digest(slips.code(lookup.id()));
        long made = RecordId.time(lookup.id()).toEpochMilli();
        byte[] matter = trust.seals()
                .of(
                        MATTER,
                        lookup.requester(),
                        lookup.office(),
                        lookup.person(),
                        service,
                        lookup.request().caseRef());
        Object[] row = {digest, made, matter, lookup.requester(), lookup.office(), service};
        byte[] mac = trust.seals().of(TABLE, row);
        return connection -> insert(connection, mac, row);
    }

    private static boolean insert(Connection connection, byte[] mac, Object... row) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int i = 0; i < row.length; i++) {
                insert.setObject(i + 1, row[i]);
            }
            insert.setBytes(row.length + 1, mac);
            return insert.executeUpdate() > 0;
        }
    }

    private byte[] digest(String code) {
        return trust.seals().of(CODE, code);
    }

    /** Empty for a code of no slip, and for one whose row somebody changed. */
    Optional<Issue> find(String code) {
        if (!slips.isProven(code)) {
            return Optional.empty();
        }
        byte[] digest = digest(code);
        return jdbc.query(FIND, (row, n) -> issue(digest, row), new Object[] {digest}).stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Issue> issue(byte[] digest, ResultSet row) throws SQLException {
        long made = row.getLong(1);
        String place = HexFormat.of().formatHex(digest, 0, Long.BYTES);
        if (!trust.believes(
                row.getBytes(6),
                TABLE,
                place,
                digest,
                made,
                row.getBytes(2),
                row.getString(3),
                row.getString(4),
                row.getString(5))) {
            return Optional.empty();
        }
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(made), clock.getZone());
        State state = day.isBefore(LocalDate.now(clock).minusDays(DAYS_GOOD))
                ? State.OUTLIVED
                : row.getBoolean(7) ? State.REPLACED : State.GOOD;
        return Optional.of(new Issue(state, day, row.getString(3), row.getString(4), row.getString(5)));
    }

    /** Forgets those of which nobody is told any more. */
    public void forget() {
        jdbc.update(
                "delete from slip_issue where made_ms < ?",
                LocalDate.now(clock)
                        .minusDays(DAYS_KEPT)
                        .atStartOfDay(clock.getZone())
                        .toInstant()
                        .toEpochMilli());
    }
}
