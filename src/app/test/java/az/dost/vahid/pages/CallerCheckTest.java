package az.dost.vahid.pages;

import static az.dost.vahid.pages.HotLineVisits.BOTH;
import static az.dost.vahid.pages.HotLineVisits.CALL;
import static az.dost.vahid.pages.HotLineVisits.CHECK;
import static az.dost.vahid.pages.HotLineVisits.GET_CALL;
import static az.dost.vahid.pages.HotLineVisits.PAGES;
import static az.dost.vahid.pages.HotLineVisits.VERDICTS;
import static az.dost.vahid.pages.HotLineVisits.check;
import static az.dost.vahid.pages.HotLineVisits.gateway;
import static az.dost.vahid.pages.HotLineVisits.posts;
import static az.dost.vahid.pages.HotLineVisits.seen;
import static az.dost.vahid.pages.HotLineVisits.visit;
import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.Visit;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A caller answers the check questions, in each way in which that can end. */
@Tag("pages")
class CallerCheckTest {
    @BeforeEach
    void an_official_of_the_hot_line() {
        HotLineVisits.lay();
    }

    @Test
    void what_is_wrong_in_the_check_is_told_first_and_asks_nobody() {
        try (Visit official = visit()) {
            official.open("/hot-line/calls");
            official.page().locator("#fin").fill("OIOIOIO<b>");
            official.page().locator("#birthDate").fill("31.02.1984");
            official.page().locator("#send").click();
            official.page().waitForSelector("#error-summary");
            assertThat(official.page().evaluate("() => document.activeElement.id"))
                    .isEqualTo("error-summary");
            assertThat(official.page().locator("#fin").inputValue()).isEqualTo("OIOIOIO<B>");
            assertThat(official.page().locator("#fin-error").innerText()).contains("FİN-də O hərfi olmur");
            assertThat(official.page().locator("#birthDate").inputValue()).isEqualTo("31.02.1984");
            assertThat(official.page().content()).doesNotContain("O<B>");
            official.picture("hotline-check-faults-az").isAccessible().noticedNothing();
            assertThat(posts()).isEmpty();
        }
    }

    @Test
    void one_answer_is_not_enough() {
        try (Visit official = visit()) {
            official.open("/hot-line/calls");
            official.page().locator("#fin").fill(Dossiers.FIN);
            official.page().locator("#documentNumber").fill("AA1234567");
            official.page().locator("#send").click();
            official.page().waitForSelector("#birthDate-error");
            assertThat(posts()).isEmpty();
        }
    }

    @Test
    void a_caller_who_is_not_confirmed_is_told_of_without_which_answer_is_wrong() {
        gateway().refuses(CHECK, 403, "CALLER_NOT_CONFIRMED");
        try (Visit official = visit()) {
            official.open("/hot-line/calls");
            official.page().locator("#fin").fill(Dossiers.FIN);
            official.page().locator("#birthDate").fill("09.03.1984");
            official.page().locator("#registeredSince").fill("01.02.2019");
            official.page().locator("#send").click();
            official.page().waitForSelector("#error-summary");
            assertThat(official.text())
                    .contains("CALLER_NOT_CONFIRMED")
                    .contains("Hansı cavabın yanlış olduğunu deməyin");
            assertThat(official.page().locator(".govuk-error-message").count()).isZero();
            assertThat(official.page().locator("#birthDate").inputValue())
                    .as("to be mended")
                    .isEqualTo("09.03.1984");
            official.picture("hotline-not-confirmed-az").isAccessible().noticedNothing();
            official.page().locator("#send").click();
            official.page()
                    .waitForFunction("() => document.activeElement && document.activeElement.id === 'error-summary'");
            assertThat(posts()).hasSize(2);
        }
    }

    @Test
    void after_the_third_failure_the_official_reads_that_the_caller_is_locked_and_until_when() {
        gateway().refuses(CHECK, 403, "CALLER_NOT_CONFIRMED");
        try (Visit official = visit()) {
            official.open("/hot-line/calls");
            official.page().locator("#fin").fill(Dossiers.FIN);
            official.page().locator("#birthDate").fill("09.03.1984");
            official.page().locator("#documentNumber").fill("AA1234567");
            String until = "";
            for (int attempt = 1; attempt <= 3; attempt++) {
                assertThat(official.page().locator("#closed").count()).isZero();
                Instant now = Instant.now();
                until = attempt == 1 ? clock(now.plusSeconds(3600)) + "|" + clock(now.plusSeconds(3660)) : until;
                official.page()
                        .waitForResponse(
                                answer -> answer.status() == 403,
                                () -> official.page().locator("#send").click());
                official.page().waitForSelector("#error-summary");
            }
            assertThat(official.page().locator("#closed").innerText())
                    .matches("(?s).*\\d\\d[.]\\d\\d[.]\\d{4} (" + until + ") tarixinədək.*");
            seen(official, "hotline-closed");
            assertThat(posts()).hasSize(3);
        }
    }

