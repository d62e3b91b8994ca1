package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages to which nobody is led by a link are as they should be, too, and the documents show them. */
@Tag("pages")
class UnlinkedPagesTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final int LATE_MS = 30_000;

    @AfterEach
    void others_need_not_wait() {
        PAGES.gateway().answers("POST /v1/dossiers", 200, Dossiers.complete().toString());
    }

    private static void look(Visit visit) {
        for (String language : List.of("az", "en")) {
            visit.in(language)
                    .isAccessible()
                    .isNotTooWide()
                    .isReadableOnAPhone()
                    .isReadableFourTimesAsLarge()
                    .documented();
            assertThat(visit.page().locator("h1").count()).isEqualTo(1);
        }
        visit.noticedNothing();
    }

    @Test
    void a_clerk_who_waits() {
        PAGES.gateway().knows("a.mammadova", "CLERK").forget();
        PAGES.gateway()
                .answersLate(
                        LATE_MS, "POST /v1/dossiers", 200, Dossiers.complete().toString());
        try (Visit clerk = new Visit(PAGES).login("a.mammadova")) {
            clerk.page().locator("#fin").fill(Dossiers.FIN);
            clerk.page().locator("#service-ccu-martyr-family-pension").check();
            clerk.page().locator("#caseRef").fill("DEMO/1");
            clerk.page().locator("#send").click();
            clerk.page().waitForSelector("#waiting");
            look(clerk);
        }
    }

    @Test
    void an_official_of_the_hot_line_who_waits() {
        HotLineVisits.lay();
        PAGES.gateway()
                .answersLate(
                        LATE_MS,
                        "POST /v1/dossiers",
                        200,
                        HotLineDossiers.verdicts(Dossiers.complete()).toString());
        try (Visit official = HotLineVisits.visit()) {
            HotLineVisits.check(official);
            official.page().locator("#service-ccu-martyr-family-pension").check();
            official.page().locator("#send").click();
            official.page().waitForSelector("#waiting");
            look(official);
        }
    }

    @Test
    void an_official_whose_call_is_over() {
        HotLineVisits.lay();
        try (Visit official = HotLineVisits.visit()) {
            official.open("/hot-line/calls/over");
            look(official);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"busy", "too-large"})
    void an_auditor_whose_file_was_not_taken(String why) {
        PAGES.gateway().knows("z.rzayeva", "AUDITOR").forget();
        try (Visit auditor = new Visit(PAGES).login("z.rzayeva")) {
            auditor.open("/audit/verification/" + why);
            look(auditor);
        }
    }
}
