package az.dost.vahid.journeys.report;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.faces.OutsideTool;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every cell of a month of 20,000 cases, and of a quarter, is what another program computes of the cases themselves.
 */
class EveryCellTest {
    private static final YearMonth JULY = YearMonth.of(2026, 7);

    @TempDir
    private Path folder;

    private void agrees(TestReports reports, ReportPeriod period, GeneratedCases cases)
            throws IOException, InterruptedException {
        OutsideTool python = new OutsideTool("python3", folder)
                .file("cases.jsonl", cases.lines().getBytes(StandardCharsets.UTF_8))
                .file("rules.json", reports.rulesFile().toString().getBytes(StandardCharsets.UTF_8))
                .file(
                        "report.json",
                        StoredJson.bytes(reports.versions
                                .find(period, null)
                                .orElseThrow()
                                .report()));
        boolean accepts = python.accepts(
                Path.of("src/gateway/test/resources/report/figures.py")
                        .toAbsolutePath()
                        .toString(),
                "cases.jsonl",
                "rules.json",
                "report.json");
        assertThat(accepts).as(python.output()).isTrue();
    }

    private static void valid(JsonNode report) throws IOException {
        try (var schema = Files.newInputStream(Path.of("contracts/report.schema.json"))) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(schema)
                            .validate(report))
                    .isEmpty();
        }
    }

    @Test
    @Tag("endurance")
    void a_month_of_twenty_thousand_cases() throws Exception {
        try (TestReports reports = new TestReports(folder)) {
            GeneratedCases cases = new GeneratedCases(
                    1,
                    20_000,
                    List.of(JULY),
                    reports.passports.all().stream()
                            .map(passport -> passport.code())
                            .toList(),
                    reports.papers(30));
            cases.keep(reports.jdbc);
            ReportPeriod period = ReportPeriod.month(JULY);
            assertThat(reports.closing(period.closesAt()).close(period, null, null))
                    .contains(1);
            valid(reports.report(period, 1));
            agrees(reports, period, cases);
        }
    }

    @Test
    void a_quarter_and_its_months() throws Exception {
        try (TestReports reports = new TestReports(folder)) {
            List<YearMonth> months =
                    Stream.iterate(JULY, month -> month.plusMonths(1)).limit(3).toList();
            GeneratedCases cases = new GeneratedCases(
                    2,
                    9_000,
                    months,
                    reports.passports.all().stream()
                            .map(passport -> passport.code())
                            .limit(20)
                            .toList(),
                    reports.papers(12));
            cases.keep(reports.jdbc);
            ReportPeriod quarter = ReportPeriod.quarter(JULY);
            reports.job(quarter.closesAt()).run();
            for (ReportPeriod period :
                    Stream.concat(quarter.months().stream(), Stream.of(quarter)).toList()) {
                valid(reports.report(period, 1));
                agrees(reports, period, cases);
            }
            JsonNode report = reports.report(quarter, 1);
            assertThat(report.path("months")).hasSize(3);
            long sum = quarter.months().stream()
                    .mapToLong(month -> TestReports.cell(reports.report(month, 1), "TOTAL", "TOTAL", "CASES")
                            .asLong())
                    .sum();
            assertThat(TestReports.cell(report, "TOTAL", "TOTAL", "CASES").asLong())
                    .isEqualTo(sum)
                    .isEqualTo(9_000);
        }
    }
}
