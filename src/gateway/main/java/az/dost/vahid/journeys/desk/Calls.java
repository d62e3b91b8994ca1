package az.dost.vahid.journeys.desk;

import az.dost.vahid.journeys.lookup.CallReferences;
import az.dost.vahid.proof.claim.TransactionLock;
import az.dost.vahid.proof.trust.RowTrust;
import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Calls whose callers passed the check questions, and attempts that failed, in the database: for whichever gateway
 * comes next.
 */
public final class Calls implements CallReferences {
    static final Duration LASTS = Duration.ofMinutes(15);
    private static final Limit OF_PERSON = new Limit(3, 6);
    /** One who takes calls all day hears some wrong answers, and seldom so many. */
    private static final Limit OF_OFFICIAL = new Limit(20, 60);

    private static final String TABLE = "hot_line_call";
    private static final String ATTEMPT = "hot_line_attempt";
    /**
     * An attempt of which nothing became, as its lookup was refused or its gateway died, counts until no lookup lasts
     * so long. The column's name is older than officials in it.
     */
    private static final String COUNTED =
            "select count(*) filter (where failed and at > now() - interval '1 hour' or not failed and at > now() - interval '1 minute'),"
                    + " count(*) filter (where failed and at > now() - interval '1 day') from hot_line_attempt where person = ?";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final RowTrust trust;

    /** How many attempts may fail. */
    private record Limit(int anHour, int aDay) {}

    Calls(JdbcTemplate jdbc, TransactionTemplate transaction, RowTrust trust) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.trust = trust;
    }

    /** The number of a new attempt for a person; empty where so many failed, or are under way, that none is left. */
    OptionalLong attempt(String person) {
        return begun(key(person), OF_PERSON);
    }

    /** The same by whom it is made, whoever calls. */
    OptionalLong attempt(String requester, String official) {
        return begun(key(requester, official), OF_OFFICIAL);
    }

    private OptionalLong begun(byte[] key, Limit limit) {
        return transaction.execute(status -> {
            TransactionLock.take(jdbc, ByteBuffer.wrap(key).getLong());
            return reached(key, limit)
                    ? OptionalLong.empty()
                    : OptionalLong.of(jdbc.queryForObject(
                            "insert into hot_line_attempt (person) values (?) returning number", Long.class, key));
        });
    }

    private boolean reached(byte[] key, Limit limit) {
        return jdbc.queryForObject(
                COUNTED, (row, n) -> row.getInt(1) >= limit.anHour() || row.getInt(2) >= limit.aDay(), key);
    }

    /** It did not fail, or nobody could tell. */
    void release(long attempt) {
        jdbc.update("delete from hot_line_attempt where number = ?", attempt);
    }

    /** Whether this failure closed the line for the person. */
    boolean fail(long attempt, String person) {
        return failed(attempt, key(person), OF_PERSON);
    }

    /** Whether by this failure the official checks nobody for a while. */
    boolean fail(long attempt, String requester, String official) {
        return failed(attempt, key(requester, official), OF_OFFICIAL);
    }

    private boolean failed(long attempt, byte[] key, Limit limit) {
        jdbc.update("update hot_line_attempt set failed = true, at = now() where number = ?", attempt);
        return reached(key, limit);
    }

    private byte[] key(String person) {
        return trust.seals().of(ATTEMPT + ".person", person);
    }

    private byte[] key(String requester, String official) {
        return trust.seals().of(ATTEMPT + ".official", requester, official);
    }

    /** @return until when it stands */
    Instant begin(UUID call, String requester, String official, String person) {
        Instant until = Instant.now().plus(LASTS).truncatedTo(ChronoUnit.MILLIS);
        byte[] key = key(person);
        jdbc.update(
                "insert into hot_line_call (id, requester, official, person, until, mac) values (?, ?, ?, ?, ?, ?)",
                call,
                requester,
                official,
                key,
                Timestamp.from(until),
                trust.seals().of(TABLE, call, requester, official, key, until.toString()));
        return until;
    }

    @Override
    public boolean stands(UUID call, String requester, String official, String person) {
        byte[] key = key(person);
        return jdbc.query(
                        "select until, mac from hot_line_call where id = ? and requester = ? and official = ? and person = ? and until > now()",
                        (row, n) -> trust.believes(
                                row.getBytes(2),
                                TABLE,
                                call.toString(),
                                call,
                                requester,
                                official,
                                key,
                                row.getTimestamp(1).toInstant().toString()),
                        call,
                        requester,
                        official,
                        key)
                .contains(true);
    }

    /** Until when a call of the official stands; empty when it is over, and for one of somebody else. */
    Optional<Instant> until(UUID call, String requester, String official) {
        return jdbc
                .query(
                        "select until, person, mac from hot_line_call where id = ? and requester = ? and official = ? and until > now()",
                        (row, n) -> {
                            Instant until = row.getTimestamp(1).toInstant();
                            boolean believed = trust.believes(
                                    row.getBytes(3),
                                    TABLE,
                                    call.toString(),
                                    call,
                                    requester,
                                    official,
                                    row.getBytes(2),
                                    until.toString());
                            return believed ? Optional.of(until) : Optional.<Instant>empty();
                        },
                        call,
                        requester,
                        official)
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Forgets calls that are over, and attempts that count no more. */
    public void forget() {
        jdbc.update("delete from hot_line_call where until < now() - interval '1 day'");
        jdbc.update("delete from hot_line_attempt where at < now() - interval '1 day'");
    }
}
