package az.dost.vahid.journeys.tally;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.Verdict;
import az.dost.vahid.proof.record.KilledConnections;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever counts is killed at each of its steps, before and after it; whoever comes next counts what is missing and
 * nothing twice.
 */
@Timeout(300)
class KilledTallyTest {
    private static void play(CountedRecord counted, PlayedMonths months) {
        months.lookups(60).forEach(counted::keep);
        PlayedLookup late = new PlayedLookup(TallyPlace.begin(months.second).minusSeconds(60))
                .answer("pensions", Verdict.TIMED_OUT, 5);
        counted.keep(late);
        counted.keep(new PlayedLookup(TallyPlace.begin(months.second).plusSeconds(60))
                .answer("pensions", Verdict.ANSWERED, 5)
                .completes(late.id));
    }

    private static List<String> whole(CountedRecord counted) {
        return Stream.concat(counted.figures().stream(), counted.cases().stream())
                .toList();
    }

    /** Counting a month again that is long over brings its cases back, until the next entry is counted. */
    private static List<String> lasting(List<String> whole, PlayedMonths months) {
        return whole.stream()
                .filter(line -> !line.startsWith("case " + months.first))
                .toList();
    }

    private static void forget(CountedRecord counted) {
        counted.record.jdbc.execute("truncate report_tally, report_case, report_in_vain, report_rules");
        counted.record.jdbc.update("update report_cursor set sequence = 0, entry = null");
    }

    @Test
    void nothing_is_lost_and_nothing_counts_twice_whatever_step_was_the_last(@TempDir Path keys) throws Exception {
        try (CountedRecord counted = new CountedRecord(keys)) {
            PlayedMonths months = new PlayedMonths(5, counted.passports);
            play(counted, months);
            counted.count();
            List<String> whole = whole(counted);
            assertThat(whole).anyMatch(line -> line.contains("COMPLETED"));
            int kills = 0;
            for (boolean before : new boolean[] {true, false}) {
                boolean killed = true;
                for (int last = 0; killed; last++) {
                    forget(counted);
                    killed = killed(counted, new KilledConnections(counted.database, last, before));
                    kills += killed ? 1 : 0;
                    assertThat(List.of(counted.rebuild(months.first), counted.rebuild(months.second)))
                            .as("all of a transaction or nothing, killed at %s", last)
                            .allMatch(outcome -> outcome.different() == 0);
                    counted.count();
                    assertThat(lasting(whole(counted), months).equals(lasting(whole, months)))
                            .as("killed at %s", last)
                            .isTrue();
                }
            }
            assertThat(kills).as("steps").isGreaterThan(20);
            assertThat(List.of(counted.rebuild(months.first), counted.rebuild(months.second)))
                    .allMatch(outcome -> outcome.different() == 0);
        }
    }

    private static boolean killed(CountedRecord counted, DataSource database) {
        try {
            counted.job(database).run();
            return false;
        } catch (RuntimeException e) {
            return true;
        }
    }

    @Test
    void counting_again_that_is_killed_changes_nothing(@TempDir Path keys) throws Exception {
        try (CountedRecord counted = new CountedRecord(keys)) {
            PlayedMonths months = new PlayedMonths(6, counted.passports);
            play(counted, months);
            counted.count();
            List<String> whole = whole(counted);
            boolean killed = true;
            for (int last = 0; killed; last += 3) {
                Rebuild rebuild = new Rebuild(counted.tables(new KilledConnections(counted.database, last, true)));
                try {
                    rebuild.of(months.first);
                    killed = false;
                } catch (RuntimeException e) {
                    assertThat(whole(counted)).isEqualTo(whole);
                }
            }
            assertThat(whole(counted)).isEqualTo(whole);
        }
    }
}
