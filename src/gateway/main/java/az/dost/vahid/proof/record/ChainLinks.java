package az.dost.vahid.proof.record;

import az.dost.vahid.proof.record.body.RecordId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Links of entries by their numbers. Partitions know days and no numbers; but an entry's id is made shortly before it
 * is written, and a root is signed shortly after.
 */
final class ChainLinks {
    /** Clocks differ, and what waits over midnight is of the day before. */
    private static final int NEAR = 2;
    /** A record that was not signed for so long; more partitions at once are too many. */
    private static final int FAR = 64;

    private final JdbcTemplate jdbc;

    ChainLinks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those below a root, in their order.
     *
     * @param entry id of one of them
     */
    List<byte[]> of(AuditRoot root, UUID entry) {
        LocalDate signed = signed(root);
        LocalDate made = RecordId.day(entry);
        List<byte[]> links = between(root, DaySpan.of(made.minusDays(NEAR), made.plusDays(NEAR)));
        return links.size() == root.last() - root.first() + 1
                ? links
                : between(root, DaySpan.of(signed.minusDays(FAR), signed.plusDays(NEAR)));
    }

    private List<byte[]> between(AuditRoot root, DaySpan days) {
        return jdbc.queryForList(
                "select link from audit where " + DaySpan.SQL + " and sequence between ? and ? order by sequence",
                byte[].class,
                days.from(),
                days.to(),
                root.first(),
                root.last());
    }

    /** The day of a root; a record that has none is not old. */
    static LocalDate signed(AuditRoot root) {
        return root.at() == null
                ? LocalDate.now(ZoneOffset.UTC).minusDays(FAR)
                : LocalDate.ofInstant(root.at(), ZoneOffset.UTC);
    }

    /**
     * The days in which entries are looked for that come after those of a day.
     *
     * @param back further than they nearly always are
     */
    static DaySpan after(LocalDate day, boolean back) {
        return DaySpan.of(
                day.minusDays(back ? FAR : NEAR), LocalDate.now(ZoneOffset.UTC).plusDays(NEAR));
    }
}