    private static String clock(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm")
                .withZone(ZoneId.of("Asia/Baku"))
                .format(at);
    }

    @Test
    void a_register_that_does_not_speak_counts_down_to_another_try() {
        gateway().refuses(CHECK, 503, "CALLER_NOT_CHECKED", "Retry-After", "5");
        try (Visit official = visit()) {
            official.open("/hot-line/calls");
            official.page().locator("#fin").fill(Dossiers.FIN);
            official.page().locator("#birthDate").fill("09.03.1984");
            official.page().locator("#documentNumber").fill("AA1234567");
            official.page().locator("#send").click();
            official.page().waitForSelector("#again-in");
            official.picture("hotline-not-checked-az").isAccessible().noticedNothing();
        }
    }

    @Test
    void a_check_that_is_sent_twice_is_one_attempt() {
        gateway()
                .answersLate(
                        1_500,
                        CHECK,
                        201,
                        "{\"call\":\"" + HotLineDossiers.CALL + "\",\"until\":\""
                                + Instant.now().plusSeconds(900) + "\"}");
        try (Visit official = visit(Visit.Eyes.WITHOUT_SCRIPTS)) {
            official.open("/hot-line/calls");
            official.page().locator("#fin").fill(Dossiers.FIN);
            official.page().locator("#birthDate").fill("09.03.1984");
            official.page().locator("#documentNumber").fill("AA1234567");
            official.page().locator("#send").dblclick();
            official.page().waitForSelector("#call");
            assertThat(posts()).hasSize(1);
        }
    }

    @Test
    void a_reference_that_is_none_is_told_at_its_field() {
        try (Visit official = visit()) {
            official.open("/hot-line/calls");
            official.page().locator("#reference").fill("142");
            official.page().locator("#reference").press("Enter");
            official.page().waitForSelector("#reference-error");
            official.isAccessible().noticedNothing();
        }
    }

    @Test
    void a_call_of_a_colleague_is_read_and_nothing_is_asked_in_it() {
        gateway().answers(GET_CALL, 200, HotLineDossiers.call(null, HotLineDossiers.lookup()));
        for (Visit.Eyes eyes : BOTH) {
            try (Visit official = visit(eyes)) {
                official.open("/hot-line/calls");
                official.page().locator("#reference").fill(" " + HotLineDossiers.CALL.toUpperCase());
                official.page().locator("#reference").press("Enter");
                official.page().waitForSelector("#call");
                assertThat(official.page().locator("#code").count()
                                + official.page().locator("#service").count())
                        .isZero();
                seen(official, "hotline-call-closed-" + eyes.width());
                official.page().request().post(PAGES.address() + CALL);
                assertThat(posts()).as("a form without its token asks nothing").isEmpty();
            }
        }
    }

    @Test
    void a_call_that_was_ended_leaves_no_fin_and_asks_nothing() {
        try (Visit official = visit()) {
            check(official);
            official.press("Zəngi bağla");
            official.page().waitForSelector("#caller");
            official.open(CALL);
            assertThat(official.page().content()).doesNotContain(Dossiers.FIN);
            official.open(CALL + "/slips/88FD-6DAC-9199");
            assertThat(official.page().url()).endsWith("/hot-line/calls/over");
            seen(official, "hotline-call-over");
            assertThat(posts()).hasSize(1);
        }
    }

    @Test
    void a_caller_is_checked_and_looked_up_with_the_keyboard_alone() {
        try (Visit official = visit()) {
            official.open("/hot-line/calls");
            tabTo(official, "fin");
            official.page().keyboard().type(Dossiers.FIN);
            tabTo(official, "birthDate");
            official.page().keyboard().type("09.03.1984");
            tabTo(official, "documentNumber");
            official.page().keyboard().type("AA1234567");
            official.page().keyboard().press("Enter");
            official.page().waitForSelector("#call");
            tabTo(official, "service");
            official.page().keyboard().type("ccu-martyr-family-pension");
            official.page().waitForFunction("() => document.querySelectorAll('#services input').length === 1");
            tabTo(official, "send");
            official.page().keyboard().press("Enter");
            official.page().waitForURL("**" + VERDICTS);
        }
    }

    /** Along the order of the keyboard, to where somebody would see that he is. */
    private static void tabTo(Visit visit, String id) {
        for (int i = 0; i < 60; i++) {
            visit.page().keyboard().press("Tab");
            if (id.equals(visit.page().evaluate("() => document.activeElement.id"))) {
                return;
            }
        }
        throw new AssertionError(id + " is not reached with the keyboard");
    }
}
