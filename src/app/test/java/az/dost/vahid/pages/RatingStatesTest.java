package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The page on which a slip is rated, for whoever holds it, and what the manager of a centre reads; in both languages
 * and for a narrow screen.
 */
@Tag("pages")
class RatingStatesTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final String RATINGS = "/v1/ratings";
    private static final String OWN = "GET /v1/ratings/centres/own";
    private static final String CODE = "88FD-6DAC-9199";

    private static PlayedGateway gateway() {
        return PAGES.gateway();
    }

    @BeforeEach
    void a_gateway_that_takes_it() {
        gateway()
                .answers("POST " + RATINGS, 201, "{\"stars\":4,\"complaint\":false}")
                .forget();
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

    private static void rate(Visit visit, String code) {
        visit.open("/rating");
        visit.page().locator("#code").fill(code);
        visit.page().locator("#stars-4").check();
        visit.page().locator("#send").click();
    }

    static Stream<Visit.Eyes> eyes() {
        return Stream.of(Visit.Eyes.USUAL, Visit.Eyes.NARROW);
    }

    @ParameterizedTest
    @MethodSource("eyes")
    void the_page_is_right_for_each_screen(Visit.Eyes eyes) {
        try (Visit anybody = new Visit(PAGES, eyes)) {
            assertThat(anybody.open("/rating").status()).isEqualTo(200);
            seen(anybody, "rating-" + eyes.width());
        }
    }

    @ParameterizedTest
    @CsvSource({"88FD-6DAC-9199", "88fd6dac9199", "88FD 6DAC 9199"})
    @Tag("attack")
    void a_slip_is_rated_without_a_login_a_token_or_a_code_in_an_address(String typed) {
        try (Visit anybody = new Visit(PAGES)) {
            rate(anybody, typed);
            anybody.page().waitForURL("**/rating/thanks");
            seen(anybody, "rating-thanks");
            assertThat(posts()).singleElement().satisfies(asked -> {
                assertThat(asked.body()).isEqualTo("{\"code\":\"" + CODE + "\",\"stars\":4}");
                assertThat(asked.header("Authorization")).isEmpty();
                assertThat(asked.header("Cookie")).isEmpty();
            });
            assertThat(gateway().asked()).as("nobody asks who it is").hasSize(1);
            assertThat(anybody.addresses())
                    .noneMatch(address -> address.toUpperCase().contains("9199"));
        }
    }

    @Test
    @Tag("attack")
    void whoever_has_logged_in_is_not_told_to_the_gateway_with_it() {
        gateway().answers("GET /v1/citizens/me/lookups", 200, OwnData.lookups(0).toString());
        try (Visit citizen = new Visit(PAGES).login("martyrs-widow")) {
            rate(citizen, CODE);
            citizen.page().waitForURL("**/rating/thanks");
            assertThat(posts())
                    .singleElement()
                    .satisfies(
                            asked -> assertThat(asked.header("Authorization")).isEmpty());
        }
    }

    @Test
    void a_complaint_goes_with_it_without_scripts() {
        try (Visit anybody = new Visit(PAGES, Visit.Eyes.WITHOUT_SCRIPTS)) {
            anybody.open("/rating");
            anybody.page().locator("#code").fill(CODE);
            anybody.page().locator("#stars-1").check();
            anybody.page().locator("#complaint").fill("Bir saat\ngözlədim");
            anybody.page().locator("#send").click();
            anybody.page().waitForURL("**/rating/thanks");
            assertThat(posts())
                    .singleElement()
                    .satisfies(asked -> assertThat(asked.body()).contains("\"complaint\":\"Bir saat\\ngözlədim\""));
        }
    }

    @Test
    void it_is_rated_with_the_keyboard_alone() {
        try (Visit anybody = new Visit(PAGES)) {
            anybody.open("/rating");
            tabTo(anybody, "code");
            anybody.page().keyboard().type(CODE);
            anybody.page().keyboard().press("Tab");
            anybody.page().keyboard().press("Space");
            assertThat(anybody.page().evaluate("() => document.activeElement.id"))
                    .isEqualTo("stars-5");
            tabTo(anybody, "send");
            anybody.page().keyboard().press("Enter");
            anybody.page().waitForURL("**/rating/thanks");
            assertThat(posts())
                    .singleElement()
                    .satisfies(asked -> assertThat(asked.body()).contains("\"stars\":5"));
        }
    }

    private static void tabTo(Visit visit, String id) {
        for (int i = 0; i < 60 && !id.equals(visit.page().evaluate("() => document.activeElement.id")); i++) {
            visit.page().keyboard().press("Tab");
        }
        assertThat(visit.page().evaluate("() => document.activeElement.id")).isEqualTo(id);
    }

    @Test
    void a_slip_that_there_is_not_and_one_that_was_used_look_alike_and_what_was_typed_stays() {
        gateway().refuses("POST " + RATINGS, 404, "NOT_FOUND");
        try (Visit anybody = new Visit(PAGES)) {
            rate(anybody, CODE);
            anybody.page().waitForSelector("#error-summary");
            assertThat(anybody.text()).contains("Belə yaddaş vərəqi yoxdur və ya artıq qiymətləndirilib");
            assertThat(anybody.page().locator("#code").inputValue()).isEqualTo(CODE);
            assertThat(anybody.page().locator("#stars-4").isChecked()).isTrue();
            anybody.picture("rating-none-az").isAccessible().isNotTooWide().noticedNothing();
        }
    }

    @Test
    @Tag("attack")
    void a_fin_that_was_typed_for_a_code_is_not_repeated_and_not_sent() {
        try (Visit anybody = new Visit(PAGES)) {
            rate(anybody, Dossiers.FIN);
            anybody.page().waitForSelector("#error-summary");
            assertThat(anybody.page().content()).doesNotContain(Dossiers.FIN);
            assertThat(posts()).isEmpty();
            anybody.picture("rating-wrong-az").isAccessible().noticedNothing();
        }
    }

    @Test
    void nothing_is_told_at_each_field() {
        try (Visit anybody = new Visit(PAGES)) {
            anybody.open("/rating");
            anybody.page().locator("#send").click();
            anybody.page().waitForSelector("#error-summary");
            assertThat(anybody.page().locator("#error-summary li").count()).isEqualTo(2);
            anybody.picture("rating-nothing-az").isAccessible().isNotTooWide().noticedNothing();
        }
    }

    static Stream<Arguments> states() {
        return Stream.of(Arguments.of("busy", 429, "TOO_MANY_REQUESTS", 503), Arguments.of("away", 502, "", 502));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("states")
    void a_bad_day_is_told(String name, int status, String code, int shown) {
        if (code.isEmpty()) {
            gateway().answers("POST " + RATINGS, status, "<html>Bad gateway</html>");
        } else {
            gateway().refuses("POST " + RATINGS, status, code, "Retry-After", "1");
        }
        try (Visit anybody = new Visit(PAGES)) {
            anybody.open("/rating");
            anybody.page().locator("#code").fill(CODE);
            anybody.page().locator("#stars-4").check();
            var answer = anybody.page()
                    .waitForResponse(
                            one -> one.request().method().equals("POST"),
                            () -> anybody.page().locator("#send").click());
            assertThat(answer.status()).isEqualTo(shown);
            anybody.page().waitForSelector("#state");
            anybody.picture("rating-state-" + name + "-az")
                    .isAccessible()
                    .isNotTooWide()
                    .noticedNothing();
            assertThat(anybody.text()).doesNotContain("Vətəndaşdan");
        }
    }

    @Test
    void a_form_that_was_open_for_too_long_is_shown_again() {
        try (Visit anybody = new Visit(PAGES)) {
            anybody.open("/rating");
            anybody.page().context().clearCookies();
            anybody.page().locator("#code").fill(CODE);
            anybody.page().locator("#stars-4").check();
            anybody.page().locator("#send").click();
            anybody.page().waitForURL("**/rating/late");
            seen(anybody, "rating-late");
            assertThat(posts()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("eyes")
    void a_manager_reads_what_was_said_and_nobody_else_does(Visit.Eyes eyes) {
        gateway().knows("k.aliyev", "CENTRE_MANAGER").answers(OWN, 200, """
                {"centre":"dost-centre-1","from":"2026-09-01","whole":true,"stars":[1,0,2,11,40],
                 "complaints":[{"month":"2026-11","stars":1,"text":"<b>Bir saat</b> gözlədim.\\nHeç kim izah etmədi."}]}""");
        try (Visit manager = new Visit(PAGES, eyes).login("k.aliyev")) {
            assertThat(manager.open("/centre/ratings").status()).isEqualTo(200);
            seen(manager, "rating-centre-" + eyes.width());
            assertThat(manager.text()).contains("54", "<b>Bir saat</b>", "11.2026, rating: 1");
            if (eyes.equals(Visit.Eyes.USUAL)) {
                manager.isPrintable("rating-centre");
            }
        }
        gateway().knows("a.mammadova", "CLERK");
        try (Visit clerk = new Visit(PAGES).login("a.mammadova")) {
            assertThat(clerk.open("/centre/ratings").status()).isEqualTo(404);
        }
    }

    @Test
    void a_centre_of_which_nobody_said_anything_has_an_empty_page() {
        gateway()
                .knows("k.aliyev", "CENTRE_MANAGER")
                .answers(
                        OWN,
                        200,
                        "{\"centre\":\"dost-centre-1\",\"from\":\"2026-09-01\",\"whole\":true,\"stars\":[0,0,0,0,0],\"complaints\":[]}");
        try (Visit manager = new Visit(PAGES).login("k.aliyev")) {
            manager.open("/centre/ratings");
            assertThat(manager.page().locator(".govuk-inset-text").innerText()).contains("Burada");
            seen(manager, "rating-centre-empty");
        }
    }

    @Test
    void an_auditor_reads_the_citizens_question_and_closes_it_without_blaming_a_rule() {
        String hit = "/v1/audit/hits/" + Hits.ID;
        gateway()
                .knows("z.rzayeva", "AUDITOR")
                .answers(
                        "GET " + hit,
                        200,
                        Hits.hit("OPEN")
                                .put("rule", "asked-by-citizen")
                                .put("askedByCitizen", true)
                                .put("question", "Niyə <b>?</b>")
                                .toString())
                .answers(
                        "GET /v1/audit/hits",
                        200,
                        Hits.list(Hits.hit("OPEN")
                                        .put("rule", "asked-by-citizen")
                                        .put("askedByCitizen", true))
                                .toString())
                .answers(
                        "GET " + hit + "/activity",
                        200,
                        Hits.activity(true, true).toString());
        try (Visit auditor = new Visit(PAGES).login("z.rzayeva")) {
            auditor.open("/audit/hits");
            assertThat(auditor.text()).contains("Vətəndaş sorğu barədə soruşur").doesNotContain("asked-by-citizen");
            auditor.open("/audit/hits/" + Hits.ID);
            assertThat(auditor.text()).contains("Niyə <b>?</b>", "vətəndaşa göstərilir");
            assertThat(auditor.page().locator("#reason-RULE_TOO_STRICT").count())
                    .isZero();
            assertThat(auditor.page().locator("#reason-MISUSE").count()).isEqualTo(1);
            seen(auditor, "audit-hit-asked");
        }
    }
}
