package az.dost.vahid.journeys.misuse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Windows of the rules that count what differs, in the database: when each citizen of an official, each official of a
 * citizen was seen last, at whichever gateway. Memory holds the subjects used last; here nothing is forgotten, so that
 * many subjects, or a restart, hide nobody.
 */
final class DifferentRows {
    private static final int MOST_KNOWN = 50_000;
    private static final String SEEN = "insert into misuse_different (behaviour, subject, item, last_at)"
            + " select behaviour, misuse_key(subject), misuse_key(item), to_timestamp(max(at) / 1000.0) from unnest(?, ?, ?, ?) seen (behaviour, subject, item, at)"
            + " group by 1, 2, 3 order by 1, 2, 3"
            + " on conflict (behaviour, subject, item) do update set last_at = greatest(misuse_different.last_at, excluded.last_at)";
    /**
     * When, of one more than is allowed, the one was seen that leaves the window first; null when there are not so
     * many.
     */
    private static final String FIRST_TO_LEAVE =
            "select number, (select (extract(epoch from last_at) * 1000)::bigint from misuse_different counted"
                    + " where counted.behaviour = ? and counted.subject = misuse_key(touched.subject) and last_at > to_timestamp(since / 1000.0)"
                    + " order by last_at desc offset ? limit 1) from unnest(?, ?) with ordinality touched (subject, since, number)";

    private final List<Rule> rules;
    /** By rule and subject, until when the rule is broken: what is known needs not be counted. */
    private final Cache<String, Long> broken =
            Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();

    /**
     * @param last sighting that a rule counted when it was found to be broken; @param until when it is, milliseconds
     *     since 1970
     */
    record Exceeded(Rule rule, Sighting last, long until) {}

    DifferentRows(RuleBook book) {
        this.rules = book.counting().stream()
                .filter(rule -> rule.behaviour().different())
                .toList();
    }

    /** Whether the database knows that the rule is broken for the subject of this sighting. */
    boolean exceeded(Rule rule, Sighting seen) {
        if (!rule.behaviour().different()) {
            return false;
        }
        Long until = broken.getIfPresent(key(rule, seen));
        return until != null && seen.at() < until;
    }

    /** Once what was kept is there for all to see. */
    void know(Exceeded found) {
        broken.put(key(found.rule(), found.last()), found.until());
    }

    private static String key(Rule rule, Sighting seen) {
        return rule.id() + " " + rule.behaviour().subject(seen);
    }

    /**
     * Adds what was seen here, and counts for whom a rule is broken since: one statement for all, and one for each
     * rule.
     */
    List<Exceeded> keep(Connection connection, List<Journal.Noted> batch) throws SQLException {
        List<Exceeded> found = new ArrayList<>();
        if (rules.isEmpty() || batch.isEmpty()) {
            return found;
        }
        add(connection, batch);
        for (Rule rule : rules) {
            Map<String, Sighting> touched = new HashMap<>();
            batch.stream()
                    .filter(noted -> counts(rule, noted) && !exceeded(rule, noted.seen()))
                    .map(Journal.Noted::seen)
                    .forEach(seen -> touched.merge(
                            rule.behaviour().subject(seen), seen, (one, other) -> one.at() > other.at() ? one : other));
            if (!touched.isEmpty()) {
                found.addAll(count(connection, rule, List.copyOf(touched.values())));
            }
        }
        return found;
    }

    private static boolean counts(Rule rule, Journal.Noted noted) {
        return rule.behaviour().counts(noted.seen().kind())
                && (noted.ofSystem() || !rule.behaviour().ofRequester());
    }

    private void add(Connection connection, List<Journal.Noted> batch) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        Set<Behaviour> added = EnumSet.noneOf(Behaviour.class);
        for (Rule rule : rules) {
            // Two rules may watch the same with different windows.
            if (added.add(rule.behaviour())) {
                batch.stream()
                        .filter(noted -> counts(rule, noted))
                        .map(Journal.Noted::seen)
                        .forEach(seen -> rows.add(new Object[] {
                            rule.behaviour().name(),
                            rule.behaviour().subject(seen),
                            rule.behaviour().item(seen),
                            seen.at()
                        }));
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(SEEN)) {
            insert.setArray(
                    1,
                    connection.createArrayOf(
                            "text", rows.stream().map(row -> row[0]).toArray()));
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "text", rows.stream().map(row -> row[1]).toArray()));
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "text", rows.stream().map(row -> row[2]).toArray()));
            insert.setArray(
                    4,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(row -> row[3]).toArray()));
            insert.executeUpdate();
        }
    }

    private List<Exceeded> count(Connection connection, Rule rule, List<Sighting> touched) throws SQLException {
        List<Exceeded> found = new ArrayList<>();
        long window = rule.window().toMillis();
        try (PreparedStatement query = connection.prepareStatement(FIRST_TO_LEAVE)) {
            query.setString(1, rule.behaviour().name());
            query.setInt(2, rule.moreThan());
            query.setArray(
                    3,
                    connection.createArrayOf(
                            "text",
                            touched.stream()
                                    .map(seen -> rule.behaviour().subject(seen))
                                    .toArray()));
            query.setArray(
                    4,
                    connection.createArrayOf(
                            "bigint",
                            touched.stream().map(seen -> seen.at() - window).toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    long leaves = rows.getLong(2);
                    if (!rows.wasNull()) {
                        found.add(new Exceeded(rule, touched.get(rows.getInt(1) - 1), leaves + window));
                    }
                }
            }
        }
        return found;
    }

    /** Deletes what no rule counts any more. */
    void forget(JdbcTemplate jdbc) {
        rules.stream()
                .map(Rule::window)
                .max(Comparator.naturalOrder())
                .ifPresent(longest -> jdbc.update(
                        "delete from misuse_different where last_at < statement_timestamp() - ? * interval '1 millisecond'",
                        longest.toMillis()));
    }
}
