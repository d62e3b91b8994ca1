package az.dost.vahid.proof.record;

import az.dost.vahid.proof.record.body.RecordId;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The days of the audit chain, newest first, some at a time: few for what is nearly always near, more the farther back
 * it goes.
 */
final class ChainDays {
    private static final int FEWEST = 4;
    /**
     * Each partition takes four locks, its indexes' among them; PostgreSQL has some thousands for all its connections
     * together.
     */
    private static final int MOST = 32;

    private static final Duration CLOCKS = Duration.ofMinutes(1);
    private final JdbcTemplate jdbc;
    private final Clock clock;

    ChainDays(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock.withZone(ZoneOffset.UTC);
    }

    /** Days of the chain begin in UTC. */
    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The first day that has a partition; today when there is none. */
    LocalDate first() {
        String first = jdbc.queryForObject(
                "select min(right(relname, 8)) from pg_inherits join pg_class on pg_class.oid = inhrelid"
                        + " where inhparent = 'audit'::regclass and relname ~ '^audit_[0-9]{8}$'",
                String.class);
        return first == null ? today() : LocalDate.parse(first, DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** Just after what is being written now, however other gateways' clocks go. */
    UUID now() {
        return RecordId.at(clock.instant().plus(CLOCKS).toEpochMilli());
    }

    /**
     * Spans that follow each other, from just before an id back to the first day.
     *
     * @param id may be anybody's: there are no days after the present one; null for all
     */
    List<DaySpan> before(UUID id) {
        UUID now = now();
        return between(new UUID(0, 0), id == null || RecordId.time(id).isAfter(RecordId.time(now)) ? now : id);
    }

    /** The same, and no further back than an id, which is in the last of them. */
    List<DaySpan> between(UUID from, UUID to) {
        UUID first = RecordId.start(first());
        UUID end = from.compareTo(first) < 0 ? first : from;
        List<DaySpan> spans = new ArrayList<>();
        UUID before = to;
        for (int days = FEWEST; before.compareTo(end) > 0; days = Math.min(2 * days, MOST)) {
            UUID start = RecordId.start(
                    LocalDate.ofInstant(RecordId.time(before), ZoneOffset.UTC).minusDays(days - 1L));
            UUID next = start.compareTo(end) < 0 ? end : start;
            spans.add(new DaySpan(next, before));
            before = next;
        }
        return spans;
    }
}
