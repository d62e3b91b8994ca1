package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Operations can be tried where everybody is a mock, and nowhere else. */
@Tag("pages")
class TryPagesTest {
    private static RunningPages trying;

    @BeforeAll
    static void pages_that_let_try() {
        trying = RunningPages.played("--vahid.pages.try=true");
    }

    @AfterAll
    static void end() {
        trying.close();
    }

    @BeforeEach
    void a_developer() {
        gateway().knows("o.safarov", "INTEGRATOR").forget();
        PortalPagesTest.lay(gateway());
    }

    private static PlayedGateway gateway() {
        return trying.gateway();
    }

    @Test
    void an_operation_is_sent_with_the_developers_own_token_which_no_page_shows() {
        gateway().refuses("POST /v1/dossiers", 403, "NOT_GRANTED");
        try (Visit developer = new Visit(trying).login("o.safarov").english()) {
            developer.open("/developers/contracts/lookup.openapi.yaml");
            developer
                    .page()
                    .locator("a[href='/developers/try/lookup.openapi.yaml/assembleDossier']")
                    .click();
            assertThat(developer.page().locator("#body").inputValue()).contains("\"fin\" : \"5KM2X7Q\"");
            for (String language : new String[] {"az", "en"}) {
                developer
                        .in(language)
                        .picture("portal-try-" + language)
                        .isAccessible()
                        .isNotTooWide();
            }
            developer.page().locator("#send").click();
            developer.page().waitForSelector("#answer");
            assertThat(developer.page().locator("#status").innerText()).isEqualTo("403");
            assertThat(developer.page().locator("#answer-body").innerText()).contains("NOT_GRANTED");
            developer.picture("portal-try-answer-en").isAccessible().noticedNothing();
            var sent = gateway().asked().stream()
                    .filter(asked -> asked.method().equals("POST"))
                    .toList();
            assertThat(sent)
                    .singleElement()
                    .satisfies(asked -> assertThat(asked.body()).contains("5KM2X7Q"));
            String token = sent.get(0).header("Authorization").replace("Bearer ", "");
            assertThat(token).hasSizeGreaterThan(20);
            assertThat(developer.page().content()).doesNotContain(token);
            assertThat(developer.addresses()).noneMatch(address -> address.contains("5KM2X7Q"));
        }
    }

    @Test
    void whoever_comes_without_an_operation_is_told_where_they_are() {
        try (Visit developer = new Visit(trying).login("o.safarov")) {
            developer.open("/developers/try");
            for (String language : new String[] {"az", "en"}) {
                developer
                        .in(language)
                        .picture("portal-try-none-" + language)
                        .isAccessible()
                        .isNotTooWide()
                        .noticedNothing();
            }
            assertThat(developer.page().locator("main a[href='/developers']").count())
                    .isPositive();
        }
    }

    @Test
    void a_value_of_an_address_stays_a_value() {
        gateway().answers("GET /v1/catalogue/services/a/../../x?y=z", 200, "{\"a\":\"<b>\"}");
        try (Visit developer = new Visit(trying).login("o.safarov").english()) {
            developer.open("/developers/try/catalogue.openapi.yaml/readService");
            developer.page().locator("#p0").fill("a/../../x?y=z");
            developer.page().locator("#send").click();
            developer.page().waitForSelector("#answer");
            assertThat(gateway().asked())
                    .anySatisfy(asked ->
                            assertThat(asked.path()).isEqualTo("/v1/catalogue/services/a%2F..%2F..%2Fx%3Fy%3Dz"));
            assertThat(developer.page().locator("#answer-body").innerText()).contains("<b>");
        }
    }

    @Test
    void what_is_wrong_is_told_before_anything_is_sent() {
        try (Visit developer = new Visit(trying).login("o.safarov")) {
            developer.open("/developers/try/lookup.openapi.yaml/assembleDossier");
            developer.page().locator("#body").fill("{");
            developer.page().locator("#send").click();
            developer.page().waitForSelector("#error-summary");
            assertThat(developer.page().evaluate("() => document.activeElement.id"))
                    .isEqualTo("error-summary");
            assertThat(developer.page().locator("#body").inputValue()).isEqualTo("{");
            developer.picture("portal-try-faults-az").isAccessible().noticedNothing();
            assertThat(gateway().asked()).noneMatch(asked -> asked.method().equals("POST"));
        }
    }

    @Test
    void a_header_that_no_request_can_have_is_told() {
        try (Visit developer = new Visit(trying).login("o.safarov").english()) {
            developer.open("/developers/try/catalogue.openapi.yaml/readCatalogue");
            developer.page().locator("#p0").fill("\"ə\"");
            developer.page().locator("#send").click();
            developer.page().waitForSelector("#error-summary");
            assertThat(developer.text()).contains("letters of the English alphabet only");
        }
    }

    @Test
    void no_operation_but_those_of_contracts() {
        try (Visit developer = new Visit(trying).login("o.safarov")) {
            for (String address :
                    new String[] {"lookup.openapi.yaml/none", "dossier.schema.json/x", "nothing.yaml/readService"}) {
                assertThat(developer.open("/developers/try/" + address).status())
                        .as(address)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void nothing_can_be_tried_where_it_is_not_set() {
        RunningPages usual = RunningPages.get();
        usual.gateway().knows("o.safarov", "INTEGRATOR");
        PortalPagesTest.lay(usual.gateway());
        try (Visit developer = new Visit(usual).login("o.safarov")) {
            for (String address :
                    new String[] {"/developers/try", "/developers/try/lookup.openapi.yaml/assembleDossier"}) {
                assertThat(developer.open(address).status()).isEqualTo(404);
            }
            developer.open("/developers/contracts/lookup.openapi.yaml");
            assertThat(developer.page().content()).doesNotContain("/developers/try");
        }
    }
}
