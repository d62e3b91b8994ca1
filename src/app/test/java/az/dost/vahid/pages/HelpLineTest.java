package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each page says whom to ask, whether an operator has named somebody or not. */
@Tag("pages")
class HelpLineTest {
    private static String help(Visit visit) {
        return visit.page().locator("#help").innerText();
    }

    @Test
    void whom_the_operator_has_named_is_named() {
        try (RunningPages pages = RunningPages.played(
                "--vahid.pages.help.telephone=012 000 00 00", "--vahid.pages.help.mail=help@desk.example")) {
            pages.gateway().knows("a.mammadova", "CLERK");
            try (Visit clerk = new Visit(pages)) {
                clerk.open("/");
                assertThat(help(clerk)).isEqualTo("Kömək və əlaqə: 012 000 00 00, help@desk.example");
                clerk.login("a.mammadova").english();
                assertThat(help(clerk)).isEqualTo("Help and contact: 012 000 00 00, help@desk.example");
                clerk.open("/nowhere");
                assertThat(help(clerk)).contains("help@desk.example");
                clerk.isAccessible().noticedNothing();
            }
        }
    }

    @Test
    void without_a_setting_the_words_are_general_and_fit_whoever_reads_them() {
        RunningPages pages = RunningPages.get();
        pages.gateway().knows("a.mammadova", "CLERK");
        try (Visit visit = new Visit(pages)) {
            visit.open("/");
            assertThat(help(visit)).contains("142");
            visit.login("a.mammadova");
            assertThat(help(visit)).contains("operatoruna").doesNotContain("142");
        }
    }

    @Test
    void no_page_goes_out_with_empty_lines() {
        RunningPages pages = RunningPages.get();
        pages.gateway().knows("a.mammadova", "CLERK");
        try (Visit clerk = new Visit(pages).login("a.mammadova")) {
            assertThat((String) clerk.page().evaluate("() => fetch('/desk').then(answer => answer.text())"))
                    .contains("<h1")
                    .doesNotContainPattern("\\n\\s*\\n");
        }
    }
}
