package az.dost.vahid.journeys.tally;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The rules that counted, each from some entry of the chain on. They change with passports, so seldom, and are kept for
 * ever.
 */
final class RulesTable {
    private final JdbcTemplate jdbc;

    RulesTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * From now on other rules count, unless they are those that do.
     *
     * @param after the last entry that was counted
     */
    void hold(Rules rules, long after) {
        String json = rules.json();
        jdbc.update(
                "insert into report_rules (after, rules) select ?, ? where ? is distinct from (select rules from report_rules order by after desc limit 1)"
                        + " on conflict (after) do update set rules = excluded.rules",
                after,
                json,
                json);
    }

    History history() {
        TreeMap<Long, Rules> all = new TreeMap<>();
        jdbc.query("select after, rules from report_rules", row -> {
            all.put(row.getLong(1), Rules.read(row.getString(2)));
        });
        return new History(all);
    }

    /** @param all by the entry after which they count */
    record History(TreeMap<Long, Rules> all) {
        /** The rules that count for an entry. */
        Rules of(long sequence) {
            Map.Entry<Long, Rules> before = all.lowerEntry(sequence);
            return before == null ? Rules.NONE : before.getValue();
        }
    }
}
