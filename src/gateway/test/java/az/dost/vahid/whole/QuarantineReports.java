package az.dost.vahid.whole;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.JdbcTemplate;

/** Waits for the reports on one agency's bad files that come after it was made. */
final class QuarantineReports {
    /** A huge file takes its time, and so does a folder that hung a moment ago. */
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final JdbcTemplate database;
    private final String agency;
    private final long seen;

    QuarantineReports(RunningVahid vahid, String agency) {
        this.database = vahid.bean(JdbcTemplate.class);
        this.agency = agency;
        seen = database.queryForObject("select coalesce(max(id), 0) from drop_file", Long.class);
    }

    /** The reason in the next report. */
    String nextReason() {
        return Awaitility.await("report on the bad file")
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(50))
                .until(this::unseen, Objects::nonNull);
    }

    private String unseen() {
        List<String> reasons = database.queryForList(
                "select report ->> 'reason' from drop_file where agency = ? and id > ? and report is not null order by id",
                String.class,
                agency,
                seen);
        return reasons.isEmpty() ? null : reasons.get(0);
    }
}
