package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A clerk takes the list of the day along to citizens' homes. */
@Tag("pages")
class VisitsPagesTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final String DAY = "2026-11-27";
    private static final String LIST = "GET /v1/officials/me/visits?channel=HOME&day=" + DAY;
    private static final String TWO = """
            {"day":"2026-11-27","channel":"HOME","whole":true,"visits":[
             {"caseRef":"-1/2026","service":"home-care","dossierId":"01a2220e-cddf-78a8-92b8-8d18e7d48eea","at":"2026-11-27T05:00:00Z","completeness":"PARTIAL",
              "stillNeeded":["bank-details","bank-details"],"silent":["tax"],"followed":"WAITING"},
             {"caseRef":"DOST-1/2026/0002","service":"home-care","dossierId":"01a2220e-cddf-78a8-92b8-8d18e7d48eeb","at":"2026-11-27T05:10:00Z","completeness":"COMPLETE",
              "stillNeeded":[],"silent":[]}]}""";

    private static PlayedGateway gateway() {
        return PAGES.gateway();
    }

    @BeforeEach
    void a_clerk() {
        gateway().knows("a.mammadova", "CLERK").forget();
    }

    @Test
    void the_list_looks_as_it_should_with_cases_and_without() {
        for (Visit.Eyes eyes : new Visit.Eyes[] {Visit.Eyes.USUAL, Visit.Eyes.NARROW}) {
            try (Visit clerk = new Visit(PAGES, eyes).login("a.mammadova")) {
                gateway().answers(LIST, 200, TWO);
                clerk.open("/desk/visits?day=" + DAY + "&channel=HOME");
                clerk.picture("visits-" + eyes.width() + "-az")
                        .isAccessible()
                        .isNotTooWide()
                        .english();
                clerk.picture("visits-" + eyes.width() + "-en")
                        .isAccessible()
                        .isNotTooWide()
                        .noticedNothing();
                assertThat(clerk.text()).contains("27.11.2026", "(2)", "27.11.2026 09:00", "No paper is needed");
                gateway()
                        .answers(
                                LIST,
                                200,
                                "{\"day\":\"2026-11-27\",\"channel\":\"HOME\",\"whole\":true,\"visits\":[]}");
                clerk.open("/desk/visits?day=" + DAY + "&channel=HOME");
                clerk.picture("visits-empty-" + eyes.width() + "-en")
                        .isAccessible()
                        .isNotTooWide()
                        .noticedNothing();
                assertThat(clerk.text()).contains("There are none.");
            }
        }
    }

    @Test
    void the_file_for_a_spreadsheet_calculates_nothing() throws IOException {
        gateway().answers(LIST, 200, TWO);
        try (Visit clerk = new Visit(PAGES, Visit.Eyes.USUAL).login("a.mammadova")) {
            clerk.english();
            clerk.open("/desk/visits?day=" + DAY + "&channel=HOME");
            Download file = clerk.page()
                    .waitForDownload(() -> clerk.page().locator("a[download]").click());
            String text = new String(file.createReadStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(file.suggestedFilename()).isEqualTo("visits-2026-11-27.csv");
            assertThat(text.lines()).hasSize(3);
            assertThat(text).startsWith("\ufeff").contains("'-1/2026", "DOST-1/2026/0002");
        }
    }
}
