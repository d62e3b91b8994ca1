package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each state of the desk looks as it should, in both languages, for a narrow screen and without scripts. */
@Tag("pages")
class StatesTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final String GET_DOSSIER = "GET /v1/dossiers/" + Dossiers.ID;
    private static final String[] SIGNED = {"Vahid-Signature", "a..b"};

    private static PlayedGateway gateway() {
        return PAGES.gateway();
    }

    @BeforeEach
    void a_clerk() {
        gateway().knows("a.mammadova", "CLERK").forget();
    }

    private static void seen(Visit visit, String name) {
        visit.picture(name + "-az").isAccessible().isNotTooWide().english();
        visit.picture(name + "-en").isAccessible().isNotTooWide().noticedNothing();
    }

    static Stream<Arguments> dossiers() {
        return Stream.of(
                Arguments.of("complete", Dossiers.complete(), "No paper is needed"),
                Arguments.of("partial", Dossiers.partial(), "2 papers are needed"),
                Arguments.of("nobody", Dossiers.nobody(), "No register knows a person with this FIN"),
                Arguments.of("deceased", Dossiers.deceased(), "died on 29.02.2024"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dossiers")
    void an_answer_begins_with_its_sentence(String kind, ObjectNode dossier, String sentence) {
        gateway()
                .answers(GET_DOSSIER, 200, dossier.toString(), SIGNED)
                .refuses(GET_DOSSIER + "/follow", 404, "FOLLOW_UP_UNKNOWN");
        for (Visit.Eyes eyes : new Visit.Eyes[] {Visit.Eyes.USUAL, Visit.Eyes.NARROW}) {
            try (Visit clerk = new Visit(PAGES, eyes).login("a.mammadova")) {
                clerk.open("/desk/dossiers/" + Dossiers.ID);
                seen(clerk, "desk-answer-" + kind + "-" + eyes.width());
                assertThat(clerk.text()).contains(sentence);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOT_GRANTED", "APPROVAL_NEEDED", "OFFICIAL_UNPROVEN"})
    void a_refusal_says_what_to_do(String code) {
        gateway().refuses(GET_DOSSIER, 403, code);
        try (Visit clerk = new Visit(PAGES).login("a.mammadova")) {
            assertThat(clerk.open("/desk/dossiers/" + Dossiers.ID).status()).isEqualTo(403);
            assertThat(clerk.text()).contains(code).contains("urn:uuid:2f1d4a0e");
            seen(clerk, "state-" + code.toLowerCase());
        }
    }

    @Test
    void a_busy_system_counts_down() {
        gateway().refuses(GET_DOSSIER, 503, "OVERLOADED", "Retry-After", "7");
        try (Visit clerk = new Visit(PAGES).login("a.mammadova")) {
            var answer = clerk.open("/desk/dossiers/" + Dossiers.ID);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.headerValue("retry-after")).isEqualTo("7");
            clerk.page().waitForFunction("() => Number(document.getElementById('again-in').textContent) < 7");
            seen(clerk, "state-busy");
        }
    }

    @Test
    void a_gateway_that_says_nothing_sensible_is_away() {
        gateway().answers(GET_DOSSIER, 502, "<html>Bad gateway</html>");
        try (Visit clerk = new Visit(PAGES).login("a.mammadova")) {
            assertThat(clerk.open("/desk/dossiers/" + Dossiers.ID).status()).isEqualTo(502);
            seen(clerk, "state-gateway-away");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/dossiers/01a21d9e-0000-7afe-8c9a-88fd6dac9199",
                "/desk/dossiers/none",
                "/desk/nothing",
                "/nowhere",
                "/error",
                "/assets/x/vahid.css"
            })
    void what_is_not_there_and_what_one_may_not_see_look_the_same(String address) {
        try (Visit clerk = new Visit(PAGES).login("a.mammadova")) {
            assertThat(clerk.open(address).status()).isEqualTo(404);
            assertThat(clerk.page().locator("h1").innerText()).isEqualTo("Səhifə tapılmadı");
        }
    }

    @Test
    void an_operator_does_not_see_that_there_is_a_desk() {
        gateway().knows("r.ismayilov", "OPERATOR");
        try (Visit operator = new Visit(PAGES).login("r.ismayilov")) {
            assertThat(operator.open("/desk").status()).isEqualTo(404);
            assertThat(operator.page().content()).doesNotContain("href=\"/desk\"");
            seen(operator, "state-not-there");
        }
    }

    @Test
    void a_lookup_without_scripts_is_waited_for_and_made_once_however_often_it_is_sent() {
        gateway()
                .answersLate(
                        2_500, "POST /v1/dossiers", 200, Dossiers.complete().toString(), SIGNED)
                .answers(GET_DOSSIER, 200, Dossiers.complete().toString(), SIGNED);
        try (Visit clerk = new Visit(PAGES, Visit.Eyes.WITHOUT_SCRIPTS).login("a.mammadova")) {
            clerk.page().locator("#fin").fill(Dossiers.FIN);
            gateway().finds(HotLineDossiers.GUIDE, "ccu-martyr-family-pension");
            clerk.page().locator("#service").fill("sehid ailesi");
            clerk.press("Tap");
            clerk.page().locator("#service-ccu-martyr-family-pension").check();
            clerk.page().locator("#caseRef").fill("DEMO/1");
            clerk.page().locator("#send").dblclick();
            clerk.page().waitForSelector("#waiting");
            clerk.picture("desk-waiting-az");
            clerk.page().waitForURL("**/desk/dossiers/*");
            assertThat(gateway().asked().stream()
                            .filter(asked -> asked.path().equals("/v1/dossiers"))
                            .toList())
                    .singleElement()
                    .satisfies(
                            asked -> assertThat(asked.header("Idempotency-Key")).hasSize(36));
            assertThat(clerk.addresses()).noneMatch(address -> address.contains(Dossiers.FIN));
        }
    }

    @Test
    void where_no_service_has_the_words_all_stand_by_family_with_words_like_those_that_were_typed() {
        gateway().answers("POST /v1/catalogue/search", 200, "{\"services\":[],\"near\":[{\"az\":\"veteran\"}]}");
        try (Visit clerk = new Visit(PAGES).login("a.mammadova")) {
            clerk.page().locator("#service").fill("kosmonavt");
            clerk.page().waitForSelector("#services .govuk-inset-text");
            assertThat(clerk.text()).contains("Bu sözlərlə xidmət yoxdur", "Oxşar sözlər: veteran");
            assertThat(clerk.page().locator("#services .vahid-choices > p").allInnerTexts())
                    .hasSize(11)
                    .contains("Əlillik", "Sosial xidmətlər");
            clerk.page().locator("#service-ccu-martyr-family-pension").check();
            clerk.picture("desk-services-none-az").isAccessible().isNotTooWide().noticedNothing();
            assertThat(gateway().asked()).noneMatch(asked -> asked.path().contains("kosmonavt"));
        }
    }

    @Test
    void whoever_waits_is_told_how_many_agencies_are_done_and_the_gateway_is_asked_once_a_second_at_most() {
        gateway()
                .answersLate(
                        4_000, "POST /v1/dossiers", 200, Dossiers.complete().toString(), SIGNED)
                .answers(GET_DOSSIER, 200, Dossiers.complete().toString(), SIGNED)
                .answers("GET /v1/lookups/progress", 200, "{\"agencies\":20,\"done\":12}");
        try (Visit clerk = new Visit(PAGES).login("a.mammadova").in("en")) {
            clerk.page().locator("#fin").fill(Dossiers.FIN);
            clerk.page().locator("#service-ccu-martyr-family-pension").check();
            clerk.page().locator("#caseRef").fill("DEMO/2");
            clerk.page().locator("#send").click();
            clerk.page().waitForSelector("#done");
            assertThat(clerk.text()).contains("Agencies that are done: 12 of 20");
            clerk.picture("desk-waiting-done-en").isAccessible();
            clerk.page().waitForURL("**/desk/dossiers/*");
            assertThat(gateway().asked().stream()
                            .filter(asked -> asked.path().equals("/v1/lookups/progress"))
                            .toList())
                    .hasSizeBetween(1, 5)
                    .allSatisfy(
                            asked -> assertThat(asked.header("Idempotency-Key")).hasSize(36));
            clerk.noticedNothing();
        }
    }

    @Test
    void after_a_logout_nothing_is_shown_by_going_back() {
        gateway().answers(GET_DOSSIER, 200, Dossiers.complete().toString(), SIGNED);
        try (Visit clerk = new Visit(PAGES).login("a.mammadova")) {
            clerk.open("/desk/dossiers/" + Dossiers.ID);
            clerk.press("Çıxış");
            clerk.page().waitForSelector("#door");
            clerk.page().goBack();
            clerk.page().waitForSelector("#door");
            assertThat(clerk.page().content()).doesNotContain(Dossiers.FIN);
            clerk.noticedNothing();
        }
    }

    @Test
    void what_a_register_wrote_is_text() {
        ObjectNode dossier = Dossiers.partial();
        dossier.withObjectProperty("facts")
                .withObjectProperty("identity")
                .withObjectProperty("value")
                .put("surname", "<img src=x onerror=alert(1)>")
                .put("givenName", "${7*7} [[#{door.title}]]");
        gateway()
                .answers(GET_DOSSIER, 200, dossier.toString(), SIGNED)
                .refuses(GET_DOSSIER + "/follow", 404, "FOLLOW_UP_UNKNOWN");
        try (Visit clerk = new Visit(PAGES).login("a.mammadova")) {
            clerk.open("/desk/dossiers/" + Dossiers.ID);
            assertThat(clerk.text()).contains("<img src=x onerror=alert(1)>").contains("${7*7} [[#{door.title}]]");
            clerk.noticedNothing();
        }
    }

    @Test
    void a_session_in_which_nobody_does_anything_ends_with_a_warning() {
        try (RunningPages hasty = RunningPages.played("--vahid.pages.idle=PT12S", "--vahid.pages.warning=PT9S")) {
            hasty.gateway().knows("a.mammadova", "CLERK");
            try (Visit clerk = new Visit(hasty).login("a.mammadova")) {
                clerk.page().waitForSelector("#session:not([hidden])");
                clerk.picture("session-ends-az").isAccessible();
                clerk.page().locator("#session-stay").click();
                clerk.page()
                        .waitForSelector(
                                "#session[hidden]",
                                new com.microsoft.playwright.Page.WaitForSelectorOptions()
                                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
                assertThat(clerk.page().url())
                        .as("after he said that he is there")
                        .doesNotContain("/login/over");
                clerk.page().waitForURL("**/login/over");
                clerk.picture("session-over-az").isAccessible().noticedNothing();
            }
        }
    }
}
