package az.dost.vahid.journeys.report;

import static az.dost.vahid.journeys.report.TestReports.cell;
import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.journeys.tally.TestRecounts;
import az.dost.vahid.proof.claim.Cluster;
import az.dost.vahid.proof.record.AuditRoot;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.signature.key.Sha256;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a period closes, of what, how often, and what a correction comes to. */
class ClosingTest {
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final ReportPeriod PERIOD = ReportPeriod.month(MARCH);
    private static final String SERVICE = "old-age-pension";
    private static final String BECAUSE = "figures mean something else";

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

    private void order(ReportPeriod period, String because) {
        reports.jdbc.update(
                "insert into report_order (id, period, because, asked_by) values (?, ?, ?, 'an operator')",
                UUID.randomUUID(),
                period.id(),
                because);
    }

    private List<String> headings() {
        return reports.versions.headings().stream()
                .map(version -> version.period() + " " + version.version() + " " + version.because())
                .toList();
    }

    @Test
    void closes_at_the_beginning_of_its_third_day_and_not_before() {
        reports.cases(TestReports.within(MARCH), SERVICE, "north", 20);
        reports.job(PERIOD.closesAt().minusMillis(1)).run();
        assertThat(headings()).isEmpty();
        reports.job(PERIOD.closesAt()).run();
        assertThat(headings()).containsExactly("2026-03 1 null", "2026-Q1 1 null");
        assertThat(reports.report(PERIOD, 1).has("computed")).as("in service").isFalse();
    }

    @Test
    void an_hour_before_midnight_in_Baku_is_of_the_old_month_and_one_after_it_of_the_new_one() {
        Instant midnight = MARCH.plusMonths(1).atDay(1).atStartOfDay(Baku.ZONE).toInstant();
        reports.cases(midnight.minus(Duration.ofHours(1)), SERVICE, "north", 30);
        reports.cases(midnight, SERVICE, "north", 70);
        reports.job(ReportPeriod.month(MARCH.plusMonths(1)).closesAt()).run();
        assertThat(cell(reports.report(PERIOD, 1), "TOTAL", "TOTAL", "CASES").asLong())
                .isEqualTo(30);
        assertThat(cell(reports.report(ReportPeriod.month(MARCH.plusMonths(1)), 1), "TOTAL", "TOTAL", "CASES")
                        .asLong())
                .isEqualTo(70);
    }

    @Test
    void a_quarter_closes_after_its_last_month_and_a_month_without_a_case_is_closed_too() {
        reports.cases(TestReports.within(YearMonth.of(2026, 2)), SERVICE, "north", 30);
        reports.job(PERIOD.closesAt()).run();
        assertThat(headings()).containsExactly("2026-02 1 null", "2026-03 1 null", "2026-Q1 1 null");
        assertThat(cell(reports.report(PERIOD, 1), "TOTAL", "TOTAL", "CASES").asLong())
                .isZero();
        assertThat(cell(reports.report(ReportPeriod.quarter(MARCH), 1), "TOTAL", "TOTAL", "CASES")
                        .asLong())
                .isEqualTo(30);
    }

    @Test
    void two_gateways_close_a_period_once() throws Exception {
        reports.cases(TestReports.within(MARCH), SERVICE, "north", 20);
        List<Callable<Optional<Integer>>> gateways = IntStream.range(0, 4)
                .mapToObj(n -> (Callable<Optional<Integer>>)
                        () -> reports.closing(PERIOD.closesAt()).close(PERIOD, null, null))
                .toList();
        Cluster.atOnce(gateways);
        assertThat(reports.jdbc.queryForList("select version from report_version", Integer.class))
                .containsExactly(1);
        assertThat(reports.jdbc.queryForObject(
                        "select count(*) from audit where entry ->> 'act' = 'statistics-closed'", Long.class))
                .isEqualTo(1);
    }

