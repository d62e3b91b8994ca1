package az.dost.vahid.journeys.tally;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.proof.record.RecordDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Months that a version before has counted, when figures meant something else. */
@Timeout(120)
class RecountsTest {
    private static final YearMonth MONTH = YearMonth.of(2023, 12);
    private static final Instant NOON =
            MONTH.atDay(10).atTime(12, 30).atZone(Baku.ZONE).toInstant();

    /** As if the database had been of the version before until now. */
    private static void migrate(HikariDataSource database) throws IOException {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        jdbc.execute("drop table report_recount");
        try (InputStream script = new ClassPathResource("db/migration/V55__counted_anew.sql").getInputStream()) {
            jdbc.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static List<YearMonth> waiting(HikariDataSource database, Path keys) throws Exception {
        try (CountedRecord counted = new CountedRecord(database, keys)) {
            return TestRecounts.over(counted.record, database).waiting().stream()
                    .map(Recounts.Recount::month)
                    .toList();
        }
    }

    @Test
    void a_new_database_has_none(@TempDir Path keys) throws Exception {
        HikariDataSource database = RecordDatabase.create();
        migrate(database);
        assertThat(waiting(database, keys)).isEmpty();
    }

    @Test
    void each_month_of_which_there_are_figures_is_one_and_so_is_this_one(@TempDir Path keys) throws Exception {
        HikariDataSource database = RecordDatabase.create();
        JdbcTemplate jdbc = new JdbcTemplate(database);
        for (Instant hour : List.of(
                NOON,
                TallyPlace.begin(MONTH.plusMonths(1)),
                TallyPlace.begin(MONTH.plusMonths(2)).minusSeconds(3600))) {
            jdbc.update(
                    "insert into report_tally (hour, measure, service, centre, channel, a, b, n) values (?, 'CASES', '', '', '', '', '', 1)",
                    Timestamp.from(hour));
        }
        migrate(database);
        assertThat(waiting(database, keys))
                .containsExactly(MONTH, MONTH.plusMonths(1), TallyPlace.month(Baku.CLOCK.instant()));
    }

    @Test
    void a_month_is_counted_once_from_the_chain_and_another_one_waits(@TempDir Path keys) throws Exception {
        try (CountedRecord counted = new CountedRecord(keys)) {
            counted.keep(new PlayedLookup(NOON).paper("id-card", "STILL_NEEDED"));
            counted.keep(
                    new PlayedLookup(TallyPlace.begin(MONTH.plusMonths(1)).minusSeconds(1)).paper("id-card", "OPEN"));
            counted.count();
            List<String> figures = counted.figures();
            counted.record.jdbc.update("update report_tally set n = n + 3");
            for (YearMonth month : List.of(MONTH, MONTH.plusMonths(1))) {
                counted.record.jdbc.update(
                        "insert into report_recount (month, because) values (?, 'why')", month.toString());
            }
            Recounts recounts = TestRecounts.over(counted.record, counted.database);
            assertThat(recounts.count(MONTH).different()).isPositive();
            assertThat(recounts.waiting()).extracting(Recounts.Recount::month).containsExactly(MONTH.plusMonths(1));
            assertThat(counted.figures()).isEqualTo(figures);
        }
    }

    @Test
    void a_month_is_over_at_midnight_in_Baku() {
        Instant end = TallyPlace.begin(MONTH.plusMonths(1));
        Recounts.Recount recount = new Recounts.Recount(MONTH, "why");
        assertThat(recount.isDue(end)).isTrue();
        assertThat(recount.isDue(end.minusMillis(1))).isFalse();
    }
}
