package az.dost.vahid.journeys.misuse;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds officials who open case after case with one lookup and never come back to them: a case made up to look somebody
 * up.
 */
public final class AbandonedCases {
    private final JdbcTemplate jdbc;
    private final List<Rule> rules;
    private final Hits hits;
    private final Clock clock;

    AbandonedCases(JdbcTemplate jdbc, RuleBook book, Hits hits, Clock clock) {
        this.jdbc = jdbc;
        this.rules = book.of(Behaviour.ABANDONED_CASES);
        this.hits = hits;
        this.clock = clock;
    }

    /** A case that another official of the same requester goes on with is not abandoned. */
    public void find() {
        long now = clock.millis();
        for (Rule rule : rules) {
            jdbc.query(
                            "select requester, official, max(case_ref), count(*) from ("
                                    + "select requester, min(official) official, case_ref, max(at) at from misuse_seen where kind = 'LOOKUP' and at > ?"
                                    + " group by requester, case_ref having count(*) = 1) once where at < ? group by requester, official having count(*) > ?",
                            (row, n) -> new Sighting(
                                    now,
                                    Sighting.Kind.LOOKUP,
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    null,
                                    null),
                            new Timestamp(now - rule.window().toMillis()),
                            new Timestamp(now - rule.after().toMillis()),
                            rule.moreThan())
                    .forEach(seen -> hits.add(rule, seen, null));
        }
    }
}