    @Test
    void is_signed_with_its_part_of_the_chain_once_tallies_and_roots_have_come_so_far() throws Exception {
        // Roots are over what is new, so it is of the present month: all of one moment, though a month may end
        // meanwhile.
        Instant now = Instant.now();
        ReportPeriod period = ReportPeriod.month(YearMonth.from(now.atZone(Baku.ZONE)));
        reports.record.keep(RecordId.at(now.toEpochMilli()));
        reports.record.root();
        reports.record.keep(RecordId.at(now.toEpochMilli()));
        reports.cases(now.truncatedTo(ChronoUnit.HOURS), SERVICE, "north", 20);
        long last = reports.jdbc.queryForObject("select sequence from audit_head", Long.class);
        PeriodClosing closing = reports.closing(period.closesAt());
        assertThat(closing.close(period, null, null))
                .as("neither signed nor counted")
                .isEmpty();
        reports.record.root();
        assertThat(closing.close(period, null, null)).as("not counted").isEmpty();
        reports.jdbc.update("update report_cursor set sequence = ?", last);
        assertThat(closing.close(period, null, null)).contains(1);
        JsonNode chain = reports.report(period, 1).path("chain");
        assertThat(chain.path("first").asLong()).isEqualTo(1);
        assertThat(chain.path("last").asLong()).isEqualTo(last);
        AuditRoot root = AuditRoot.of(reports.jdbc.queryForObject(
                "select jws from audit_root where number = ?",
                String.class,
                chain.at("/root/number").asLong()));
        assertThat(root.root()).isEqualTo(chain.at("/root/root").asText());
        assertThat(last).isBetween(root.first(), root.last());
        String entry = reports.jdbc.queryForObject(
                "select entry ->> 'report' from audit where entry ->> 'act' = 'statistics-closed'", String.class);
        assertThat(entry)
                .isEqualTo(Sha256.hex(StoredJson.bytes(
                        reports.versions.find(period, 1).orElseThrow().report())));
    }

    @Test
    void a_correction_is_a_new_version_beside_the_old_one_and_the_quarter_follows() {
        reports.cases(TestReports.within(MARCH), SERVICE, "north", 40);
        Instant now = PERIOD.closesAt().plus(Duration.ofDays(9));
        reports.job(now).run();
        String first = reports.versions.find(PERIOD, 1).orElseThrow().report();
        reports.cases(TestReports.within(MARCH), SERVICE, "north", 20);
        order(PERIOD, "entries of 30 March came late");
        reports.job(now).run();
        reports.job(now).run();
        assertThat(headings())
                .containsExactly(
                        "2026-03 2 entries of 30 March came late",
                        "2026-03 1 null",
                        "2026-Q1 2 entries of 30 March came late",
                        "2026-Q1 1 null");
        assertThat(reports.versions.find(PERIOD, 1).orElseThrow().report()).isEqualTo(first);
        assertThat(reports.report(PERIOD, 2).path("because").asText()).isEqualTo("entries of 30 March came late");
        assertThat(cell(reports.report(PERIOD, 2), "TOTAL", "TOTAL", "CASES").asLong())
                .isEqualTo(60);
        assertThat(cell(reports.report(ReportPeriod.quarter(MARCH), 2), "TOTAL", "TOTAL", "CASES")
                        .asLong())
                .isEqualTo(60);
    }

    /** Roots are over entries of some weeks at most, so it is no month of long ago. */
    private static final ReportPeriod LAST =
            ReportPeriod.month(YearMonth.from(Instant.now().atZone(Baku.ZONE)).minusMonths(1));

    /** Twenty cases, each of which needs a paper, which another way has counted as free of papers. */
    private Instant countedInAnotherWay() {
        Instant at = LAST.end().minus(Duration.ofHours(12));
        IntStream.range(0, 20).forEach(n -> TestRecounts.keepCase(reports.record, at, n));
        reports.record.root();
        reports.cases(at.truncatedTo(ChronoUnit.HOURS), "ccu-car", "north", 20);
        reports.jdbc.update("insert into report_recount (month, because) values (?, ?)", LAST.id(), BECAUSE);
        reports.jdbc.update("update report_cursor set sequence = (select sequence from audit_head)");
        return LAST.closesAt().plus(Duration.ofDays(1));
    }

    private List<String> headingsOfLast() {
        return headings().stream()
                .filter(heading -> heading.startsWith(LAST.id()))
                .toList();
    }

    private String free(int version) {
        return cell(reports.report(LAST, version), "TOTAL", "TOTAL", "FREE").toString();
    }

    @Test
    void what_was_closed_by_another_way_of_counting_is_closed_anew_by_itself_and_says_why() {
        Instant now = countedInAnotherWay();
        // As the version before has closed it.
        assertThat(reports.closing(now).close(LAST, null, null)).contains(1);
        reports.job(now).run();
        reports.job(now).run();
        assertThat(headingsOfLast()).containsExactly(LAST.id() + " 2 " + BECAUSE, LAST.id() + " 1 null");
        assertThat(List.of(free(1), free(2))).containsExactly("20", "0");
    }

