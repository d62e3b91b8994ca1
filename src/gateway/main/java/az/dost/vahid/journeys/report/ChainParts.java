package az.dost.vahid.journeys.report;

import az.dost.vahid.proof.record.AuditRoot;
import az.dost.vahid.proof.record.body.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds a period in the audit chain: an entry is of the time of its id. */
final class ChainParts {
    /** Each day has a partition, and each partition locks. */
    private static final Duration SPAN = Duration.ofDays(16);

    private final JdbcTemplate jdbc;

    ChainParts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty where the period has no entry. */
    Optional<ChainPart> of(ReportPeriod period) {
        long first = Long.MAX_VALUE;
        long last = 0;
        for (Instant from = period.start(); from.isBefore(period.end()); from = from.plus(SPAN)) {
            Instant to = from.plus(SPAN).isBefore(period.end()) ? from.plus(SPAN) : period.end();
            Long[] ends = jdbc.queryForObject(
                    "select min(sequence), max(sequence) from audit where id >= ? and id < ?",
                    (row, n) -> new Long[] {row.getObject(1, Long.class), row.getObject(2, Long.class)},
                    start(from),
                    start(to));
            if (ends[0] != null) {
                first = Math.min(first, ends[0]);
                last = Math.max(last, ends[1]);
            }
        }
        return last == 0 ? Optional.empty() : Optional.of(signed(first, last));
    }

    /** What no id of this moment, and every id of an earlier one, is less than. */
    private static UUID start(Instant at) {
        return new UUID(RecordId.at(at.toEpochMilli()).getMostSignificantBits() & ~0xFFFFL, 0);
    }

    /** Roots are over entries that follow each other, so the first one that reaches an entry is found by halving. */
    private ChainPart signed(long first, long last) {
        long low = 0;
        long high = jdbc.queryForObject("select coalesce(max(number), 0) from audit_root", Long.class);
        AuditRoot found = high == 0
                ? null
                : root(high).filter(root -> root.last() >= last).orElse(null);
        while (found != null && low + 1 < found.number()) {
            long middle = (low + found.number()) / 2;
            Optional<AuditRoot> root = root(middle).filter(one -> one.last() >= last);
            if (root.isPresent() && root.get().number() < found.number()) {
                found = root.get();
            } else {
                low = middle;
            }
        }
        return found == null
                ? new ChainPart(first, last, 0, null)
                : new ChainPart(first, last, found.number(), found.root());
    }

    /** With this number, or the next one that there is. */
    private Optional<AuditRoot> root(long number) {
        return jdbc
                .queryForList(
                        "select jws from audit_root where number >= ? order by number limit 1", String.class, number)
                .stream()
                .findFirst()
                .map(AuditRoot::of);
    }
}
