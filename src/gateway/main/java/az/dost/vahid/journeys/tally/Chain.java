package az.dost.vahid.journeys.tally;

import az.dost.vahid.proof.record.AuditRow;
import az.dost.vahid.proof.record.Entries;
import az.dost.vahid.proof.record.body.DayJdbc;
import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the audit chain from front to back, some days at a time: its table has a partition for each day, and no query
 * may lock all of them.
 */
public final class Chain {
    /** As many lookups are held at a time, and as many before them that they replace. */
    private static final int PAGE = 50;
    /**
     * An entry is written shortly after its id was made; clocks differ, and what waits over midnight is of the day
     * before.
     */
    private static final int NEAR = 2;

    private static final int SPAN = 32;
    private static final String COLUMNS = "select " + AuditRow.COLUMNS + " from audit where ";
    private final JdbcTemplate jdbc;
    private final Entries entries;

    public Chain(JdbcTemplate jdbc, Entries entries) {
        this.jdbc = new DayJdbc(jdbc.getDataSource());
        this.jdbc.setFetchSize(PAGE);
        this.entries = entries;
    }

    /** Entries that follow one, none left out; empty when it is the last. */
    public List<ChainEntry> after(Cursor.Position position) {
        long after = position.sequence();
        if (jdbc.queryForObject("select sequence from audit_head", Long.class) <= after) {
            return List.of();
        }
        LocalDate last = position.entry() == null ? first() : RecordId.day(position.entry());
        List<AuditRow> found = inRow(page(last.minusDays(NEAR), after), after);
        LocalDate end = LocalDate.now(ZoneOffset.UTC).plusDays(NEAR);
        List<AuditRow> beyondGap = List.of();
        // After a long silence they are of later days. Only where none follows, wherever one looks, was one taken away.
        for (LocalDate from = first().minusDays(NEAR);
                found.isEmpty() && !from.isAfter(end);
                from = from.plusDays(SPAN - 2L * NEAR)) {
            List<AuditRow> page = page(from, after);
            found = inRow(page, after);
            beyondGap = beyondGap.isEmpty()
                            || !page.isEmpty()
                                    && page.get(0).sequence() < beyondGap.get(0).sequence()
                    ? page
                    : beyondGap;
        }
        return read(found.isEmpty() ? beyondGap : found);
    }

    private List<AuditRow> page(LocalDate from, long after) {
        return jdbc.query(
                COLUMNS + "id >= ? and id < ? and sequence > ? order by sequence limit " + PAGE,
                (row, n) -> AuditRow.of(row),
                RecordId.start(from),
                RecordId.start(from.plusDays(SPAN)),
                after);
    }

    private static List<AuditRow> inRow(List<AuditRow> page, long after) {
        int n = 0;
        while (n < page.size() && page.get(n).sequence() == after + 1 + n) {
            n++;
        }
        return page.subList(0, n);
    }

    private LocalDate first() {
        String first = jdbc.queryForObject(
                "select min(right(relname, 8)) from pg_inherits join pg_class on pg_class.oid = inhrelid"
                        + " where inhparent = 'audit'::regclass and relname ~ '^audit_[0-9]{8}$'",
                String.class);
        return first == null ? LocalDate.now(ZoneOffset.UTC) : LocalDate.parse(first, DateTimeFormatter.BASIC_ISO_DATE);
    }

    /**
     * Entries of some time in their order in the chain, some at a time.
     *
     * @param to exclusive; not much more than a month after the first
     * @param last number of the last one that is wanted
     */
    List<ChainEntry> between(Instant from, Instant to, long after, long last) {
        return read(jdbc.query(
                COLUMNS + "id >= ? and id < ? and sequence > ? and sequence <= ? order by sequence limit " + PAGE,
                (row, n) -> AuditRow.of(row),
                least(from),
                least(to),
                after,
                last));
    }

    /** @param entry is given one at a time, in no order */
    void read(Collection<UUID> ids, Consumer<ChainEntry> entry) {
        if (!ids.isEmpty()) {
            jdbc.query(
                    COLUMNS + "id = any (?)",
                    row -> {
                        entry.accept(read(AuditRow.of(row)));
                    },
                    (Object) ids.toArray(UUID[]::new));
        }
    }

    private List<ChainEntry> read(List<AuditRow> rows) {
        return rows.stream().map(this::read).toList();
    }

    private ChainEntry read(AuditRow row) {
        return new ChainEntry(row.sequence(), row.id(), entries.read(row).orElse(MissingNode.getInstance()));
    }

    /** What no id of a time or later is less than. */
    static UUID least(Instant time) {
        return new UUID(time.toEpochMilli() << 16, 0);
    }
}