    @Test
    void a_month_that_another_way_has_begun_is_counted_anew_when_it_is_over_and_before_it_closes() {
        Instant now = countedInAnotherWay();
        reports.job(LAST.end().minusMillis(1)).run();
        assertThat(reports.jdbc.queryForList("select n from report_tally where measure = 'DOCUMENT_FREE'", Long.class))
                .as("others may count in it still")
                .containsExactly(20L);
        reports.job(now).run();
        assertThat(headingsOfLast()).containsExactly(LAST.id() + " 1 null");
        assertThat(free(1)).isEqualTo("0");
    }

    @Test
    void a_month_whose_dossiers_are_gone_keeps_its_figures_and_its_report() {
        Instant now = countedInAnotherWay();
        assertThat(reports.closing(now).close(LAST, null, null)).contains(1);
        reports.jdbc.update("update dossier set content = null");
        reports.job(now).run();
        reports.job(now).run();
        assertThat(headingsOfLast()).containsExactly(LAST.id() + " 1 null");
        assertThat(free(1)).isEqualTo("20");
        assertThat(reports.jdbc.queryForObject("select gone from report_recount", Long.class))
                .isEqualTo(20);
    }

    @Test
    void an_order_where_nothing_has_changed_makes_no_version_and_moves_no_quarter() {
        reports.cases(TestReports.within(MARCH), SERVICE, "north", 40);
        Instant now = PERIOD.closesAt().plus(Duration.ofDays(9));
        reports.job(now).run();
        for (int times = 0; times < 3; times++) {
            order(PERIOD, "to be sure");
            order(ReportPeriod.quarter(MARCH), "to be sure");
            reports.job(now).run();
        }
        assertThat(headings()).containsExactly("2026-03 1 null", "2026-Q1 1 null");
        assertThat(reports.jdbc.queryForObject(
                        "select count(*) from report_order where done_at is not null and version is null", Long.class))
                .isEqualTo(6);
    }

    @Test
    void times_that_have_changed_alone_make_a_version() {
        reports.cases(TestReports.within(MARCH), SERVICE, "north", 40);
        reports.tally(TestReports.within(MARCH), "TOOK", SERVICE, "north", "CENTRE", "7", "", 40);
        Instant now = PERIOD.closesAt().plus(Duration.ofDays(9));
        reports.job(now).run();
        reports.jdbc.update("update report_tally set a = '9' where measure = 'TOOK'");
        order(PERIOD, "times were counted again");
        reports.job(now).run();
        assertThat(headings()).contains("2026-03 2 times were counted again");
    }

    @Test
    void what_differs_by_a_few_from_an_earlier_version_is_hidden_and_stays_so() {
        reports.cases(TestReports.within(MARCH), SERVICE, "north", 40);
        Instant now = PERIOD.closesAt().plus(Duration.ofDays(9));
        reports.job(now).run();
        for (long more : new long[] {2, 1, 9}) {
            reports.cases(TestReports.within(MARCH), SERVICE, "north", more);
            order(PERIOD, "late entries");
            reports.job(now).run();
        }
        assertThat(Stream.of(1, 2, 3, 4)
                        .map(version -> cell(reports.report(PERIOD, version), "TOTAL", "TOTAL", "CASES"))
                        .map(JsonNode::toString))
                .containsExactly("40", "{\"hidden\":true}", "{\"hidden\":true}", "{\"hidden\":true}");
    }

    @Test
    void a_period_that_cannot_be_closed_keeps_no_other_one_open() {
        reports.tally(
                TestReports.within(MARCH.minusMonths(1)), "TOOK", SERVICE, "north", "CENTRE", "no number", "", 20);
        reports.cases(TestReports.within(MARCH), SERVICE, "north", 20);
        reports.job(PERIOD.closesAt()).run();
        assertThat(headings())
                .as("nor the quarter, of which a month is missing")
                .containsExactly("2026-03 1 null");
    }

    @Test
    void an_order_for_what_was_never_closed_comes_to_nothing() {
        reports.cases(TestReports.within(MARCH), SERVICE, "north", 40);
        order(PERIOD, "too early");
        reports.job(PERIOD.closesAt().minusMillis(1)).run();
        assertThat(headings()).isEmpty();
        assertThat(reports.jdbc.queryForObject("select count(*) from report_order where done_at is null", Long.class))
                .isZero();
    }

