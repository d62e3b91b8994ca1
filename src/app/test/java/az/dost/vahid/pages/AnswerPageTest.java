package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.faces.OpenApi;
import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A clerk sees at once what an answer comes to and what to do, with the button that does it. */
@Tag("pages")
class AnswerPageTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final String GET_DOSSIER = "GET /v1/dossiers/" + Dossiers.ID;
    private static final String FOLLOW = "POST /v1/dossiers/" + Dossiers.ID + "/follow";
    private static final String RIGHTS = GET_DOSSIER + "/rights";
    private static final String[] SIGNED = {"Vahid-Signature", "a..b"};
    private static final int SCREEN = 900;

    private static PlayedGateway gateway() {
        return PAGES.gateway();
    }

    @BeforeEach
    void a_clerk() {
        gateway().knows("a.mammadova", "CLERK").forget();
        gateway()
                .refuses(GET_DOSSIER + "/follow", 404, "FOLLOW_UP_UNKNOWN")
                .refuses(RIGHTS, 404, "DOSSIER_UNKNOWN")
                .answers(FOLLOW, 202, "{}");
    }

    private static Visit clerk(JsonNode dossier) {
        gateway().answers(GET_DOSSIER, 200, dossier.toString(), SIGNED);
        Visit clerk = new Visit(PAGES).login("a.mammadova");
        clerk.open("/desk/dossiers/" + Dossiers.ID);
        return clerk;
    }

    private static double bottom(Visit visit, String place) {
        return ((Number) visit.page()
                        .evaluate(
                                "place => document.querySelector(place).getBoundingClientRect().bottom + window.scrollY",
                                place))
                .doubleValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"az", "en"})
    void a_common_case_stands_on_one_screen(String language) {
        try (Visit clerk = clerk(Dossiers.complete())) {
            clerk.in(language).picture("answer-complete-" + language).isAccessible();
            assertThat(bottom(clerk, "#proof")).isLessThanOrEqualTo(SCREEN);
            assertThat(clerk.page().locator("#facts").isVisible()).isTrue();
            assertThat(clerk.page().locator("article.vahid-fact").first().isVisible())
                    .isFalse();
            clerk.noticedNothing();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"az", "en"})
    void what_to_do_stands_in_the_banner_with_its_button(String language) {
        try (Visit clerk = clerk(Dossiers.open())) {
            clerk.in(language).picture("answer-open-" + language).isAccessible();
            assertThat(bottom(clerk, ".vahid-sentence #follow")).isLessThanOrEqualTo(SCREEN / 2.0);
            String waiting = """
                    {"dossier":"%1$s","latest":"%1$s","until":"2026-11-28T16:00:00Z","next":"2026-11-28T08:05:00Z","state":"WAITING","attempts":1}""".formatted(Dossiers.ID);
            gateway().answers(GET_DOSSIER + "/follow", 200, waiting);
            clerk.page().locator("#follow").click();
            clerk.page().waitForSelector("form[action$='/follow/stop']");
            assertThat(gateway().asked())
                    .filteredOn(asked -> asked.method().equals("POST"))
                    .singleElement()
                    .satisfies(asked -> assertThat(asked.path()).endsWith("/follow"));
            assertThat(clerk.page().locator(".vahid-sentence").innerText())
                    .contains("28.11.2026 20:00")
                    .doesNotContain("təkrar sorğu göndərin", "ask again");
            clerk.picture("answer-followed-" + language).isAccessible().noticedNothing();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "az, Ola bilən hüquqlar, Bu sorğuda soruşulmayıb, Qəbul edilib, Müraciət tələb olunmur",
        "en, Rights that may be open, This lookup did not ask for it, Accepted, It comes without an application"
    })
    void rights_that_may_be_open_say_what_holds_what_is_not_known_and_where_to_go_on(
            String language, String title, String unknown, String offer, String goOn) throws IOException {
        JsonNode rights = PlayedRights.atTheDesk();
        OpenApi.checkExample("/v1/dossiers/{id}/rights", "get", 200, rights);
        gateway().answers(RIGHTS, 200, rights.toString());
        try (Visit clerk = clerk(Dossiers.complete())) {
            clerk.in(language)
                    .picture("answer-rights-" + language)
                    .isAccessible()
                    .isNotTooWide()
                    .isReadableOnAPhone();
            String section = clerk.page().locator("[aria-labelledby=rights]").innerText();
            assertThat(section).contains(title, unknown, offer, goOn, "02.01.2027 12:00");
            assertThat(clerk.page()
                            .locator("[aria-labelledby=rights] .vahid-entry")
                            .count())
                    .isEqualTo(2);
            clerk.noticedNothing();
        }
    }

    @Test
    void where_the_gateway_tells_no_right_the_answer_says_nothing_of_any() {
        try (Visit clerk = clerk(Dossiers.complete())) {
            assertThat(clerk.page().locator("#rights").count()).isZero();
        }
        gateway().answers(RIGHTS, 200, "{\"rights\":[]}");
        try (Visit clerk = clerk(Dossiers.complete())) {
            assertThat(clerk.page().locator("#rights").count()).isZero();
        }
    }

    @Test
    void papers_stand_by_what_becomes_of_them_those_to_bring_first() {
        try (Visit clerk = clerk(Dossiers.partial())) {
            clerk.in("en").picture("answer-partial-en");
            assertThat(clerk.page().locator("[aria-labelledby=papers] caption").allInnerTexts())
                    .containsExactly(
                            "Needed from the citizen: 2", "Not known yet: 1", "Not needed from the citizen: 2");
            assertThat(clerk.text()).contains("No record in the register").doesNotContain("Does not apply");
            assertThat(bottom(clerk, ".vahid-sentence #follow")).isLessThanOrEqualTo(SCREEN);
        }
    }

    @Test
    void what_a_register_said_that_cannot_be_used_is_for_the_operators_and_nobody_is_told_to_ask_again() {
        ObjectNode dossier = Dossiers.open();
        dossier.path("sources").forEach(source -> {
            if (List.of("TIMED_OUT", "UNAVAILABLE")
                    .contains(source.path("verdict").asText())) {
                ((ObjectNode) source).put("verdict", "REJECTED").put("reason", "SIGNER_UNKNOWN");
            }
        });
        try (Visit clerk = clerk(dossier)) {
            clerk.in("en").picture("answer-rejected-en").isAccessible();
            assertThat(clerk.page().locator("#follow").count()).isZero();
            assertThat(clerk.text())
                    .contains("Tell the operators")
                    .doesNotContainIgnoringCase("ask again the agencies");
        }
    }

    @Test
    void a_doubt_about_the_right_is_never_green() {
        ObjectNode dossier = Dossiers.complete();
        dossier.path("documents").forEach(paper -> {
            if (paper.path("verdict").asText().equals("NOT_APPLICABLE")) {
                ((ObjectNode) paper).put("ground", true);
            }
        });
        try (Visit clerk = clerk(dossier)) {
            assertThat(clerk.page().locator(".vahid-sentence").getAttribute("class"))
                    .contains("vahid-sentence--open");
            clerk.picture("answer-doubted-az").isAccessible();
        }
    }

    @Test
    void where_registers_disagree_the_next_step_is_read_without_opening_anything() {
        ObjectNode dossier = Dossiers.partial();
        ((ObjectNode) dossier.path("conflicts").path(0))
                .putObject("whatToDo")
                .put("az", "Şəxsiyyət vəsiqəsinə baxın.")
                .put("en", "Look at the identity card.");
        try (Visit clerk = clerk(dossier)) {
            assertThat(clerk.page().getByText("Şəxsiyyət vəsiqəsinə baxın.").isVisible())
                    .isTrue();
            assertThat(clerk.page()
                            .locator("[aria-labelledby=disagreements] table")
                            .isVisible())
                    .isFalse();
        }
    }

    @Test
    void each_answer_has_a_title_of_its_own() {
        try (Visit clerk = clerk(Dossiers.complete())) {
            assertThat(clerk.page().title()).contains("88FD-6DAC-9199").doesNotContain(Dossiers.FIN);
        }
    }

    @Test
    void a_list_says_that_papers_are_not_known_yet_in_place_of_none() {
        gateway().answers("GET /v1/officials/me/cases", 200, """
                {"cases":[{"caseRef":"A/1","service":"ccu-car","dossierId":"%1$s","at":"2026-11-27T05:00:00Z","completeness":"PARTIAL","stillNeeded":0,"open":2},
                 {"caseRef":"A/2","service":"ccu-car","dossierId":"%1$s","at":"2026-11-27T05:00:00Z","completeness":"PARTIAL","stillNeeded":0},
                 {"caseRef":"A/3","service":"ccu-car","dossierId":"%1$s","at":"2026-11-27T05:00:00Z","completeness":"COMPLETE","stillNeeded":0,"open":0}],
                 "next":"%1$s"}""".formatted(Dossiers.ID));
        try (Visit clerk = new Visit(PAGES).login("a.mammadova")) {
            clerk.open("/desk/cases?day=2026-11-27&service=ccu-car");
            clerk.in("en").picture("cases-en").isAccessible().isNotTooWide();
            assertThat(clerk.page().locator("tbody td:nth-child(5)").allInnerTexts())
                    .containsExactly(
                            "No paper known so far; 2 not known yet", "Not known: open the case", "No paper is needed");
            clerk.press("Older cases");
            clerk.page().waitForURL("**before=**");
            assertThat(gateway().asked())
                    .anyMatch(asked -> asked.path()
                            .equals("/v1/officials/me/cases?day=2026-11-27&service=ccu-car&page=" + Dossiers.ID));
            clerk.noticedNothing();
        }
    }
}
