package az.dost.vahid.journeys.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is kept of a slip that was handed out: for a year, without whose it is, and found when somebody edits it. */
@Timeout(60)
class SlipIssuesTest {
    private TestSlips slips;
    private JdbcTemplate jdbc;

    @BeforeEach
    void open(@TempDir Path keys) {
        slips = new TestSlips(keys);
        jdbc = slips.gateway.jdbc;
    }

    @AfterEach
    void close() throws InterruptedException {
        slips.close();
    }

    private SlipIssues.State state(UUID dossier) {
        return slips.issues.find(slips.codes.code(dossier)).orElseThrow().state();
    }

    @Test
    void a_slip_is_good_for_92_days_and_known_for_a_year() {
        UUID dossier = slips.slip();
        String code = slips.codes.code(dossier);
        assertThat(slips.issues.find(code)).get().satisfies(issue -> {
            assertThat(issue.state()).isEqualTo(SlipIssues.State.GOOD);
            assertThat(issue.office()).isEqualTo(TestSlips.office(dossier));
            assertThat(issue.service()).isEqualTo("ccu-car");
        });
        assertThat(slips.later(92).find(code).orElseThrow().state()).isEqualTo(SlipIssues.State.GOOD);
        assertThat(slips.later(93).find(code).orElseThrow().state()).isEqualTo(SlipIssues.State.OUTLIVED);
    }

    @Test
    void after_a_year_it_is_forgotten() {
        String code = slips.codes.code(slips.slip());
        slips.later(365).forget();
        assertThat(slips.issues.find(code)).isPresent();
        slips.later(368).forget();
        assertThat(slips.issues.find(code)).isEmpty();
    }

    @Test
    void of_two_of_one_case_the_newer_counts() throws InterruptedException {
        UUID first = slips.slip("a.mammadova", "dost-centre-1", TestSlips.CASE, "COMPLETE");
        Thread.sleep(5);
        UUID second = slips.slip("a.mammadova", "dost-centre-1", TestSlips.CASE, "COMPLETE");
        UUID other = slips.slip("a.mammadova", "dost-centre-1", "ISSUED/2", "COMPLETE");
        assertThat(state(first)).isEqualTo(SlipIssues.State.REPLACED);
        assertThat(state(second)).isEqualTo(SlipIssues.State.GOOD);
        assertThat(state(other)).isEqualTo(SlipIssues.State.GOOD);
    }

    @Test
    void nobody_but_a_clerk_hands_slips_out_and_of_nobody_there_is_none() {
        assertThat(slips.issues.find(slips.codes.code(slips.slip("k.aliyev", null, TestSlips.CASE, "COMPLETE"))))
                .isEmpty();
        assertThat(slips.issues.find(slips.codes.code(slips.slip("a.mammadova", null, TestSlips.CASE, "EMPTY"))))
                .isEmpty();
    }

    @Test
    @Tag("attack")
    void a_code_that_was_made_up_is_found_out_without_the_database() {
        String code = slips.codes.code(slips.slip());
        slips.database.close();
        assertThat(slips.issues.find(code.substring(0, 13) + (code.endsWith("0") ? "1" : "0")))
                .isEmpty();
    }

    @Test
    @Tag("attack")
    void nothing_that_is_kept_tells_of_whom_it_is() {
        UUID dossier = slips.slip();
        assertThat(jdbc.queryForObject(
                                "select slip_issue::text from slip_issue where office = ?",
                                String.class,
                                TestSlips.office(dossier))
                        .replace(TestSlips.office(dossier), ""))
                .doesNotContain(
                        slips.codes.code(dossier), dossier.toString(), "mammadova", "ISSUED", "a1a1", "W1D0W01");
    }

    @ParameterizedTest
    @Tag("attack")
    @ValueSource(
            strings = {
                "made_ms = made_ms + 1",
                "office = office || 'x'",
                "service = 'home-care'",
                "requester = 'centre-2-desk'",
                "matter = digest"
            })
    void a_row_that_somebody_changed_is_no_slip(String change) {
        UUID dossier = slips.slip();
        assertThat(slips.issues.find(slips.codes.code(dossier))).isPresent();
        jdbc.update("update slip_issue set " + change + " where office = ?", TestSlips.office(dossier));
        assertThat(slips.issues.find(slips.codes.code(dossier))).isEmpty();
    }

    @Test
    @Tag("attack")
    void a_row_of_another_slip_makes_no_code_genuine() {
        UUID mine = slips.slip();
        UUID other = slips.slip();
        byte[] digest = jdbc.queryForObject(
                "select digest from slip_issue where office = ?", byte[].class, TestSlips.office(other));
        jdbc.update("delete from slip_issue where office = ?", TestSlips.office(other));
        jdbc.update("update slip_issue set digest = ? where office = ?", digest, TestSlips.office(mine));
        assertThat(slips.issues.find(slips.codes.code(other))).isEmpty();
    }
}