    @Test
    void centres_of_fewer_than_three_officials_who_look_up_share_a_row() {
        reports.cases(TestReports.within(MARCH), SERVICE, "north", 40);
        reports.cases(TestReports.within(MARCH), SERVICE, "small", 30);
        reports.cases(TestReports.within(MARCH), SERVICE, "tiny", 20);
        reports.cases(TestReports.within(MARCH), SERVICE, "nobody-knows", 10);
        reports.cases(TestReports.within(MARCH), SERVICE, "", 50);
        reports.job(PERIOD.closesAt()).run();
        JsonNode report = reports.report(PERIOD, 1);
        assertThat(report.toString()).doesNotContain("small", "tiny", "nobody-knows");
        assertThat(Stream.of("NONE", "OTHER", "north")
                        .map(row -> cell(report, "BY_CENTRE", row, "CASES").asLong()))
                .containsExactly(50L, 60L, 40L);
    }

    @ParameterizedTest
    @CsvSource({
        "north small tiny, north OTHER",
        "north south small, OTHER south",
        "north tiny, OTHER",
        "small, OTHER",
        "north south, north south",
        "north gone, OTHER"
    })
    void the_row_that_centres_share_is_never_one_small_centre_s(String seen, String rows) {
        for (String centre : seen.split(" ")) {
            reports.cases(TestReports.within(MARCH), SERVICE, centre, 40);
        }
        reports.job(PERIOD.closesAt()).run();
        Counts counts = KeptCounts.of(StoredJson.json(
                        reports.versions.find(PERIOD, 1).orElseThrow().counts()))
                .counts();
        assertThat(counts.rows(ReportTable.BY_CENTRE)).containsExactlyInAnyOrder(rows.split(" "));
    }

    @Test
    void a_share_and_a_median_of_few_are_hidden_and_hours_need_a_setting() throws Exception {
        reports.cases(TestReports.within(MARCH), SERVICE, "north", 40);
        reports.tally(TestReports.within(MARCH), "CASES", SERVICE, "south", "HOME", "", "", 3);
        reports.tally(TestReports.within(MARCH), "TOOK", SERVICE, "north", "CENTRE", "7", "", 9);
        reports.tally(TestReports.within(MARCH), "VISITS", SERVICE, "north", "CENTRE", "pensions", "", 20);
        reports.job(PERIOD.closesAt()).run();
        JsonNode report = reports.report(PERIOD, 1);
        assertThat(Stream.of("NOT_FREE", "FREE_SHARE", "MEDIAN_SECONDS")
                        .map(figure -> cell(report, "TOTAL", "TOTAL", figure).toString()))
                .containsOnly("{\"hidden\":true}");
        assertThat(cell(report, "TOTAL", "TOTAL", "HOURS").asDouble()).isEqualTo(30);
        try (TestReports without = new TestReports(folder.resolve("without"), new VisitTime(0, ""))) {
            without.tally(TestReports.within(MARCH), "VISITS", SERVICE, "north", "CENTRE", "pensions", "", 20);
            without.job(PERIOD.closesAt()).run();
            assertThat(cell(without.report(PERIOD, 1), "TOTAL", "TOTAL", "HOURS")
                            .isMissingNode())
                    .isTrue();
            assertThat(without.report(PERIOD, 1).has("minutesAVisit")).isFalse();
        }
    }

    @Test
    void open_data_have_no_centre_and_are_hidden_below_ten_and_rounded_to_five() {
        reports.cases(TestReports.within(MARCH), SERVICE, "north", 43);
        reports.cases(TestReports.within(MARCH), "home-care", "north", 7);
        reports.job(PERIOD.closesAt()).run();
        JsonNode open = reports.openData(PERIOD);
        assertThat(open.toString()).doesNotContain("BY_CENTRE", "north", "SHARE", "SECONDS");
        assertThat(cell(open, "BY_SERVICE", "home-care", "CASES").toString()).isEqualTo("{\"hidden\":true}");
        assertThat(cell(open, "TOTAL", "TOTAL", "CASES").isObject()
                        || cell(open, "TOTAL", "TOTAL", "CASES").asLong() == 50)
                .isTrue();
        open.findValues("CASES").stream()
                .filter(JsonNode::isNumber)
                .forEach(number -> assertThat(number.asLong() % 5).isZero());
        assertThat(cell(reports.report(PERIOD, 1), "BY_SERVICE", "home-care", "CASES")
                        .asLong())
                .isEqualTo(7);
    }
}
