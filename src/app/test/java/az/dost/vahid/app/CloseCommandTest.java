package az.dost.vahid.app;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.sources.ingest.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine;

/** An operator orders that a report be closed anew. */
class CloseCommandTest {
    private final String url = TestDatabase.create();
    private final JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource(url));
    private final StringWriter told = new StringWriter();

    private int close(String... arguments) {
        CommandLine command = CommandLineEntry.commandLine(settings -> 0)
                .setOut(new PrintWriter(told))
                .setErr(new PrintWriter(told));
        String[] all = new String[arguments.length + 4];
        System.arraycopy(new String[] {"report", "close", "--database", url}, 0, all, 0, 4);
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        return command.execute(all);
    }

    @Test
    void an_order_of_a_closed_month_waits_for_a_gateway() {
        jdbc.update(
                "insert into report_version (period, version, closed_at, report, open_data, counts) values ('2026-10', 1, now(), 'a.b.c', 'a.b.c', '{}')");
        assertThat(close("--month", "2026-10", "--by", "A. Operator", "--because", "late entries"))
                .isZero();
        assertThat(jdbc.queryForList(
                        "select period || ' ' || asked_by || ' ' || because from report_order where done_at is null",
                        String.class))
                .containsExactly("2026-10 A. Operator late entries");
    }

    @Test
    void nothing_is_ordered_of_a_period_that_was_never_closed() {
        assertThat(close("--quarter", "2026-Q4", "--by", "A. Operator", "--because", "late entries"))
                .isEqualTo(1);
        assertThat(told.toString()).contains("was never closed");
        assertThat(jdbc.queryForObject("select count(*) from report_order", Long.class))
                .isZero();
    }

    @Test
    void a_database_that_does_not_answer_is_told_of_without_its_address() {
        CommandLine command = CommandLineEntry.commandLine(settings -> 0)
                .setOut(new PrintWriter(told))
                .setErr(new PrintWriter(told));
        assertThat(command.execute(
                        "report",
                        "close",
                        "--month",
                        "2026-10",
                        "--by",
                        "A",
                        "--because",
                        "B",
                        "--database",
                        "jdbc:postgresql://localhost:1/none?user=u&password=hidden"))
                .isEqualTo(1);
        assertThat(told.toString()).contains("does not take the order").doesNotContain("hidden");
    }

    @ParameterizedTest
    @CsvSource({
        "--month, 2026-13, why",
        "--month, 2026-Q4, why",
        "--quarter, 2026-10, why",
        "--quarter, 2026-Q5, why",
        "--month, 2026-10, ' '",
        "--month, 2026-10, late for 5KM2X7Q"
    })
    void wrong_arguments(String option, String period, String because) {
        assertThat(close(option, period, "--by", "A. Operator", "--because", because))
                .isEqualTo(2);
    }
}
