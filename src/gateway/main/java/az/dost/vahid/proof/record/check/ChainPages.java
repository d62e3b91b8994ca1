package az.dost.vahid.proof.record.check;

import az.dost.vahid.proof.record.AuditRow;
import az.dost.vahid.proof.record.body.DayJdbc;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The chain's entries in the order of their numbers, a page at a time. A page is read from the partitions that have its
 * numbers: one, or two at midnight.
 */
final class ChainPages {
    private static final int PAGE = 500;
    private final JdbcTemplate jdbc;
    private final Runnable letGo;
    private final List<Part> parts = new ArrayList<>();

    /** A partition with the least and the greatest number in it. */
    private record Part(String table, long first, long last) {
        boolean has(long from, long to) {
            return first <= to && last >= from;
        }
    }

    /** @param letGo called between partitions, so that their locks do not add up */
    ChainPages(DataSource database, Runnable letGo) {
        this.jdbc = new DayJdbc(database);
        jdbc.setFetchSize(PAGE);
        this.letGo = letGo;
        for (String table : PartitionNames.of(jdbc, "audit")) {
            jdbc.query("select min(sequence), max(sequence) from " + table, row -> {
                long first = row.getLong(1);
                if (!row.wasNull()) {
                    parts.add(new Part(table, first, row.getLong(2)));
                }
            });
            letGo.run();
        }
    }

    /**
     * The next entries from a number on, not beyond another; all that have one number come together. Empty when there
     * are no more.
     */
    List<AuditRow> next(long from, long to) {
        long start = from;
        while (true) {
            long end = to - start < PAGE ? to : start + PAGE - 1;
            List<AuditRow> rows = rows(start, end);
            if (!rows.isEmpty()) {
                return rows;
            }
            // Numbers that nobody has, and maybe millions of them.
            OptionalLong later = end == to ? OptionalLong.empty() : after(end);
            if (later.isEmpty() || later.getAsLong() > to) {
                return rows;
            }
            start = later.getAsLong();
        }
    }

    private List<AuditRow> rows(long from, long to) {
        return parts.stream()
                .filter(part -> part.has(from, to))
                .flatMap(part -> jdbc
                        .query(
                                "select " + AuditRow.COLUMNS + " from " + part.table()
                                        + " where sequence between ? and ? order by sequence",
                                (row, n) -> AuditRow.of(row),
                                from,
                                to)
                        .stream())
                .sorted(Comparator.comparingLong(AuditRow::sequence))
                .toList();
    }

    private OptionalLong after(long number) {
        return parts.stream()
                .filter(part -> part.last() > number)
                .flatMapToLong(part -> part.first() > number
                        ? LongStream.of(part.first())
                        : jdbc
                                .queryForList(
                                        "select min(sequence) from " + part.table() + " where sequence > ?",
                                        Long.class,
                                        number)
                                .stream()
                                .filter(Objects::nonNull)
                                .mapToLong(Long::longValue))
                .min();
    }

    /**
     * All entries of some kinds between two numbers, in no order.
     *
     * @param kinds as in SQL, such as {@code 'FORM', 'STAMP'}
     */
    void each(String kinds, long from, long to, Consumer<AuditRow> entry) {
        for (Part part : parts) {
            if (part.has(from, to)) {
                jdbc.query(
                        "select " + AuditRow.COLUMNS + " from " + part.table()
                                + " where sequence between ? and ? and entry ->> 'kind' in (" + kinds + ")",
                        row -> {
                            entry.accept(AuditRow.of(row));
                        },
                        from,
                        to);
                letGo.run();
            }
        }
    }
}
