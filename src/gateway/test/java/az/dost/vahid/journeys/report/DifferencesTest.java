package az.dost.vahid.journeys.report;

import static az.dost.vahid.journeys.report.TestReports.cell;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small count that no table shows, and that is what one shown count is more than others, is not to be had by taking
 * them away.
 */
@Tag("attack")
class DifferencesTest {
    private static final YearMonth JULY = YearMonth.of(2026, 7);
    private static final ReportPeriod QUARTER = ReportPeriod.quarter(JULY);

    @TempDir
    private Path folder;

    private TestReports reports;

    @BeforeEach
    void open() throws Exception {
        reports = new TestReports(folder);
    }

    @AfterEach
    void close() throws Exception {
        reports.close();
    }

    private void tally(YearMonth month, String measure, String service, String channel, String a, String b, long n) {
        Instant hour = TestReports.within(month);
        reports.tally(hour, measure, service, "north", channel, a, b, n);
    }

    private void cases(YearMonth month, String service, String channel, long n) {
        tally(month, "CASES", service, channel, "", "", n);
        tally(month, "DOCUMENT_FREE", service, channel, "", "", n);
    }

    private void closed() {
        reports.job(QUARTER.closesAt()).run();
    }

    private JsonNode month() {
        return reports.report(ReportPeriod.month(JULY), 1);
    }

    /** Whoever knows all of them but one computes that one. */
    private static void oneIsHidden(JsonNode... cells) {
        assertThat(Stream.of(cells)).as("%s", List.of(cells)).anyMatch(JsonNode::isObject);
    }

    private static void hidden(JsonNode cell) {
        assertThat(cell.toString()).isEqualTo("{\"hidden\":true}");
    }

    @Test
    void cases_less_those_without_papers_are_those_with_papers() {
        cases(JULY, "home-care", "CENTRE", 38);
        tally(JULY, "CASES", "home-care", "CENTRE", "", "", 2);
        closed();
        hidden(cell(month(), "TOTAL", "TOTAL", "NOT_FREE"));
        oneIsHidden(cell(month(), "TOTAL", "TOTAL", "CASES"), cell(month(), "TOTAL", "TOTAL", "FREE"));
        hidden(cell(month(), "TOTAL", "TOTAL", "FREE_SHARE"));
    }

    @Test
    void a_total_less_all_other_rows_is_the_last_row() {
        cases(JULY, "home-care", "CENTRE", 40);
        cases(JULY, "old-age-pension", "CENTRE", 60);
        cases(JULY, "ccu-car", "CENTRE", 3);
        closed();
        hidden(cell(month(), "BY_SERVICE", "ccu-car", "CASES"));
        oneIsHidden(
                cell(month(), "TOTAL", "TOTAL", "CASES"),
                cell(month(), "BY_SERVICE", "home-care", "CASES"),
                cell(month(), "BY_SERVICE", "old-age-pension", "CASES"));
        oneIsHidden(
                cell(month(), "TOTAL", "TOTAL", "CASES"),
                cell(month(), "BY_FAMILY", "social-services", "CASES"),
                cell(month(), "BY_FAMILY", "pensions-and-benefits", "CASES"));
    }

    @Test
    void asked_in_vain_less_completed_is_never_completed() {
        tally(JULY, "IN_VAIN", "home-care", "CENTRE", "tax", "", 20);
        tally(JULY, "COMPLETED", "home-care", "CENTRE", "tax", "", 18);
        closed();
        oneIsHidden(cell(month(), "BY_AGENCY", "tax", "IN_VAIN"), cell(month(), "BY_AGENCY", "tax", "COMPLETED"));
    }

    @Test
    void papers_not_asked_for_less_the_collected_ones_are_those_at_home() {
        tally(JULY, "NOT_ASKED", "home-care", "CENTRE", "a-paper", "", 30);
        tally(JULY, "COLLECTED", "home-care", "CENTRE", "a-paper", "", 27);
        closed();
        oneIsHidden(
                cell(month(), "BY_DOCUMENT", "a-paper", "NOT_ASKED"),
                cell(month(), "BY_DOCUMENT", "a-paper", "COLLECTED"));
    }

    @Test
    void all_of_a_channel_less_those_with_a_disability_are_those_without() {
        cases(JULY, "home-care", "HOME", 40);
        cases(JULY, "home-care", "CENTRE", 200);
        tally(JULY, "DISABILITY_CASES", "", "", "", "", 100);
        tally(JULY, "OTHER_CASES", "", "", "", "", 140);
        tally(JULY, "DISABILITY", "", "", "CHANNEL", "HOME", 33);
        tally(JULY, "DISABILITY", "", "", "CHANNEL", "CENTRE", 67);
        closed();
        JsonNode quarter = reports.report(QUARTER, 1);
        oneIsHidden(cell(quarter, "BY_CHANNEL", "HOME", "CASES"), cell(quarter, "D_CHANNEL", "HOME", "CASES"));
    }

    @Test
    void a_quarter_less_two_months_is_the_third_one() {
        cases(JULY, "home-care", "CENTRE", 40);
        cases(JULY.plusMonths(1), "home-care", "CENTRE", 50);
        cases(JULY.plusMonths(2), "home-care", "CENTRE", 3);
        for (int month = 0; month < 3; month++) {
            cases(JULY.plusMonths(month), "old-age-pension", "CENTRE", 60);
            cases(JULY.plusMonths(month), "ccu-car", "CENTRE", 70);
        }
        closed();
        hidden(cell(reports.report(ReportPeriod.month(JULY.plusMonths(2)), 1), "BY_SERVICE", "home-care", "CASES"));
        hidden(cell(reports.report(QUARTER, 1), "BY_SERVICE", "home-care", "CASES"));
        assertThat(cell(reports.report(QUARTER, 1), "TOTAL", "TOTAL", "CASES").isNumber())
                .as("not more is hidden than must be")
                .isTrue();
    }

    @Test
    void a_month_in_which_nothing_is_small_hides_nothing() {
        for (String service : List.of("home-care", "old-age-pension", "ccu-car")) {
            cases(JULY, service, "CENTRE", 50);
            tally(JULY, "CASES", service, "CENTRE", "", "", 20);
        }
        closed();
        assertThat(month().toString()).doesNotContain("hidden");
        assertThat(reports.openData(ReportPeriod.month(JULY)).toString()).doesNotContain("hidden");
    }
}
