package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.population.Personas;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import org.junit.jupiter.api.Test;

/** Nothing is played: a person logs in at the demonstration's issuer, and the gateway asks twenty agencies. */
class RealDeskTest {
    private static final RunningPages PAGES = RunningPages.real();
    private static final int AGENCIES = 20;

    @Test
    void a_clerk_logs_in_learns_what_the_state_knows_and_logs_out_of_pages_and_issuer() {
        String fin = Personas.MARTYRS_WIDOW.fin();
        try (Visit clerk = new Visit(PAGES).login("a.mammadova")) {
            clerk.page().locator("#fin").fill(fin);
            clerk.page().locator("#service-ccu-intake").check();
            clerk.page().locator("#caseRef").fill("DEMO/1");
            clerk.page().locator("#send").click();
            clerk.page().waitForURL("**/desk/dossiers/*");
            clerk.picture("real-desk-answer-az").isAccessible();
            assertThat(clerk.text()).contains("Heç bir sənəd lazım deyil");
            assertThat(clerk.page()
                            .locator("[aria-labelledby=sources] tbody tr")
                            .count())
                    .isEqualTo(AGENCIES);

            String dossier = clerk.page().url();
            clerk.press("Çıxış");
            clerk.page().waitForSelector("#door");
            clerk.page().goBack();
            clerk.page().waitForSelector("#door");
            assertThat(clerk.page().content()).doesNotContain(fin);
            clerk.page().navigate(dossier);
            assertThat(clerk.page().content()).doesNotContain(fin);
            // The issuer has forgotten him, too: it asks again who he is.
            clerk.open("/login/begin/vahid");
            assertThat(clerk.page().locator("button[value='a.mammadova']").isVisible())
                    .isTrue();
            clerk.noticedNothing();
            assertThat(clerk.addresses()).noneMatch(address -> address.contains(fin));
        }
    }

    @Test
    void a_citizen_comes_in_by_the_same_door() {
        try (Visit citizen = new Visit(PAGES).login("martyrs-widow")) {
            assertThat(citizen.page().content())
                    .doesNotContain(Personas.MARTYRS_WIDOW.fin())
                    .doesNotContain("href=\"/desk\"");
            citizen.noticedNothing();
        }
    }
}
