package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import az.dost.vahid.whole.RunningVahid;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

/** The catalogue and the portal at the demonstration's own gateway. */
@Tag("pages")
class RealShelfTest {
    private static RunningPages pages;

    @BeforeAll
    static void pages_of_the_demonstration() {
        Environment settings = RunningVahid.get().bean(Environment.class);
        pages = RunningPages.elsewhere(
                "http://localhost:" + settings.getRequiredProperty("local.server.port"),
                settings.getRequiredProperty("vahid.tokens.issuer"),
                "--vahid.pages.try=true",
                "--vahid.pages.try-token=demo-dost-centre-1");
    }

    @AfterAll
    static void end() {
        pages.close();
    }

    @Test
    void a_citizen_and_a_clerk_read_what_is_published() {
        for (String person : new String[] {"martyrs-widow", "a.mammadova"}) {
            try (Visit visitor = new Visit(pages).login(person)) {
                visitor.open("/catalogue");
                assertThat(visitor.text()).contains("DOST 160 xidmət göstərdiyini açıqlayıb (08.12.2025)");
                visitor.picture("real-catalogue-az").isAccessible();
                visitor.press("Yaşa görə əmək pensiyasının təyin edilməsi");
                visitor.page().waitForURL("**/catalogue/services/old-age-pension");
                visitor.picture("real-catalogue-service-az").isAccessible();
                visitor.press("Çap üçün təlimat");
                visitor.page().waitForURL("**/manual");
                visitor.picture("real-catalogue-manual-az").isAccessible();
                visitor.open("/catalogue/papers");
                visitor.picture("real-catalogue-papers-az").isAccessible().noticedNothing();
            }
        }
    }

    @Test
    void a_developer_tries_a_lookup_as_the_test_system_and_learns_why_his_own_login_makes_none() {
        try (Visit developer = new Visit(pages).login("o.safarov").english()) {
            developer.open("/developers/try/lookup.openapi.yaml/assembleDossier");
            developer.page().locator("#send").click();
            developer.page().waitForSelector("#answer");
            assertThat(developer.page().locator("#status").innerText()).isEqualTo("200");
            assertThat(developer.page().locator("#answer-body").innerText()).contains("\"documents\"");
            developer.picture("real-try-en").isAccessible();
            developer.page().locator("#as-own").check();
            developer.page().locator("#send").click();
            developer.page().waitForSelector("#refused");
            assertThat(developer.page().locator("#refused").innerText()).contains("No role of the login opens");
            developer.picture("real-try-refused-en").isAccessible();
            developer.press("Last refusals");
            developer.page().waitForURL("**/developers/own#refusals");
            assertThat(developer.page().locator("main section").first().innerText())
                    .contains("POST /v1/dossiers", "No role of the login opens");
            developer.picture("real-own-refused-en").isAccessible();
        }
    }

    @Test
    void a_developer_reads_a_contract_tries_it_and_finds_what_was_refused() {
        try (Visit developer = new Visit(pages).login("o.safarov").english()) {
            assertThat(developer.page().url()).endsWith("/developers");
            developer.open("/developers/connectors");
            assertThat(developer.page().locator("tbody tr").count()).isEqualTo(20);
            developer.picture("real-connectors-en").isAccessible();
            developer.open("/developers/try/catalogue.openapi.yaml/readCatalogue");
            developer.page().locator("#send").click();
            developer.page().waitForSelector("#answer");
            assertThat(developer.page().locator("#status").innerText()).isEqualTo("200");
            developer.open("/developers/try/catalogue.openapi.yaml/readService");
            developer.page().locator("#p0").fill("no-such-service");
            developer.page().locator("#as-own").check();
            developer.page().locator("#send").click();
            developer.page().waitForSelector("#answer");
            assertThat(developer.page().locator("#answer-body").innerText()).contains("NOT_FOUND");
            developer.open("/developers/own");
            assertThat(developer.text()).contains("GET /v1/catalogue/services/{code}", "NOT_FOUND", "Labour");
            developer.picture("real-own-en").isAccessible().noticedNothing();
        }
    }
}
