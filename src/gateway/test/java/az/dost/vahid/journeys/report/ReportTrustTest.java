package az.dost.vahid.journeys.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.journeys.verify.VerifyCommand;
import az.dost.vahid.signature.key.ChangedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What somebody wrote into the table of reports who may write to the database is not given out. */
@Tag("attack")
class ReportTrustTest {
    private static final ReportPeriod PERIOD = ReportPeriod.month(YearMonth.of(2026, 3));

    @TempDir
    private Path folder;

    private static Exchange asks(String period) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setHeader("period", period);
        return exchange;
    }

    private static PublishedReports published(TestReports reports) {
        return new PublishedReports(
                reports.versions,
                reports.calendar(PERIOD.closesAt()),
                reports.record.proof(),
                TestReports.at(PERIOD.closesAt()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report = open_data",
                "report = replace(report, '.', '.e')",
                "report = left(report, length(report) - 6) || 'AAAAAA'"
            })
    void a_report_that_was_changed(String change) throws Exception {
        try (TestReports reports = new TestReports(folder)) {
            reports.cases(TestReports.within(PERIOD.first()), "home-care", "north", 20);
            reports.job(PERIOD.closesAt()).run();
            assertThat(published(reports).report(asks("2026-03")).jws()).contains("..");
            assertThat(reports.jdbc.update("update report_version set " + change))
                    .isEqualTo(2);
            assertThatThrownBy(() -> published(reports).report(asks("2026-03"))).isInstanceOf(ChangedException.class);
        }
    }

    @Test
    void a_report_is_checked_without_the_gateway() throws Exception {
        try (TestReports reports = new TestReports(folder)) {
            reports.cases(TestReports.within(PERIOD.first()), "home-care", "north", 20);
            reports.job(PERIOD.closesAt()).run();
            PublishedReports.Signed report = published(reports).report(asks("2026-03"));
            Path content = Files.write(folder.resolve("report.json"), report.content());
            Path jws = Files.writeString(folder.resolve("report.jws"), report.jws());
            String[] arguments = {
                jws.toString(),
                "--content",
                content.toString(),
                "--certificate",
                folder.resolve("keys/gateway-dossier.pem").toString()
            };
            assertThat(new CommandLine(new VerifyCommand()).execute(arguments)).isZero();
            Files.writeString(content, new String(report.content()).replace("20", "21"));
            assertThat(new CommandLine(new VerifyCommand()).execute(arguments)).isEqualTo(1);
        }
    }

    @Test
    void the_report_of_another_month() throws Exception {
        try (TestReports reports = new TestReports(folder)) {
            reports.cases(TestReports.within(PERIOD.first()), "home-care", "north", 20);
            reports.job(PERIOD.closesAt()).run();
            reports.jdbc.update(
                    "update report_version v set report = (select report from report_version where period = '2026-Q1') where v.period = '2026-03'");
            assertThatThrownBy(() -> published(reports).report(asks("2026-03"))).isInstanceOf(ChangedException.class);
        }
    }
}
