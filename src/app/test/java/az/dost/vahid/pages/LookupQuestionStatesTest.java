package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A citizen asks about a lookup, once, with or without a mouse and scripts, and is told what became of it. */
@Tag("pages")
class LookupQuestionStatesTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final String LOOKUP = "/v1/citizens/me/lookups/" + OwnData.ID;
    private static final String ONE = "/my/lookups/" + OwnData.ID;

    private static PlayedGateway gateway() {
        return PAGES.gateway();
    }

    @BeforeEach
    void a_citizen_who_was_looked_up() {
        gateway()
                .answers(
                        "GET /v1/citizens/me/lookups",
                        200,
                        OwnData.lookups(0, OwnData.lookup()).toString())
                .answers("GET " + LOOKUP, 200, OwnData.lookup().toString())
                .answers("POST " + LOOKUP + "/question", 201, OwnData.lookup().toString())
                .forget();
    }

    private static Visit citizen() {
        return new Visit(PAGES).login("martyrs-widow");
    }

    private static void seen(Visit visit, String name) {
        visit.in("az").picture(name + "-az").isAccessible().isNotTooWide();
        visit.in("en").picture(name + "-en").isAccessible().isNotTooWide().noticedNothing();
    }

    private static List<PlayedGateway.Asked> posts() {
        return gateway().asked().stream()
                .filter(asked -> asked.method().equals("POST"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RECEIVED", "IN_REVIEW", "ANSWERED"})
    void what_became_of_a_question_is_told_with_its_lookup(String state) {
        gateway()
                .answers(
                        "GET " + LOOKUP,
                        200,
                        OwnData.lookup()
                                .set("question", OwnData.question(state))
                                .toString());
        try (Visit citizen = citizen()) {
            citizen.open(ONE);
            assertThat(citizen.page().locator("form[action*='/my/']").count())
                    .as("it is asked once")
                    .isZero();
            assertThat(citizen.text()).contains("Niyə soruşublar?");
            assertThat(citizen.text().contains("Bu nömrəli iş yoxdur")).isEqualTo(state.equals("ANSWERED"));
            seen(citizen, "citizen-question-" + state.toLowerCase());
        }
    }

    @Test
    void a_question_is_asked_with_the_keyboard_alone() {
        try (Visit citizen = citizen()) {
            citizen.open(ONE);
            tabTo(citizen, "question");
            citizen.page().keyboard().type("Why?");
            gateway()
                    .answers(
                            "GET " + LOOKUP,
                            200,
                            OwnData.lookup()
                                    .set("question", OwnData.question("RECEIVED"))
                                    .toString());
            tabTo(citizen, "ask");
            citizen.page().keyboard().press("Enter");
            citizen.page().waitForSelector("text=Sual qəbul edilib");
            assertThat(posts())
                    .singleElement()
                    .satisfies(asked -> assertThat(asked.body()).isEqualTo("{\"question\":\"Why?\"}"));
            citizen.noticedNothing();
        }
    }

    private static void tabTo(Visit visit, String id) {
        for (int i = 0; i < 60 && !id.equals(visit.page().evaluate("() => document.activeElement.id")); i++) {
            visit.page().keyboard().press("Tab");
        }
        assertThat(visit.page().evaluate("() => document.activeElement.id")).isEqualTo(id);
    }

    @Test
    void a_question_that_was_asked_meanwhile_is_shown_and_not_asked_again() {
        gateway().refuses("POST " + LOOKUP + "/question", 409, "QUESTION_ASKED");
        try (Visit citizen = citizen()) {
            citizen.open(ONE);
            citizen.page().locator("#question").fill("Why?");
            gateway()
                    .answers(
                            "GET " + LOOKUP,
                            200,
                            OwnData.lookup()
                                    .set("question", OwnData.question("IN_REVIEW"))
                                    .toString());
            citizen.page().locator("#ask").click();
            citizen.page().waitForSelector("text=Auditor araşdırır");
        }
    }

    @Test
    void a_question_without_words_is_told_at_its_field() {
        try (Visit citizen = citizen()) {
            citizen.open(ONE);
            citizen.page().locator("#question").fill("   ");
            citizen.page().locator("#ask").click();
            citizen.page().waitForSelector("#error-summary");
            assertThat(citizen.page().locator("#question").getAttribute("aria-invalid"))
                    .isEqualTo("true");
            assertThat(citizen.page().evaluate("() => document.activeElement.id"))
                    .isEqualTo("error-summary");
            citizen.picture("citizen-ask-missing-az")
                    .isAccessible()
                    .isNotTooWide()
                    .noticedNothing();
            assertThat(posts()).isEmpty();
        }
    }

    @Test
    void without_scripts_a_question_is_asked_all_the_same() {
        try (Visit citizen = new Visit(PAGES, Visit.Eyes.WITHOUT_SCRIPTS).login("martyrs-widow")) {
            citizen.open(ONE);
            citizen.page().locator("#question").fill("Why?");
            citizen.page().locator("#ask").click();
            citizen.page().waitForURL("**" + ONE);
            assertThat(posts()).hasSize(1);
        }
    }
}
