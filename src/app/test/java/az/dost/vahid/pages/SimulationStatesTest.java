package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What other rules would change: asked by an analyst, released by an auditor, read by both. */
@Tag("pages")
class SimulationStatesTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID = "01a23a94-fd92-7c4d-95a7-078591662875";
    private static final String ALL = "/v1/rights/simulations";
    private static final String ONE = ALL + "/" + ID;
    private static final String RULE = "right: old-age-pension\ntitle: { az: \"Əmək pensiyası\", en: \"Pension\" }\n";

    private static PlayedGateway gateway() {
        return PAGES.gateway();
    }

    @BeforeEach
    void both() {
        ObjectNode list = JSON.createObjectNode();
        for (String state : List.of("ASKED", "RELEASED", "DONE", "REFUSED", "FAILED", "ENDED")) {
            ObjectNode one = simulation(state);
            one.remove("rights");
            list.withArray("/simulations").add(one);
        }
        gateway()
                .answers("GET " + ALL, 200, list.toString())
                .answers("GET " + ONE, 200, simulation("ASKED").toString())
                .answers("GET " + ONE + "/result", 200, result().toString(), "Vahid-Signature", "e30..c2ln")
                .forget();
    }

    private static ObjectNode simulation(String state) {
        ObjectNode json = JSON.createObjectNode()
                .put("id", ID)
                .put("state", state)
                .put("reason", "The pension age in the draft law")
                .put("day", "2027-01-01")
                .put("seed", 1)
                .put("count", 100_000)
                .put("askedBy", "g.ahmadova")
                .put("askedAt", "2026-12-03T05:00:00Z");
        json.putArray("changes").add("old-age-pension");
        json.putArray("rights").addObject().put("right", "old-age-pension").put("text", RULE);
        if (!List.of("ASKED", "ENDED").contains(state)) {
            json.put("decidedBy", "z.rzayeva").put("decidedAt", "2026-12-03T06:00:00Z");
        }
        if (state.equals("REFUSED")) {
            json.put("note", "The draft has another age");
        }
        if (state.equals("FAILED")) {
            json.put("endedAt", "2026-12-03T06:20:00Z").put("because", "TOO_LONG");
        }
        return json;
    }

    private static ObjectNode result() {
        ObjectNode json = JSON.createObjectNode().put("day", "2027-01-01");
        sheet(json, "ALL", "Cəmi", "All", "ALL");
        sheet(json, "SEX", "Cins üzrə", "By sex", "FEMALE", "MALE");
        sheet(json, "AGE", "Yaş üzrə", "By age", "60-69", "70+");
        sheet(json, "DISABILITY", "Əlillik faizi üzrə", "By percentage of disability", "NONE", "81-100", "OTHER");
        return json;
    }

    private static void sheet(ObjectNode json, String by, String az, String en, String... groups) {
        ObjectNode sheet = json.withArray("/sheets").addObject().put("by", by);
        sheet.putObject("title").put("az", az).put("en", en);
        sheet.putObject("notice")
                .put("az", "Bu şəxslər hesablanmış, mövcud olmayan şəxslərdir.")
                .put("en", "These people are computed and do not exist.");
        for (String group : groups) {
            ObjectNode row = sheet.withArray("/groups")
                    .addObject()
                    .put("group", group)
                    .put("people", 50_000)
                    .withArray("/rights")
                    .addObject()
                    .put("right", "old-age-pension");
            row.putObject("GAINED").put("people", 1_234).put("aznAMonth", "493600.00");
            row.putObject("LOST").put("hidden", true);
            row.putObject("PAID_MORE").put("people", 0).put("aznAMonth", "0.00");
            row.putObject("PAID_LESS").put("people", 12).put("amountHidden", true);
            row.putObject("STILL_ENTITLED").put("people", 9_000);
            row.putObject("UNDECIDED").put("people", 21_000);
            row.putObject("NOT_ENTITLED").put("people", 18_754);
        }
    }

    /** The played gateway knows one at a time. */
    private static Visit analyst(Visit.Eyes eyes) {
        gateway().knows("g.ahmadova", "ANALYST");
        return new Visit(PAGES, eyes).login("g.ahmadova");
    }

    private static Visit auditor(Visit.Eyes eyes) {
        gateway().knows("z.rzayeva", "AUDITOR");
        return new Visit(PAGES, eyes).login("z.rzayeva");
    }

    private static void seen(Visit visit, String name) {
        visit.picture(name + "-az").isAccessible().isNotTooWide().english();
        visit.picture(name + "-en").isAccessible().isNotTooWide().noticedNothing();
    }

    static Stream<Arguments> states() {
        return Stream.of("DONE", "ASKED", "RELEASED", "REFUSED", "FAILED", "ENDED")
                .flatMap(state -> Stream.of(Visit.Eyes.USUAL, Visit.Eyes.NARROW)
                        .filter(eyes -> eyes == Visit.Eyes.USUAL || state.equals("DONE") || state.equals("ASKED"))
                        .map(eyes -> Arguments.of(state, eyes)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("states")
    void each_state_is_right_for_each_screen(String state, Visit.Eyes eyes) {
        gateway().answers("GET " + ONE, 200, simulation(state).toString());
        try (Visit auditor = auditor(eyes)) {
            assertThat(auditor.open("/simulations/" + ID).status()).isEqualTo(200);
            assertThat(auditor.page().locator("#release").count()).isEqualTo(state.equals("ASKED") ? 1 : 0);
            assertThat(auditor.page().locator("table").count()).isEqualTo(state.equals("DONE") ? 4 : 0);
            seen(auditor, "simulation-" + state.toLowerCase(java.util.Locale.ROOT) + "-" + eyes.width());
        }
    }

    static Stream<Visit.Eyes> screens() {
        return Stream.of(Visit.Eyes.USUAL, Visit.Eyes.NARROW);
    }

    @ParameterizedTest
    @MethodSource("screens")
    void the_list_and_the_form_are_right_for_each_screen(Visit.Eyes eyes) {
        try (Visit analyst = analyst(eyes)) {
            assertThat(analyst.open("/simulations").status()).isEqualTo(200);
            seen(analyst, "simulations-" + eyes.width());
            assertThat(analyst.open("/simulations/new").status()).isEqualTo(200);
            analyst.in("az");
            seen(analyst, "simulations-new-" + eyes.width());
        }
    }

    @Test
    void an_empty_list_says_what_would_be_there() {
        gateway().answers("GET " + ALL, 200, "{\"simulations\":[]}");
        try (Visit analyst = analyst(Visit.Eyes.USUAL)) {
            analyst.open("/simulations");
            assertThat(analyst.page().locator(".govuk-inset-text").innerText()).contains("burada");
        }
    }

    @Test
    void the_sheets_show_what_is_hidden_and_that_people_are_computed() {
        gateway().answers("GET " + ONE, 200, simulation("DONE").toString());
        try (Visit analyst = analyst(Visit.Eyes.USUAL)) {
            analyst.open("/simulations/" + ID);
            assertThat(analyst.in("en").text())
                    .contains("These people are computed and do not exist.", "hidden", "a month", "81-100 %", "Women")
                    .doesNotContain("493600.00");
            assertThat(analyst.page()
                            .request()
                            .get(analyst.page()
                                    .locator("a[download]")
                                    .first()
                                    .evaluate("a => a.href")
                                    .toString())
                            .text())
                    .as("byte by byte")
                    .isEqualTo(result().toString());
        }
    }

    @Test
    void an_analyst_asks_and_what_is_wrong_with_the_rule_is_told_by_its_line() {
        gateway()
                .answers(
                        "POST " + ALL,
                        422,
                        "{\"code\":\"RIGHTS_REFUSED\",\"field\":\"rights\",\"detail\":\"rights/old-age-pension.yaml:29:9: no fact is called salary\"}");
        try (Visit analyst = analyst(Visit.Eyes.USUAL)) {
            analyst.open("/simulations/new");
            analyst.page().locator("#send").click();
            analyst.page().waitForSelector("#error-summary");
            assertThat(analyst.page().locator(".govuk-error-summary__list li").count())
                    .isEqualTo(3);
            analyst.page().locator("#right").fill("old-age-pension");
            analyst.page().locator("#text").fill(RULE);
            analyst.page().locator("#day").fill("1.1.2027");
            analyst.page().locator("#reason").fill("The draft law");
            analyst.page().locator("#send").click();
            analyst.page().waitForSelector("#findings");
            assertThat(analyst.text()).contains("rights/old-age-pension.yaml:29:9: no fact is called salary");
            assertThat(analyst.page().locator("#text").inputValue()).isEqualTo(RULE);
            analyst.picture("simulation-errors-az").isAccessible().isNotTooWide();
            gateway()
                    .answers("POST " + ALL, 202, simulation("ASKED").toString())
                    .forget();
            analyst.page().locator("#send").click();
            analyst.page().waitForURL("**/simulations/" + ID);
            assertThat(gateway().asked().stream().filter(asked -> asked.method().equals("POST")))
                    .singleElement()
                    .satisfies(asked -> {
                        assertThat(asked.header("Idempotency-Key")).hasSize(36);
                        assertThat(asked.body())
                                .contains("\"day\":\"2027-01-01\"", "\"count\":100000", "right: old-age-pension\\n");
                    });
            assertThat(analyst.page().locator("#release, #refuse").count())
                    .as("an analyst decides nothing")
                    .isZero();
        }
    }

    @Test
    void an_auditor_refuses_with_a_reason_or_releases() {
        gateway()
                .answers("POST " + ONE + "/release", 200, simulation("RELEASED").toString())
                .answers("POST " + ONE + "/refusal", 200, simulation("REFUSED").toString());
        try (Visit auditor = auditor(Visit.Eyes.USUAL)) {
            auditor.open("/simulations/" + ID);
            auditor.page().locator("#refuse").click();
            auditor.page().waitForSelector("#error-summary");
            auditor.page().locator("#note").fill("Another draft");
            auditor.page().locator("#refuse").click();
            auditor.page().waitForURL("**/simulations/" + ID);
            auditor.open("/simulations/" + ID);
            auditor.page().locator("#release").click();
            auditor.page().waitForURL("**/simulations/" + ID);
            assertThat(gateway().asked().stream()
                            .filter(asked -> asked.method().equals("POST"))
                            .map(PlayedGateway.Asked::body))
                    .containsExactly("{\"note\":\"Another draft\"}", "{}");
        }
    }

    /** One login is one person. */
    @Test
    void whoever_asked_for_it_decides_nothing() {
        gateway()
                .answers(
                        "GET " + ONE,
                        200,
                        simulation("ASKED").put("askedBy", "z.rzayeva").toString());
        try (Visit auditor = auditor(Visit.Eyes.USUAL)) {
            auditor.open("/simulations/" + ID);
            assertThat(auditor.page().locator("#release, #refuse").count()).isZero();
        }
    }
}
