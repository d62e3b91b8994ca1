package az.dost.vahid.journeys.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Months and quarters of Baku. */
class ReportPeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11, 2026-10-31T20:00:00Z, 2026-11-30T20:00:00Z, 2026-12-02T20:00:00Z",
        "2026-Q4, 2026-09-30T20:00:00Z, 2026-12-31T20:00:00Z, 2027-01-02T20:00:00Z",
        "2024-02, 2024-01-31T20:00:00Z, 2024-02-29T20:00:00Z, 2024-03-02T20:00:00Z",
        "2026-Q1, 2025-12-31T20:00:00Z, 2026-03-31T20:00:00Z, 2026-04-02T20:00:00Z"
    })
    void begins_ends_and_closes_at_midnight_in_Baku(String id, String start, String end, String closes) {
        ReportPeriod period = ReportPeriod.of(id).orElseThrow();
        assertThat(List.of(
                        period.id(),
                        period.start().toString(),
                        period.end().toString(),
                        period.closesAt().toString()))
                .containsExactly(id, start, end, closes);
    }

    @Test
    void a_quarter_has_three_months_and_a_month_itself() {
        assertThat(ReportPeriod.quarter(YearMonth.of(2026, 11)).months())
                .extracting(ReportPeriod::id)
                .containsExactly("2026-10", "2026-11", "2026-12");
        assertThat(ReportPeriod.month(YearMonth.of(2026, 11)).months())
                .extracting(ReportPeriod::id)
                .containsExactly("2026-11");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "2026-13",
                "2026-00",
                "2026-Q0",
                "2026-Q5",
                "2026-11-01",
                "26-11",
                "2026-q4",
                " 2026-11",
                "2026-11\n"
            })
    void what_has_another_form_is_none(String id) {
        assertThat(ReportPeriod.of(id)).isEmpty();
    }
}
