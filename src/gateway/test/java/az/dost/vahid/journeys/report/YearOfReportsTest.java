package az.dost.vahid.journeys.report;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.journeys.report.export.CsvFile;
import az.dost.vahid.journeys.report.export.JsonStat;
import az.dost.vahid.journeys.report.export.ReportLabels;
import az.dost.vahid.wordbook.Wordbook;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.function.SingletonSupplier;

/** A year of 10,000,000 lookups: what is closed is answered within a second, and its files within ten. */
@Tag("endurance")
class YearOfReportsTest {
    private static final long LOOKUPS = 10_000_000;
    /** Hours in which the centres are open, 2025. */
    private static final String HOURS =
            "(select d + h * interval '1 hour' as hour from generate_series('2025-01-01 05:00Z'::timestamptz, '2025-12-31 05:00Z', '1 day') d,"
                    + " generate_series(0, 8) h)";

    @TempDir
    private Path folder;

    private final List<String> figures = new ArrayList<>();

    private interface Work<T> {
        T make() throws Exception;
    }

    private <T> T timed(String what, Duration most, Work<T> work) throws Exception {
        long begun = System.nanoTime();
        T made = work.make();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        figures.add(what + ": " + took.toMillis() + " ms");
        assertThat(took).as(what).isLessThan(most);
        return made;
    }

    private static void generate(TestReports reports) {
        String services = "array['"
                + String.join(
                        "','",
                        reports.passports.all().stream()
                                .map(passport -> passport.code())
                                .toList()) + "']";
        String dimensions = "(" + services + ")[s], (array['north', 'south', 'east', 'west', 'tiny'])[1 + mod(s, 5)],"
                + " (array['CENTRE', 'MOBILE', 'CALL_CENTRE', 'SELF_SERVICE'])[1 + mod(s / 5 + extract(hour from hour)::int, 4)]";
        String from = " from " + HOURS + " hours, generate_series(1, "
                + reports.passports.all().size() + ") s";
        long each = LOOKUPS / (365L * 9 * reports.passports.all().size()) + 1;
        String insert =
                "insert into report_tally (hour, measure, service, centre, channel, a, b, n) select hour, '%s', "
                        + dimensions + ", %s, %s, %s" + from + "%s";
        for (String[] row : new String[][] {
            {"CASES", "''", "''", "1.0", ""},
            {"DOCUMENT_FREE", "''", "''", "0.7", ""},
            {"TOOK", "t::text", "''", "0.12", ", generate_series(1, 8) t"},
            {"NOT_ASKED", "'paper-' || (mod(s, 7) + t)", "''", "0.5", ", generate_series(1, 3) t"},
            {"COLLECTED", "'paper-' || (mod(s, 7) + t)", "''", "0.3", ", generate_series(1, 2) t"},
            {"VISITS", "'tax'", "''", "0.3", ""},
            {"STILL_ASKED", "'paper-' || (mod(s, 7) + 4)", "''", "0.3", ""},
            {"AGENCY_ANSWER", "'agency-' || t", "'ANSWERED'", "0.9", ", generate_series(1, 4) t"},
            {"PERSON_CASES", "(array['F', 'M'])[t]", "'30-44'", "0.5", ", generate_series(1, 2) t"}
        }) {
            reports.jdbc.update(String.format(
                    insert, row[0], row[1], row[2], "greatest(1, (" + each + " * " + row[3] + ")::bigint)", row[4]));
        }
        reports.jdbc.execute("analyze report_tally");
    }

    @Test
    void a_year() throws Exception {
        try (TestReports reports = new TestReports(folder)) {
            timed("generated", Duration.ofMinutes(20), () -> {
                generate(reports);
                return null;
            });
            figures.add(reports.jdbc.queryForObject(
                    "select count(*) || ' rows of ' || (select sum(n) from report_tally where measure = 'CASES') || ' cases, '"
                            + " || pg_size_pretty(pg_total_relation_size('report_tally')) from report_tally",
                    String.class));
            ReportPeriod last = ReportPeriod.quarter(YearMonth.of(2025, 12));
            timed("12 months and 4 quarters closed", Duration.ofMinutes(20), () -> {
                reports.job(last.closesAt()).run();
                return null;
            });
            assertThat(reports.versions.headings()).hasSize(16);
            PublishedReports published = new PublishedReports(
                    reports.versions,
                    reports.calendar(last.closesAt()),
                    reports.record.proof(),
                    TestReports.at(last.closesAt()));
            for (String period : List.of("2025-12", "2025-Q4")) {
                Exchange exchange = new DefaultExchange(new DefaultCamelContext());
                exchange.getMessage().setHeader("period", period);
                byte[] content = timed(
                        period + " answered",
                        Duration.ofSeconds(1),
                        () -> published.report(exchange).content());
                JsonNode report = StoredJson.json(new String(content, StandardCharsets.UTF_8));
                List<JsonNode> tables = StreamSupport.stream(
                                report.path("tables").spliterator(), false)
                        .toList();
                timed(period + " as CSV", Duration.ofSeconds(10), () -> CsvFile.of(report, tables));
                timed(
                        period + " as JSON-stat",
                        Duration.ofSeconds(10),
                        () -> new JsonStat(new ReportLabels(
                                        SingletonSupplier.of(Wordbook::builtIn), code -> Optional.empty()))
                                .collection(report, tables)
                                .toString());
                figures.add(period + ": " + content.length / 1024 + " KiB");
            }
            Files.createDirectories(Path.of("target"));
            Files.write(Path.of("target/year-of-reports.txt"), figures);
        }
    }
}
