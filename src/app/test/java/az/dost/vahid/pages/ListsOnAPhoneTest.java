package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lists of cases and papers on a screen of 320 pixels: row below row, each cell beside the words of its column, and a
 * table still for whoever hears them.
 */
@Tag("pages")
class ListsOnAPhoneTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final String CASES = """
            {"cases":[{"caseRef":"DOST-1/2026/004711-a-long-reference-without-a-blank-in-it","service":"ccu-car","dossierId":"01a2220e-cddf-78a8-92b8-8d18e7d48eea","at":"2026-11-27T05:00:00Z",
             "completeness":"PARTIAL","stillNeeded":2,"channel":"CENTRE","followed":"WAITING","latest":"01a2220e-cddf-78a8-92b8-8d18e7d48eea"}]}""";
    private static final String CENTRE = """
            {"centre":"dost-centre-1","from":"2026-11-01","to":"2026-11-28","at":"2026-11-28T10:00:00Z","whole":true,"cases":1234,"documentFreeShare":0.8124,"medianSeconds":1.2,
             "p95Seconds":2.75,"stillAsked":[{"paper":"bank-details","cases":120}],"notAskedAgencies":[{"agency":"tax","cases":40,"completedIn24h":33}],"hidden":[]}""";
    private static final String WIDE =
            "() => [...document.querySelectorAll('main table')].filter(table => !table.closest('figure') && table.scrollWidth > table.clientWidth).map(table => table.caption.textContent)";

    private static PlayedGateway gateway() {
        return PAGES.gateway();
    }

    @BeforeEach
    void people() {
        HotLineVisits.lay();
        gateway()
                .knows("a.mammadova", "CLERK")
                .answers("GET /v1/officials/me/cases", 200, CASES)
                .answers(
                        "GET /v1/citizens/me/lookups/" + OwnData.ID,
                        200,
                        OwnData.lookup().toString())
                .answers("GET /v1/statistics/centres/own", 200, CENTRE)
                .answers(HotLineVisits.GET_CALL, 200, HotLineDossiers.call(null, HotLineDossiers.lookup()));
    }

    static Stream<Arguments> pages() {
        return Stream.of(
                Arguments.of("a.mammadova", "CLERK", "/desk/cases"),
                Arguments.of("a.mammadova", "CLERK", "/desk/dossiers/" + Dossiers.ID),
                Arguments.of("l.huseynova", "HOT_LINE", "/hot-line"),
                Arguments.of("l.huseynova", "HOT_LINE", "/hot-line/centres"),
                Arguments.of("l.huseynova", "HOT_LINE", HotLineVisits.CALL),
                Arguments.of("l.huseynova", "HOT_LINE", HotLineVisits.VERDICTS),
                Arguments.of("k.aliyev", "CENTRE_MANAGER", "/centre"),
                Arguments.of("martyrs-widow", "", "/my/lookups/" + OwnData.ID));
    }

    @SuppressWarnings("unchecked")
    @ParameterizedTest(name = "{2}")
    @MethodSource("pages")
    void no_table_scrolls_sideways_in_either_language(String who, String role, String address) {
        if (!role.isEmpty()) {
            gateway().knows(who, role);
        }
        if (who.equals("a.mammadova")) {
            gateway().answers(HotLineVisits.GET_DOSSIER, 200, Dossiers.partial().toString());
        }
        try (Visit visit = new Visit(PAGES, Visit.Eyes.NARROW).login(who)) {
            for (String language : List.of("az", "en")) {
                assertThat(visit.open(address).status()).isEqualTo(200);
                visit.in(language);
                assertThat(visit.page().locator("main table.vahid-stack").count())
                        .isPositive();
                assertThat((List<String>) visit.page().evaluate(WIDE)).isEmpty();
                visit.isAccessible().isNotTooWide();
            }
        }
    }

    @Test
    void a_cell_has_the_words_of_its_column_and_the_table_its_roles() {
        try (Visit clerk = new Visit(PAGES, Visit.Eyes.NARROW).login("a.mammadova")) {
            clerk.open("/desk/cases");
            List<String> heads = clerk.page().locator("thead th").all().stream()
                    .map(head -> head.textContent().strip())
                    .toList();
            assertThat(clerk.page().locator("tbody td").all().stream()
                            .map(cell -> cell.getAttribute("data-label"))
                            .toList())
                    .isEqualTo(heads.subList(1, heads.size()));
            assertThat(clerk.page()
                            .evaluate("() => getComputedStyle(document.querySelector('tbody td'), '::before').content"))
                    .asString()
                    .contains(heads.get(1));
            assertThat(clerk.page().getByRole(AriaRole.COLUMNHEADER).count()).isEqualTo(heads.size());
            assertThat(clerk.page().getByRole(AriaRole.ROWHEADER).count()).isEqualTo(1);
            clerk.picture("lists-on-a-phone");
        }
    }

    @Test
    void on_a_wide_screen_it_is_a_table_as_before() {
        try (Visit clerk = new Visit(PAGES).login("a.mammadova")) {
            clerk.open("/desk/cases");
            assertThat(clerk.page()
                            .evaluate("() => getComputedStyle(document.querySelector('tbody td'), '::before').content"))
                    .isEqualTo("none");
            assertThat(clerk.page().evaluate("() => getComputedStyle(document.querySelector('tbody td')).display"))
                    .isEqualTo("table-cell");
        }
    }
}
