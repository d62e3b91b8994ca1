package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each state of the auditor's pages looks as it should, in both languages, for a narrow screen, without scripts and by
 * the keyboard alone.
 */
@Tag("pages")
class AuditorStatesTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final String HIT = "/v1/audit/hits/" + Hits.ID;
    private static final String REPORT = "/v1/audit/reports/" + Hits.REPORT;
    private static final String VERDICTS = "/v1/audit/dossiers/" + Dossiers.ID + "/verdicts";

    private static PlayedGateway gateway() {
        return PAGES.gateway();
    }

    @BeforeEach
    void an_auditor() {
        gateway()
                .knows("z.rzayeva", "AUDITOR")
                .answers(
                        "GET /v1/audit/hits",
                        200,
                        Hits.list(Hits.hit("OPEN"), Hits.hit("ASSIGNED")).toString())
                .answers("GET " + HIT, 200, Hits.hit("OPEN").toString())
                .answers(
                        "GET " + HIT + "/activity",
                        200,
                        Hits.activity(true, true).toString())
                .answers("GET /v1/audit/reports", 200, reports("ASKED", "RELEASED", "REFUSED", "ENDED"))
                .answers("GET " + REPORT, 200, Hits.report("ASKED", "n.hasanli").toString())
                .answers("GET " + REPORT + "/entries", 200, Hits.entries().toString())
                .answers("GET " + VERDICTS, 200, verdicts().toString())
                .forget();
    }

    private static String reports(String... states) {
        ObjectNode json = new ObjectMapper().createObjectNode();
        var list = json.putArray("reports");
        for (String state : states) {
            list.add(Hits.report(state, "z.rzayeva"));
        }
        return json.toString();
    }

    private static ObjectNode verdicts() {
        ObjectNode json = new ObjectMapper()
                .createObjectNode()
                .put("dossierId", Dossiers.ID)
                .put("assembledAt", "2026-11-27T09:30:00Z")
                .put("requester", "centre-1-desk")
                .put("official", "a.mammadova")
                .put("caseRef", "DOST-1/2026/004711")
                .put("service", "ccu-car")
                .put("completeness", "PARTIAL");
        for (String verdict : new String[] {"STILL_NEEDED", "UNKNOWN", "NOT_NEEDED", "NOT_APPLICABLE"}) {
            ObjectNode document = json.withArray("/documents")
                    .addObject()
                    .put("id", "id-card")
                    .put("concerns", "self")
                    .put("verdict", verdict)
                    .put("reason", "HELD");
            document.putObject("title")
                    .put("az", "Şəxsiyyət vəsiqəsinin surəti")
                    .put("en", "Copy of the identity card");
        }
        return json;
    }

    private static void seen(Visit visit, String name) {
        visit.picture(name + "-az").isAccessible().isNotTooWide().english();
        visit.picture(name + "-en").isAccessible().isNotTooWide().noticedNothing();
    }

    private static Stream<Visit.Eyes> eyes() {
        return Stream.of(Visit.Eyes.USUAL, Visit.Eyes.NARROW);
    }

    static Stream<Arguments> pages() {
        return Stream.of(
                        "hits /audit/hits",
                        "hit /audit/hits/" + Hits.ID,
                        "reports /audit/reports",
                        "report /audit/reports/" + Hits.REPORT,
                        "entries /audit/reports/" + Hits.REPORT + "/entries",
                        "ask /audit/reports/new?hit=" + Hits.ID,
                        "ask-citizen /audit/reports/new?about=citizen",
                        "find /audit/dossiers",
                        "verdicts /audit/dossiers/" + Dossiers.ID)
                .flatMap(page -> eyes().map(eyes -> Arguments.of(page.split(" ")[0], page.split(" ")[1], eyes)));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("pages")
    void each_page_is_right_for_each_screen(String name, String address, Visit.Eyes eyes) {
        try (Visit auditor = new Visit(PAGES, eyes).login("z.rzayeva")) {
            assertThat(auditor.open(address).status()).isEqualTo(200);
            seen(auditor, "audit-" + name + "-" + eyes.width());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPEN", "ASSIGNED", "CLOSED"})
    void an_empty_list_says_what_would_be_there(String state) {
        gateway().answers("GET /v1/audit/hits", 200, Hits.list().toString());
        try (Visit auditor = new Visit(PAGES).login("z.rzayeva")) {
            auditor.open("/audit/hits?state=" + state);
            assertThat(auditor.page().locator("table").count()).isZero();
            assertThat(auditor.page().locator(".govuk-inset-text").innerText()).contains("Burada");
            seen(auditor, "audit-hits-empty-" + state.toLowerCase());
        }
    }

    static Stream<Arguments> days() {
        return Stream.of(
                Arguments.of("uncounted", Hits.activity(false, false), "has no role"),
                Arguments.of("alone", Hits.activity(true, false), "too few colleagues"),
                Arguments.of("compared", Hits.activity(true, true), "Median of 7 colleagues of the office: 214.5"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("days")
    void an_officials_days_say_what_they_are_compared_with(String name, ObjectNode activity, String words) {
        gateway().answers("GET " + HIT + "/activity", 200, activity.toString());
        try (Visit auditor = new Visit(PAGES).login("z.rzayeva")) {
            auditor.open("/audit/hits/" + Hits.ID);
            seen(auditor, "audit-days-" + name);
            assertThat(auditor.text()).contains(words);
        }
    }

    @Test
    void the_picture_and_its_table_have_the_same_numbers() {
        try (Visit auditor = new Visit(PAGES).login("z.rzayeva")) {
            auditor.open("/audit/hits/" + Hits.ID);
            auditor.page().locator("details summary").click();
            assertThat(auditor.page().locator("details tbody tr").count()).isEqualTo(30);
            long worked = auditor.page().locator("details tbody tr td:nth-child(2)").allInnerTexts().stream()
                    .filter(number -> !number.equals("0"))
                    .count();
            assertThat(auditor.page().locator(".vahid-drawing rect").count()).isEqualTo((int) worked);
        }
    }

    @Test
    void who_only_looks_sees_all_and_can_change_nothing() {
        gateway().knows("t.babayev", "AUDITOR_READ");
        try (Visit onlooker = new Visit(PAGES).login("t.babayev")) {
            for (String address :
                    new String[] {"/audit/hits/" + Hits.ID, "/audit/reports/" + Hits.REPORT, "/audit/reports"}) {
                assertThat(onlooker.open(address).status()).isEqualTo(200);
                assertThat(onlooker.page().locator("main form").count())
                        .as(address)
                        .isZero();
            }
            assertThat(onlooker.open("/audit/reports/new").status()).isEqualTo(404);
            onlooker.open("/audit/hits/" + Hits.ID);
            seen(onlooker, "audit-hit-read");
        }
    }

    @Test
    void a_clerk_sees_none_of_it() {
        gateway().knows("a.mammadova", "CLERK");
        try (Visit clerk = new Visit(PAGES).login("a.mammadova")) {
            for (String address :
                    new String[] {"/audit/hits", "/audit/reports", "/audit/dossiers", "/audit/verification", "/audit"
                    }) {
                assertThat(clerk.open(address).status()).as(address).isEqualTo(404);
            }
            assertThat(clerk.page().content()).doesNotContain("href=\"/audit");
        }
    }

    @Test
    void a_hit_is_given_to_another_auditor_and_a_wrong_login_is_told_at_its_field() {
        gateway()
                .answers(
                        "POST " + HIT + "/assignment",
                        400,
                        "{\"code\":\"FIELD_INVALID\",\"field\":\"assignee\",\"status\":400}");
        try (Visit auditor = new Visit(PAGES).login("z.rzayeva")) {
            auditor.open("/audit/hits/" + Hits.ID);
            auditor.page().locator("#assignee").fill("nobody");
            auditor.page().locator("#assign").click();
            auditor.page().waitForSelector("#error-summary");
            assertThat(auditor.page().locator("#assignee").inputValue()).isEqualTo("nobody");
            seen(auditor, "audit-assign-wrong");
            gateway()
                    .answers(
                            "POST " + HIT + "/assignment",
                            200,
                            Hits.hit("ASSIGNED").toString())
                    .answers("GET " + HIT, 200, Hits.hit("ASSIGNED").toString());
            auditor.open("/audit/hits/" + Hits.ID);
            auditor.page().locator("#assignee").fill("n.hasanli");
            auditor.page().locator("#assign").click();
            auditor.page().waitForSelector("text=Assigned");
            assertThat(gateway().asked().stream().filter(asked -> asked.method().equals("POST")))
                    .last()
                    .satisfies(asked -> assertThat(asked.body()).contains("n.hasanli"));
        }
    }

    @Test
    void what_another_auditor_has_closed_meanwhile_is_shown_as_it_is_now() {
        gateway().refuses("POST " + HIT + "/closure", 404, "NOT_FOUND");
        try (Visit auditor = new Visit(PAGES).login("z.rzayeva")) {
            auditor.open("/audit/hits/" + Hits.ID);
            auditor.page().locator("#reason-JUSTIFIED").check();
            auditor.page().locator("#note").fill("Əsaslıdır");
            gateway().answers("GET " + HIT, 200, Hits.hit("CLOSED").toString());
            auditor.page().locator("#close").click();
            auditor.page()
                    .waitForSelector(
                            "#close", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
            assertThat(auditor.text()).contains("Bağlanıb", "Sui-istifadədir");
        }
    }

    @Test
    void a_dossier_is_found_by_its_number_and_anything_else_is_not_repeated() {
        try (Visit auditor = new Visit(PAGES).login("z.rzayeva")) {
            auditor.open("/audit/dossiers");
            auditor.page().locator("#id").fill("9QZ7TRX");
            auditor.page().locator("#send").click();
            auditor.page().waitForSelector("#error-summary");
            assertThat(auditor.page().content()).doesNotContain("9QZ7TRX");
            seen(auditor, "audit-find-wrong");
            auditor.page().locator("#id").fill(Dossiers.ID);
            auditor.page().locator("#send").click();
            auditor.page().waitForURL("**/audit/dossiers/" + Dossiers.ID);
            assertThat(auditor.text()).contains("Copy of the identity card");
        }
    }

    @Test
    void a_hit_is_closed_with_the_keyboard_alone() {
        gateway().answers("POST " + HIT + "/closure", 200, Hits.hit("CLOSED").toString());
        try (Visit auditor = new Visit(PAGES).login("z.rzayeva")) {
            auditor.open("/audit/hits/" + Hits.ID);
            tabTo(auditor, "reason-JUSTIFIED");
            auditor.page().keyboard().press("ArrowDown");
            assertThat(focused(auditor)).isEqualTo("reason-MISUSE");
            tabTo(auditor, "note");
            auditor.page().keyboard().type("Bu nömrəli iş yoxdur");
            tabTo(auditor, "close");
            auditor.page()
                    .waitForResponse(
                            answer -> answer.request().method().equals("POST"),
                            () -> auditor.page().keyboard().press("Enter"));
            assertThat(gateway().asked().stream().filter(asked -> asked.method().equals("POST")))
                    .singleElement()
                    .satisfies(asked -> assertThat(asked.body()).contains("MISUSE", "Bu nömrəli iş yoxdur"));
        }
    }

    private static Object focused(Visit visit) {
        return visit.page().evaluate("() => document.activeElement.id");
    }

    private static void tabTo(Visit visit, String id) {
        for (int i = 0; i < 60 && !id.equals(focused(visit)); i++) {
            visit.page().keyboard().press("Tab");
        }
        assertThat(focused(visit)).isEqualTo(id);
    }

    @Test
    void what_somebody_wrote_is_text() {
        gateway()
                .answers(
                        "GET " + HIT,
                        200,
                        Hits.hit("CLOSED")
                                .put("note", "<img src=x onerror=alert(1)>")
                                .put("rule", "<b>rule</b>")
                                .put("caseRef", "${7*7}")
                                .toString());
        try (Visit auditor = new Visit(PAGES).login("z.rzayeva")) {
            auditor.open("/audit/hits/" + Hits.ID);
            assertThat(auditor.text()).contains("<img src=x onerror=alert(1)>", "<b>rule</b>", "${7*7}");
            auditor.noticedNothing();
        }
    }
}
