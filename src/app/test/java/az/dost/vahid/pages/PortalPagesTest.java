package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A partner's developer reads contracts, codes and events, and sees what his own system may do. */
@Tag("pages")
class PortalPagesTest {
    private static final RunningPages PAGES = RunningPages.get();

    @BeforeEach
    void a_developer_at_a_gateway_with_contracts() {
        PAGES.gateway().knows("o.safarov", "INTEGRATOR").forget();
        lay(PAGES.gateway());
    }

    static void lay(PlayedGateway gateway) {
        ContractFolder.lay(gateway);
        gateway.answers("GET /v1/catalogue/problems", 200, file("problems"))
                .answers("GET /v1/catalogue/events", 200, file("events"))
                .answers("GET /v1/catalogue/agencies", 200, file("agencies"))
                .answers("GET /v1/requesters/me", 200, file("requester"));
    }

    static String file(String name) {
        try {
            return Files.readString(Path.of("src/app/test/resources/pages/portal/" + name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_developer_finds_a_contract_and_an_operation_of_it() throws IOException {
        try (Visit developer = new Visit(PAGES).login("o.safarov")) {
            assertThat(developer.page().url()).endsWith("/developers");
            developer.picture("portal-az").isAccessible();
            developer.press("lookup.openapi.yaml");
            developer.page().waitForURL("**/developers/contracts/lookup.openapi.yaml");
            long operations = Files.readAllLines(Path.of("contracts/lookup.openapi.yaml")).stream()
                    .filter(line -> line.contains("operationId: "))
                    .count();
            assertThat(developer.text())
                    .contains(
                            "Əməliyyatlar: " + operations,
                            "POST /v1/dossiers",
                            "The FIN travels in the body and never in a URL.");
            developer
                    .picture("portal-lookup-az")
                    .isAccessible()
                    .english()
                    .picture("portal-lookup-en")
                    .noticedNothing();
            assertThat(PAGES.gateway().asked().stream()
                            .filter(asked -> asked.path().endsWith("/lookup.openapi.yaml")))
                    .hasSizeLessThan(2);
        }
    }

    @Test
    void codes_stand_in_both_languages_with_what_to_do() {
        try (Visit developer = new Visit(PAGES).login("o.safarov")) {
            developer.open("/developers/problems#NOT_GRANTED");
            assertThat(developer.text())
                    .contains(
                            "İcazə yoxdur",
                            "Rəhbərinizə müraciət edin.",
                            "Not granted",
                            "Ask your manager.",
                            "Ask DOST for a grant");
            developer.picture("portal-problems-az").isAccessible();
        }
    }

    @Test
    void a_developer_sees_what_his_system_may_do_and_what_it_was_refused() {
        try (Visit developer = new Visit(PAGES).login("o.safarov").english()) {
            developer.open("/developers/own");
            assertThat(developer.text())
                    .contains(
                            "Labour office No. 3",
                            "50 requests in a second, 16 at once",
                            "publish:az.dost.birth.v1",
                            "POST /v1/dossiers",
                            "NOT_GRANTED");
            developer.picture("portal-own-en").isAccessible().noticedNothing();
        }
    }

    @Test
    void a_connector_says_who_keeps_it_and_whether_it_is_certified() {
        try (Visit developer = new Visit(PAGES).login("o.safarov").english()) {
            developer.open("/developers/connectors");
            assertThat(developer.text())
                    .contains(
                            "Fund, department of information",
                            "Passed: 41, failed: 0, skipped: 2",
                            "This version has no certificate",
                            "Not published");
            developer.picture("portal-connectors-en").isAccessible().noticedNothing();
        }
    }

    @Test
    void the_page_of_rules_of_design_is_made_of_the_classes_of_the_pages_in_both_lights() throws IOException {
        try (Visit developer = new Visit(PAGES).login("o.safarov")) {
            for (String language : new String[] {"az", "en"}) {
                developer.open("/developers/design");
                developer.in(language);
                developer
                        .picture("portal-design-" + language)
                        .isAccessible()
                        .isNotTooWide()
                        .isReadableTwiceAsLarge()
                        .isReadableOnAPhone();
                developer
                        .inTheDark(true)
                        .picture("portal-design-dark-" + language)
                        .inTheDark(false);
            }
            String styles = Files.readString(Path.of("src/pages/main/resources/pages/assets/vahid.css"));
            assertThat(developer.page().locator("code").allInnerTexts())
                    .filteredOn(name -> name.contains("vahid-"))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(styles).contains(name));
            developer.noticedNothing();
        }
    }
}
