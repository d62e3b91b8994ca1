package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An auditor looks into what looked like misuse, and closes it with a reason. */
class AuditorTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final String HIT = "/v1/audit/hits/" + Hits.ID;

    @BeforeEach
    void an_auditor_with_a_hit() {
        gateway()
                .knows("z.rzayeva", "AUDITOR")
                .answers("GET /v1/audit/hits", 200, Hits.list(Hits.hit("OPEN")).toString())
                .answers("GET " + HIT, 200, Hits.hit("OPEN").toString())
                .answers(
                        "GET " + HIT + "/activity",
                        200,
                        Hits.activity(true, true).toString())
                .answers("POST " + HIT + "/closure", 200, Hits.hit("CLOSED").toString())
                .forget();
    }

    private static PlayedGateway gateway() {
        return PAGES.gateway();
    }

    @Test
    void a_hit_is_read_beside_the_offices_median_and_closed_with_a_reason() {
        try (Visit auditor = new Visit(PAGES).login("z.rzayeva")) {
            assertThat(auditor.text()).contains("Qorunan şəxs", "a.mammadova", "27.11.2026 13:30");
            auditor.picture("audit-hits-az").isAccessible();
            auditor.press("Qorunan şəxs");
            assertThat(auditor.text()).contains("Həmin mərkəzdəki 7 həmkarın medianı: 214,5");
            auditor.picture("audit-hit-az").isAccessible();
            auditor.page().locator("#close").click();
            auditor.page().waitForSelector("#error-summary");
            auditor.picture("audit-hit-faults-az").isAccessible();
            assertThat(gateway().asked()).noneMatch(asked -> asked.method().equals("POST"));
            auditor.page().locator("#reason-MISUSE").check();
            auditor.page().locator("#note").fill("Bu nömrəli iş yoxdur");
            gateway().answers("GET " + HIT, 200, Hits.hit("CLOSED").toString());
            auditor.page().locator("#close").click();
            auditor.page()
                    .waitForSelector(
                            "#close",
                            new com.microsoft.playwright.Page.WaitForSelectorOptions()
                                    .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
            auditor.english().picture("audit-hit-closed-en").isAccessible().noticedNothing();
            assertThat(auditor.text()).contains("Misuse", "Bu nömrəli iş yoxdur");
            assertThat(gateway().asked())
                    .filteredOn(asked -> asked.method().equals("POST"))
                    .singleElement()
                    .satisfies(asked ->
                            assertThat(asked.body()).contains("\"reason\":\"MISUSE\"", "Bu nömrəli iş yoxdur"));
            assertThat(auditor.addresses()).noneMatch(address -> address.contains("mammadova"));
        }
    }

    @Test
    void nobody_decides_about_himself_and_the_page_says_why() {
        gateway()
                .answers(
                        "GET " + HIT,
                        200,
                        Hits.hit("OPEN").put("official", "z.rzayeva").toString());
        try (Visit auditor = new Visit(PAGES).login("z.rzayeva")) {
            auditor.open("/audit/hits/" + Hits.ID);
            assertThat(auditor.text()).contains("Heç kim öz işi barədə qərar vermir");
            assertThat(auditor.page().locator("#close").count()).isZero();
            auditor.picture("audit-hit-own-az").isAccessible().noticedNothing();
        }
    }
}
