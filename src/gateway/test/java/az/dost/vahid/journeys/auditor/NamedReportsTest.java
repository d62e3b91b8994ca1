package az.dost.vahid.journeys.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Auditor;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.whole.RunningVahid;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Named reports in the database: asked once, decided about once, and never by whoever may write there. */
class NamedReportsTest {
    private static final RunningVahid VAHID = RunningVahid.get();
    private final JdbcTemplate jdbc = VAHID.bean(JdbcTemplate.class);
    private final NamedReports reports =
            new NamedReports(jdbc, VAHID.bean(RowTrust.class), VAHID.bean(ActRecord.class), Baku.CLOCK);

    private static Auditor auditor(String official) {
        return new Auditor(VAHID.bean(AccessPolicy.class).named("audit-office").orElseThrow(), official);
    }

    /** Another question each time. */
    private static ReportQuestion question() {
        return new ReportQuestion(
                "dost-centre-1",
                "a.b",
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 11, 2),
                "Why " + UUID.randomUUID());
    }

    private NamedReport found(NamedReport report) {
        return reports.find("audit-office", report.id()).orElseThrow();
    }

    @Test
    void the_same_question_is_one_until_somebody_decides() {
        ReportQuestion question = question();
        NamedReport first = reports.ask(auditor("s.auditor"), question);
        assertThat(reports.ask(auditor("s.auditor"), question).id()).isEqualTo(first.id());
        assertThat(reports.ask(auditor("t.auditor"), question).id()).isNotEqualTo(first.id());
        reports.decide(auditor("t.auditor"), first, false, "No");
        assertThat(reports.ask(auditor("s.auditor"), question).id()).isNotEqualTo(first.id());
    }

    @Test
    void it_is_decided_once_and_both_acts_are_in_the_chain() {
        NamedReport report = reports.ask(auditor("s.auditor"), question());
        assertThat(reports.decide(auditor("t.auditor"), report, true, null)).isTrue();
        assertThat(reports.decide(auditor("t.auditor"), report, false, "Too late"))
                .isFalse();
        assertThat(found(report).state(Instant.now())).isEqualTo("RELEASED");
        assertThat(jdbc.queryForList(
                        "select entry ->> 'act' || ' ' || (entry ->> 'official') from audit where entry ->> 'report' = ? order by sequence",
                        String.class,
                        report.id().toString()))
                .containsExactly("report-asked s.auditor", "report-released t.auditor");
    }

    @Test
    void its_time_is_over_after_thirty_days() {
        NamedReport report = reports.ask(auditor("s.auditor"), question());
        Instant later = Instant.now().plus(Duration.ofDays(31));
        assertThat(report.state(later)).isEqualTo("ENDED");
        reports.decide(auditor("t.auditor"), report, true, null);
        assertThat(found(report).state(later)).isEqualTo("ENDED");
    }

    @ParameterizedTest
    @Tag("attack")
    @ValueSource(
            strings = {
                "requester = 'audit-office', asked_by = 't.auditor'",
                "about_official = 'c.d'",
                "about_requester = 'dost-centre-2'",
                "to_day = '2026-11-27'",
                "from_day = '2026-10-01'",
                "reason = 'x'",
                "asked_ms = asked_ms + 1",
                "mac = '\\x00'",
                "decision = 'RELEASED', decided_by = 't.auditor', decided_ms = asked_ms",
                "decision = 'RELEASED', decided_by = 't.auditor', decided_ms = asked_ms, decided_mac = mac"
            })
    void a_row_that_somebody_edits_is_not_shown(String change) {
        NamedReport report = reports.ask(auditor("s.auditor"), question());
        jdbc.update("update named_report set " + change + " where id = ?", report.id());
        assertThat(reports.find("audit-office", report.id())).isEmpty();
        jdbc.update("delete from named_report where id = ?", report.id());
    }

    @ParameterizedTest
    @Tag("attack")
    @ValueSource(
            strings = {
                "decision = 'RELEASED'",
                "decided_by = 'n.n'",
                "decided_ms = decided_ms + 1",
                "note = 'Yes'",
                "decided_mac = '\\x00'"
            })
    void a_decision_that_somebody_edits_is_not_believed(String change) {
        NamedReport report = reports.ask(auditor("s.auditor"), question());
        reports.decide(auditor("t.auditor"), report, false, "No");
        jdbc.update("update named_report set " + change + " where id = ?", report.id());
        assertThat(reports.find("audit-office", report.id())).isEmpty();
        jdbc.update("delete from named_report where id = ?", report.id());
    }
}
