package az.dost.vahid.proof.claim;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The one clock of all gateways, for what is compared with times in the database. To look at it is a round trip; it
 * throws Spring's DataAccessException.
 */
public final class DatabaseClock extends Clock {
    private final JdbcTemplate jdbc;
    private final ZoneId zone;

    public DatabaseClock(JdbcTemplate jdbc) {
        this(jdbc, ZoneOffset.UTC);
    }

    private DatabaseClock(JdbcTemplate jdbc, ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new DatabaseClock(jdbc, other);
    }

    @Override
    public Instant instant() {
        return jdbc.queryForObject("select clock_timestamp()", OffsetDateTime.class)
                .toInstant();
    }
}
