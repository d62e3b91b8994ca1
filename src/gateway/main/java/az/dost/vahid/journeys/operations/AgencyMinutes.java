package az.dost.vahid.journeys.operations;

import az.dost.vahid.sources.agency.call.AnswerTally;
import az.dost.vahid.sources.agency.call.AnswerTally.Counts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How often agencies were asked, by the minute, over all gateways and for a day. Each gateway adds up in memory what
 * its lookups came to, and writes it every few seconds: a lookup costs no round trip more.
 */
public final class AgencyMinutes {
    private static final String WRITE =
            "insert into agency_minute (agency, minute, gateway, asked, answered, times) values (?, ?, ?, ?, ?, ?)"
                    + " on conflict (agency, minute, gateway) do update set asked = excluded.asked, answered = excluded.answered, times = excluded.times";
    private static final String COUNTS =
            "asked, answered, times from agency_minute where agency = any (?) and minute > ?";
    private static final String RECENT = "select agency, floor(extract(epoch from minute) / ?)::bigint as point,"
            + " sum(asked), sum(answered) from agency_minute where agency = any (?) and minute >= ? group by 1, 2";
    private final JdbcTemplate jdbc;
    private final AnswerTally tally;
    private final UUID gateway;
    private final Clock clock;
    /** Of the minute that goes on, by agency. */
    private final Map<String, Counts> counted = new HashMap<>();

    private Instant minute = Instant.EPOCH;
    private boolean written = true;

    /**
     * @param gateway of which this start is the one
     * @param clock the database's: all gateways have the same minutes
     */
    AgencyMinutes(JdbcTemplate jdbc, AnswerTally tally, UUID gateway, Clock clock) {
        this.jdbc = jdbc;
        this.tally = tally;
        this.gateway = gateway;
        this.clock = clock;
    }

    /**
     * Writes what was counted. While the database does not take it, it goes on being counted, for the minute in which
     * it does.
     */
    public synchronized void keep() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (!now.equals(minute)) {
            if (written) {
                counted.clear();
            }
            minute = now;
        }
        tally.take().forEach((agency, counts) -> counted.merge(agency, counts, Counts::plus));
        written = counted.isEmpty();
        if (!written) {
            jdbc.batchUpdate(
                    WRITE,
                    counted.entrySet().stream()
                            .map(each -> new Object[] {
                                each.getKey(),
                                Timestamp.from(now),
                                gateway,
                                each.getValue().asked(),
                                each.getValue().answered(),
                                each.getValue().times()
                            })
                            .toList());
            written = true;
        }
    }

    /** Deletes what nobody asks for any more. */
    public void forget() {
        jdbc.update(
                "delete from agency_minute using agency_state where agency_minute.agency = agency_state.agency and minute < now() - interval '25 hours'");
    }

    /** By agency, what was asked in so many minutes, this one among them; nothing of an agency that nobody asked. */
    Map<String, Counts> last(Duration span, Collection<String> agencies) {
        Map<String, Counts> all = new HashMap<>();
        jdbc.query(
                "select agency, " + COUNTS,
                row -> {
                    all.merge(row.getString(1), counts(row), Counts::plus);
                },
                agencies.toArray(String[]::new),
                Timestamp.from(clock.instant().minus(span)));
        return all;
    }

    /** By agency, what was asked in each minute since then in which it was asked; nothing of one that nobody asked. */
    Map<String, Collection<Counts>> each(Instant since, Collection<String> agencies) {
        Map<String, Map<Instant, Counts>> all = new HashMap<>();
        jdbc.query(
                "select agency, asked, answered, times, minute from agency_minute where agency = any (?) and minute >= ?",
                row -> {
                    all.computeIfAbsent(row.getString(1), id -> new HashMap<>())
                            .merge(row.getTimestamp(5).toInstant(), counts(row), Counts::plus);
                },
                agencies.toArray(String[]::new),
                Timestamp.from(since));
        Map<String, Collection<Counts>> each = new HashMap<>();
        all.forEach((agency, counted) -> each.put(agency, counted.values()));
        return each;
    }

    /** A part of a history, from a time on. */
    record Point(Instant from, Counts counts) {}

    /**
     * Of one agency, the oldest first, also where nobody asked.
     *
     * @param span whole steps
     * @param step length of a point, whole minutes
     */
    List<Point> history(String agency, Duration span, Duration step) {
        long seconds = step.toSeconds();
        Instant end = Instant.ofEpochSecond((clock.instant().getEpochSecond() / seconds + 1) * seconds);
        TreeMap<Instant, Counts> points = new TreeMap<>();
        for (Instant from = end.minus(span); from.isBefore(end); from = from.plus(step)) {
            points.put(from, Counts.NONE);
        }
        jdbc.query(
                "select minute, " + COUNTS,
                row -> {
                    Map.Entry<Instant, Counts> point =
                            points.floorEntry(row.getTimestamp(1).toInstant());
                    if (point != null) {
                        points.merge(point.getKey(), counts(row), Counts::plus);
                    }
                },
                new String[] {agency},
                Timestamp.from(end.minus(span).minus(Duration.ofMinutes(1))));
        return points.entrySet().stream()
                .map(each -> new Point(each.getKey(), each.getValue()))
                .toList();
    }

    /**
     * What agencies were asked and answered, in points of equal length that end with the one that goes on; nothing of
     * an agency that nobody asked.
     *
     * @param asked as many as there are points, the oldest first; as answered is
     */
    record Recent(Instant from, int[] asked, int[] answered) {}

    /**
     * By agency.
     *
     * @param span whole steps
     * @param step length of a point, whole minutes
     */
    Map<String, Recent> recent(Duration span, Duration step, Collection<String> agencies) {
        long seconds = step.toSeconds();
        int points = (int) (span.toSeconds() / seconds);
        Instant from = Instant.ofEpochSecond((clock.instant().getEpochSecond() / seconds + 1 - points) * seconds);
        Map<String, Recent> all = new HashMap<>();
        jdbc.query(
                RECENT,
                row -> {
                    int point = (int) (row.getLong(2) - from.getEpochSecond() / seconds);
                    if (point >= 0 && point < points) {
                        Recent one = all.computeIfAbsent(
                                row.getString(1), id -> new Recent(from, new int[points], new int[points]));
                        one.asked()[point] = row.getInt(3);
                        one.answered()[point] = row.getInt(4);
                    }
                },
                seconds,
                agencies.toArray(String[]::new),
                Timestamp.from(from));
        return all;
    }

    private static Counts counts(ResultSet row) throws SQLException {
        int[] times = Arrays.stream((Integer[]) row.getArray(4).getArray())
                .mapToInt(Integer::intValue)
                .toArray();
        return new Counts(row.getInt(2), row.getInt(3), times);
    }
}
