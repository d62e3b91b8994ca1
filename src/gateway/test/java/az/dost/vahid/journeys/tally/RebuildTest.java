package az.dost.vahid.journeys.tally;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.Verdict;
import az.dost.vahid.calendar.Baku;
import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.record.body.RecordId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A month that is counted again, and dossiers whose time is over. */
@Timeout(120)
class RebuildTest {
    private static final YearMonth MONTH = YearMonth.of(2023, 12);
    private static final Instant NOON =
            MONTH.atDay(10).atTime(12, 30).atZone(Baku.ZONE).toInstant();
    private CountedRecord counted;

    @BeforeEach
    void open(@TempDir Path keys) {
        counted = new CountedRecord(keys);
    }

    @AfterEach
    void close() throws Exception {
        counted.close();
    }

    private PlayedLookup keep(Instant at, String paper) {
        return counted.keep(new PlayedLookup(at).paper(paper, "STILL_NEEDED").answer("tax", Verdict.ANSWERED, 20));
    }

    @ParameterizedTest
    @Tag("attack")
    @ValueSource(
            strings = {
                "update report_tally set n = n + 1",
                "delete from report_tally where measure = 'CASES'",
                "update report_case set dossier = gen_random_uuid()",
                "delete from report_case",
                "delete from report_in_vain",
                "insert into report_tally select hour, measure, service, 'nowhere', channel, a, b, 7 from report_tally"
            })
    void figures_that_somebody_changed_are_those_of_the_chain_again(String change) {
        keep(NOON, "id-card");
        counted.keep(new PlayedLookup(NOON).of("5AB1C2E", "CASE/2", "ccu-car").answer("tax", Verdict.TIMED_OUT, 20));
        counted.count();
        List<String> figures = counted.figures();
        counted.record.jdbc.update(change);
        Rebuild.Outcome outcome = counted.rebuild(MONTH);
        assertThat(outcome.different() > 0).isEqualTo(change.contains("report_tally"));
        assertThat(counted.figures()).isEqualTo(figures);
        assertThat(counted.record.jdbc.queryForObject("select count(*) from report_in_vain", Long.class))
                .isEqualTo(1);
    }

    @Test
    void a_month_beside_it_stays_as_it_is() {
        keep(NOON, "id-card");
        keep(TallyPlace.begin(MONTH.plusMonths(1)), "id-card");
        counted.count();
        counted.record.jdbc.update("update report_tally set n = 9");
        counted.rebuild(MONTH);
        assertThat(counted.sum(Measure.CASES, MONTH, "")).isEqualTo(1);
        assertThat(counted.sum(Measure.CASES, MONTH.plusMonths(1), "")).isEqualTo(9);
    }

    @Test
    void what_is_not_counted_yet_is_left_to_the_job() {
        keep(NOON, "id-card");
        counted.count();
        keep(NOON.plusSeconds(1), "vehicle-certificate");
        assertThat(counted.rebuild(MONTH).different()).isZero();
        assertThat(counted.sum(Measure.STILL_ASKED, MONTH, "id-card")).isEqualTo(1);
        counted.count();
        assertThat(counted.sum(Measure.STILL_ASKED, MONTH, "")).isEqualTo(1);
    }

    @Test
    void where_the_earlier_dossier_is_gone_its_figures_stay_and_the_case_still_counts_once() {
        PlayedLookup gone = keep(NOON, "id-card");
        counted.count();
        counted.expire(gone.id);
        keep(NOON.plusSeconds(1), "vehicle-certificate");
        counted.count();
        assertThat(counted.sum(Measure.CASES, MONTH, "")).isEqualTo(1);
        assertThat(counted.sum(Measure.STILL_ASKED, MONTH, "id-card")).isEqualTo(1);
        assertThat(counted.sum(Measure.STILL_ASKED, MONTH, "vehicle-certificate"))
                .isZero();
        assertThat(counted.sum(Measure.AGENCY_ANSWER, MONTH, "tax")).isEqualTo(2);
    }

    @Test
    void a_dossier_that_is_gone_before_it_was_counted_makes_no_case_and_its_agencies_count() {
        counted.expire(keep(NOON, "id-card").id);
        counted.count();
        assertThat(counted.sum(Measure.CASES, MONTH, "")).isZero();
        assertThat(counted.sum(Measure.AGENCY_ANSWER, MONTH, "tax")).isEqualTo(1);
        keep(NOON.plusSeconds(1), "vehicle-certificate");
        counted.count();
        assertThat(counted.sum(Measure.CASES, MONTH, "")).isEqualTo(1);
    }

    @Test
    void one_whose_key_is_gone_is_gone_too() {
        PlayedLookup gone = keep(NOON, "id-card");
        counted.record.jdbc.update("update data_key set wrapped = null");
        counted.record.keys.forget(RecordId.day(gone.id), DataClass.DOSSIER);
        counted.count();
        assertThat(counted.sum(Measure.CASES, MONTH, "")).isZero();
    }

    @Test
    @Tag("attack")
    void one_that_somebody_changed_counts_as_gone_and_is_told() {
        PlayedLookup changed = keep(NOON, "id-card");
        counted.record.jdbc.update("update dossier set content = content || '\\x00' where id = ?", changed.id);
        counted.count();
        assertThat(counted.sum(Measure.CASES, MONTH, "")).isZero();
        assertThat(counted.record.changed.health().getStatus().getCode()).isEqualTo("WARNING");
    }

    @Test
    void a_month_with_dossiers_that_are_gone_is_not_counted_again() {
        PlayedLookup gone = keep(NOON, "id-card");
        counted.count();
        List<String> figures = counted.figures();
        counted.expire(gone.id);
        assertThat(counted.rebuild(MONTH).gone()).isEqualTo(1);
        assertThat(counted.figures()).isEqualTo(figures);
    }
}
