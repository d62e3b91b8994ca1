package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A named report is asked for by one auditor and released by another, and each state of it says whose turn it is. */
@Tag("pages")
class ReportStatesTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final String REPORT = "/v1/audit/reports/" + Hits.REPORT;

    private static PlayedGateway gateway() {
        return PAGES.gateway();
    }

    @BeforeEach
    void an_auditor() {
        gateway()
                .knows("z.rzayeva", "AUDITOR")
                .answers("GET /v1/audit/hits", 200, Hits.list().toString())
                .answers("GET /v1/audit/reports", 200, "{\"reports\":[]}")
                .answers("GET /v1/audit/hits/" + Hits.ID, 200, Hits.hit("OPEN").toString())
                .answers("GET " + REPORT, 200, Hits.report("ASKED", "n.hasanli").toString())
                .forget();
    }

    private static void seen(Visit visit, String name) {
        visit.picture(name + "-az").isAccessible().isNotTooWide().english();
        visit.picture(name + "-en").isAccessible().isNotTooWide().noticedNothing();
    }

    @Test
    void no_reports_say_so_too() {
        gateway().answers("GET /v1/audit/reports", 200, "{\"reports\":[]}");
        try (Visit auditor = new Visit(PAGES).login("z.rzayeva")) {
            auditor.open("/audit/reports");
            seen(auditor, "audit-reports-empty");
        }
    }

    @Test
    void a_refusal_in_ones_own_matter_is_told_in_words() {
        gateway().refuses("POST " + REPORT + "/release", 403, "OWN_MATTER");
        try (Visit auditor = new Visit(PAGES).login("z.rzayeva")) {
            auditor.open("/audit/reports/" + Hits.REPORT);
            auditor.page().locator("#release").click();
            auditor.page().waitForSelector("#state");
            assertThat(auditor.text()).contains("Heç kim öz işi barədə qərar vermir", "OWN_MATTER");
            auditor.picture("audit-own-matter-az").isAccessible();
        }
    }

    @Test
    void whoever_asked_for_a_report_cannot_release_it() {
        gateway()
                .answers("GET " + REPORT, 200, Hits.report("ASKED", "z.rzayeva").toString());
        try (Visit auditor = new Visit(PAGES).login("z.rzayeva")) {
            auditor.open("/audit/reports/" + Hits.REPORT);
            assertThat(auditor.page().locator("#release").count()).isZero();
            seen(auditor, "audit-report-mine");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RELEASED", "REFUSED", "ENDED"})
    void a_report_that_was_decided_about_says_by_whom(String state) {
        gateway().answers("GET " + REPORT, 200, Hits.report(state, "z.rzayeva").toString());
        try (Visit auditor = new Visit(PAGES).login("z.rzayeva")) {
            auditor.open("/audit/reports/" + Hits.REPORT);
            assertThat(auditor.page().locator("main form").count()).isZero();
            assertThat(auditor.text()).contains("n.hasanli");
            seen(auditor, "audit-report-" + state.toLowerCase());
        }
    }

    @Test
    void a_report_is_asked_for_without_scripts_and_what_is_wrong_is_told_first() {
        gateway()
                .answers(
                        "POST /v1/audit/reports",
                        200,
                        Hits.report("ASKED", "z.rzayeva").toString());
        try (Visit auditor = new Visit(PAGES, Visit.Eyes.WITHOUT_SCRIPTS).login("z.rzayeva")) {
            auditor.open("/audit/reports/new?hit=" + Hits.ID);
            assertThat(auditor.page().locator("#official").inputValue()).isEqualTo("a.mammadova");
            auditor.page().locator("#from").fill("31.02.2026");
            auditor.page().locator("#send").click();
            auditor.page().waitForSelector("#error-summary");
            assertThat(auditor.text()).contains("Günü belə yazın", "Niyə lazım olduğunu yazın");
            auditor.picture("audit-ask-faults-az");
            auditor.page().locator("#from").fill("1.11.2026");
            auditor.page().locator("#to").fill("2.11.2026");
            auditor.page().locator("#reason").fill("Üç sorğu olub");
            auditor.page().locator("#send").click();
            auditor.page().waitForURL("**/audit/reports/" + Hits.REPORT);
            assertThat(gateway().asked().stream().filter(asked -> asked.method().equals("POST")))
                    .singleElement()
                    .satisfies(asked -> assertThat(asked.body())
                            .contains("\"from\":\"2026-11-01\"", "\"to\":\"2026-11-02\"", "Üç sorğu olub"));
            assertThat(auditor.addresses()).noneMatch(address -> address.contains("mammadova"));
        }
    }

    private static ObjectNode aboutCitizen(ObjectNode report) {
        report.remove(List.of("requester", "official"));
        return report.put("person", "c3".repeat(32));
    }

    @Test
    void who_looked_at_a_citizen_is_asked_for_by_a_fin_that_stands_in_no_address() {
        ObjectNode report = aboutCitizen(Hits.report("RELEASED", "z.rzayeva"));
        ObjectNode entries = Hits.entries();
        entries.set("report", report);
        entries.path("entries")
                .forEach(one -> ((ObjectNode) one)
                        .put("requester", "centre-1-desk")
                        .put("official", "a.mammadova")
                        .remove("person"));
        gateway()
                .answers("POST /v1/audit/reports", 200, report.toString())
                .answers("GET " + REPORT, 200, report.toString())
                .answers("GET " + REPORT + "/entries", 200, entries.toString());
        try (Visit auditor = new Visit(PAGES).login("z.rzayeva")) {
            auditor.open("/audit/reports");
            auditor.page().locator("a[href*='about=citizen']").click();
            auditor.page().waitForSelector("#fin");
            auditor.page().locator("#fin").fill("5km2 x7q");
            auditor.page().locator("#send").click();
            auditor.page().waitForSelector("#error-summary");
            assertThat(auditor.page().locator("#fin").inputValue()).isEqualTo("5KM2X7Q");
            auditor.page().locator("#reason").fill("Vətəndaş şikayət edib");
            auditor.page().locator("#send").click();
            auditor.page().waitForURL("**/audit/reports/" + Hits.REPORT);
            assertThat(gateway().asked().stream().filter(asked -> asked.method().equals("POST")))
                    .singleElement()
                    .satisfies(asked -> assertThat(asked.body())
                            .contains("\"fin\":\"5KM2X7Q\"")
                            .doesNotContain("official"));
            seen(auditor, "audit-report-citizen");
            auditor.open("/audit/reports/" + Hits.REPORT + "/entries");
            seen(auditor, "audit-entries-citizen");
            assertThat(auditor.text()).contains("Report: who looked at the citizen", "a.mammadova");
            assertThat(auditor.addresses()).noneMatch(address -> address.contains("5KM2X7Q"));
        }
    }
}
