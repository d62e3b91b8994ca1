package az.dost.vahid.journeys.tally;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Agencies that lookups asked in vain, for as long as a later dossier of the case may have their answers. Who writes
 * has held the cursor.
 */
final class InVainRows {
    static final Duration WITHIN = Duration.ofHours(24);
    /** A lookup's dossier is in the chain when it is answered, which is later than its id says. */
    static final Duration SLOWEST = Duration.ofHours(1);

    private final JdbcTemplate jdbc;

    /** One agency of one lookup. */
    record InVain(String matter, UUID dossier, String agency) {}

    /** Those of some cases, as they change while lookups are counted. */
    static final class Open {
        private final Map<String, Set<InVain>> byMatter = new HashMap<>();
        private final Set<InVain> before = new LinkedHashSet<>();

        /** Those of its case whose agency speaks in a lookup. */
        List<InVain> answeredBy(TalliedLookup lookup) {
            Map<String, String> verdicts = lookup.verdicts();
            return byMatter.getOrDefault(lookup.ofCase().matter(), Set.of()).stream()
                    .filter(row -> TalliedLookup.spoke(verdicts.getOrDefault(row.agency, "")))
                    .toList();
        }

        void add(InVain row) {
            byMatter.computeIfAbsent(row.matter, matter -> new LinkedHashSet<>())
                    .add(row);
        }

        void remove(InVain row) {
            byMatter.get(row.matter).remove(row);
        }
    }

    InVainRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Open of(Collection<String> matters) {
        Open open = new Open();
        byte[][] wanted =
                matters.stream().map(matter -> HexFormat.of().parseHex(matter)).toArray(byte[][]::new);
        jdbc.query(
                "select matter, dossier, agency from report_in_vain where matter = any (?)",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("bytea", wanted)),
                row -> {
                    InVain one = new InVain(
                            HexFormat.of().formatHex(row.getBytes(1)), row.getObject(2, UUID.class), row.getString(3));
                    open.add(one);
                    open.before.add(one);
                });
        return open;
    }

    void keep(Open open) {
        Set<InVain> now = new LinkedHashSet<>();
        open.byMatter.values().forEach(now::addAll);
        change("delete from report_in_vain where matter = ? and dossier = ? and agency = ?", open.before, now);
        change(
                "insert into report_in_vain (matter, dossier, agency) values (?, ?, ?) on conflict do nothing",
                now,
                open.before);
    }

    private void change(String sql, Set<InVain> some, Set<InVain> but) {
        List<Object[]> rows = new ArrayList<>();
        some.stream()
                .filter(row -> !but.contains(row))
                .forEach(row -> rows.add(new Object[] {HexFormat.of().parseHex(row.matter), row.dossier, row.agency}));
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }

    /**
     * Forgets those that nothing can complete any more. @param at that nothing is older than which is still to be
     * counted
     */
    void forget(Instant at) {
        jdbc.update(
                "delete from report_in_vain where dossier < ?",
                Chain.least(at.minus(WITHIN).minus(SLOWEST)));
    }

    void forget(Instant from, Instant to) {
        jdbc.update(
                "delete from report_in_vain where dossier >= ? and dossier < ?", Chain.least(from), Chain.least(to));
    }
}
