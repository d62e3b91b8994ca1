package az.dost.vahid.journeys.report;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.passport.Passport;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Refusals at services about disability, in a quarter's report. */
class DisabilityRefusalsTest {
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final ReportPeriod QUARTER = ReportPeriod.quarter(MARCH);
    private TestReports reports;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        reports = new TestReports(folder);
    }

    @AfterEach
    void close() throws Exception {
        reports.close();
    }

    private void refused(String service, String code, long n) {
        reports.tally(TestReports.within(MARCH), "REFUSAL", service, "", "UNKNOWN", code, "", n);
    }

    private JsonNode closed(ReportPeriod period) {
        reports.job(QUARTER.closesAt()).run();
        return reports.report(period, 1);
    }

    private static JsonNode cell(JsonNode report, String table, String row) {
        return TestReports.cell(report, table, row, "REFUSALS");
    }

    @Test
    void every_service_of_the_family_is_about_disability_and_a_pension_of_old_age_is_not() {
        assertThat(reports.passports.all())
                .filteredOn(passport -> passport.family().equals("disability"))
                .extracting(Passport::code)
                .hasSizeGreaterThan(1)
                .allMatch(reports::ofDisability);
        assertThat(reports.ofDisability("ccu-prosthesis-or-wheelchair")).isTrue();
        assertThat(reports.ofDisability("old-age-pension")).isFalse();
        assertThat(reports.ofDisability("")).isFalse();
    }

    @Test
    void those_at_other_services_and_those_that_name_none_are_left_out() {
        refused("disability-assessment", "NOT_GRANTED", 30);
        refused("ccu-prosthesis-or-wheelchair", "OVERLOADED", 20);
        refused("old-age-pension", "NOT_GRANTED", 40);
        refused("", "FIELD_INVALID", 50);
        JsonNode report = closed(QUARTER);
        assertThat(cell(report, "D_REFUSALS", "NOT_GRANTED").asLong()).isEqualTo(30);
        assertThat(cell(report, "D_REFUSALS", "OVERLOADED").asLong()).isEqualTo(20);
        assertThat(cell(report, "D_REFUSALS", "FIELD_INVALID").isMissingNode()).isTrue();
        assertThat(cell(report, "D_REFUSALS", "TOTAL").asLong()).isEqualTo(50);
        assertThat(cell(report, "BY_REFUSAL", "TOTAL").asLong()).isEqualTo(140);
    }

    private static boolean shows(JsonNode report, String table, String row) {
        return cell(report, table, row).isNumber();
    }

    @Test
    @Tag("attack")
    void fewer_than_ten_are_hidden() {
        refused("disability-assessment", "NOT_GRANTED", 30);
        refused("disability-assessment", "OVERLOADED", 9);
        refused("old-age-pension", "OVERLOADED", 60);
        JsonNode report = closed(QUARTER);
        assertThat(cell(report, "D_REFUSALS", "OVERLOADED").path("hidden").asBoolean())
                .isTrue();
        assertThat(shows(report, "D_REFUSALS", "NOT_GRANTED") && shows(report, "D_REFUSALS", "TOTAL"))
                .as("39 less 30 is 9")
                .isFalse();
    }

    @Test
    @Tag("attack")
    void a_few_at_other_services_are_not_what_is_left() {
        refused("disability-assessment", "NOT_GRANTED", 30);
        refused("disability-assessment", "OVERLOADED", 20);
        refused("old-age-pension", "NOT_GRANTED", 3);
        refused("old-age-pension", "OVERLOADED", 60);
        JsonNode report = closed(QUARTER);
        assertThat(shows(report, "BY_REFUSAL", "NOT_GRANTED") && shows(report, "D_REFUSALS", "NOT_GRANTED"))
                .as("33 beside 30 is 3 others")
                .isFalse();
        assertThat(shows(report, "D_REFUSALS", "OVERLOADED") || shows(report, "BY_REFUSAL", "OVERLOADED"))
                .as("not all is hidden")
                .isTrue();
    }

    @Test
    void a_month_has_no_such_table_and_each_report_says_what_it_does_not_know() {
        refused("disability-assessment", "NOT_GRANTED", 30);
        JsonNode quarter = closed(QUARTER);
        JsonNode month = reports.report(ReportPeriod.month(MARCH), 1);
        assertThat(cell(month, "D_REFUSALS", "TOTAL").isMissingNode()).isTrue();
        assertThat(month.path("notMeasured"))
                .extracting(JsonNode::asText)
                .containsExactly("OUTSIDE_THE_BUS", "DECISIONS", "WAITING_AT_CENTRES", "UNRATED_VISITS");
        assertThat(quarter.path("notMeasured")).extracting(JsonNode::asText).contains("REFUSED_PERSONS");
    }
}
