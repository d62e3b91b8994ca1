package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each page of the catalogue and the portal in each of its states, in both languages, narrow, on paper and without
 * scripts.
 */
@Tag("pages")
class ShelfStatesTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final List<String> ADDRESSES = List.of(
            "/catalogue",
            "/catalogue/papers",
            "/catalogue/papers?replacement=POSSIBLE",
            "/catalogue/centres",
            "/catalogue/services/old-age-pension",
            "/catalogue/services/old-age-pension/manual",
            "/developers",
            "/developers/problems",
            "/developers/events",
            "/developers/connectors",
            "/developers/design",
            "/developers/own",
            "/developers/contracts/catalogue.openapi.yaml",
            "/developers/contracts/dossier.schema.json",
            "/developers/contracts/lookup.wsdl",
            "/developers/contracts/services/ccu-car.yaml");

    @BeforeEach
    void a_developer() {
        gateway().knows("o.safarov", "INTEGRATOR").forget();
        CataloguePagesTest.lay(gateway());
        PortalPagesTest.lay(gateway());
    }

    private static PlayedGateway gateway() {
        return PAGES.gateway();
    }

    static List<String> addresses() {
        return ADDRESSES;
    }

    private static String name(String address) {
        return "shelf" + address.replaceAll("[^a-z0-9]+", "-");
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void a_page_looks_as_it_should(String address) {
        for (Visit.Eyes eyes : new Visit.Eyes[] {Visit.Eyes.USUAL, Visit.Eyes.NARROW}) {
            try (Visit developer = new Visit(PAGES, eyes).login("o.safarov")) {
                assertThat(developer.open(address).status()).isEqualTo(200);
                developer
                        .picture(name(address) + "-" + eyes.width() + "-az")
                        .isAccessible()
                        .isNotTooWide()
                        .english();
                developer
                        .picture(name(address) + "-" + eyes.width() + "-en")
                        .isAccessible()
                        .isNotTooWide()
                        .noticedNothing();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void a_page_needs_no_scripts_and_is_a_document_on_paper(String address) {
        try (Visit developer = new Visit(PAGES, Visit.Eyes.WITHOUT_SCRIPTS).login("o.safarov")) {
            developer.open(address);
            String text = developer.text();
            assertThat(text).isNotBlank();
            developer.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(developer
                            .page()
                            .locator(".vahid-header, .vahid-navigation, .vahid-footer, form, .vahid-local")
                            .all())
                    .noneMatch(part -> part.isVisible());
            assertThat(new String(developer.page().pdf(new Page.PdfOptions().setFormat("A4")), 0, 5))
                    .isEqualTo("%PDF-");
        }
    }

    static Stream<Arguments> empties() {
        return Stream.of(
                Arguments.of("/catalogue/papers", "papers", "Such papers would be here"),
                Arguments.of("/catalogue/centres", "centres", "Published centres would be here"),
                Arguments.of("/developers/problems", "problems", "Problem codes would be here"),
                Arguments.of("/developers/events", "events", "Types of events would be here"),
                Arguments.of("/developers/connectors", "agencies", "Connected agencies would be here"),
                Arguments.of("/developers", "contracts", "The files of the contracts would be here"));
    }

    @ParameterizedTest
    @MethodSource("empties")
    void what_has_nothing_to_show_says_what_would_be_here(String address, String member, String sentence) {
        gateway().answers("GET /v1/catalogue/" + member, 200, "{\"" + member + "\":[]}");
        try (Visit developer = new Visit(PAGES).login("o.safarov").english()) {
            developer.open(address);
            assertThat(developer.text()).contains(sentence);
            developer.picture(name(address) + "-empty-en").isAccessible().noticedNothing();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/catalogue, GET /v1/catalogue/services",
        "/catalogue/services/old-age-pension, GET /v1/catalogue/services/old-age-pension",
        "/developers, GET /v1/catalogue/contracts",
        "/developers/own, GET /v1/requesters/me"
    })
    void a_gateway_that_refuses_is_busy_or_is_away_is_told(String address, String call) {
        try (Visit developer = new Visit(PAGES).login("o.safarov").english()) {
            gateway().refuses(call, 503, "OVERLOADED", "Retry-After", "7");
            assertThat(developer.open(address).status()).isEqualTo(503);
            assertThat(developer.page().locator("#again-in").count()).isEqualTo(1);
            gateway().answers(call, 502, "<html>");
            assertThat(developer.open(address).status()).isEqualTo(502);
            gateway().refuses(call, 403, "NOT_GRANTED");
            assertThat(developer.open(address).status()).isEqualTo(403);
            assertThat(developer.text()).contains("NOT_GRANTED");
            developer.isAccessible();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/catalogue/services/none",
                "/catalogue/services/none/manual",
                "/developers/contracts/none.yaml",
                "/developers/contracts/..%2Fapplication.yaml",
                "/developers/files/none.yaml",
                "/developers/files/keys/x.pem",
                "/developers/try",
                "/catalogue/nothing"
            })
    void what_is_not_there_is_not_there(String address) {
        try (Visit developer = new Visit(PAGES).login("o.safarov")) {
            assertThat(developer.open(address).status()).isIn(404, 400);
        }
    }

    @Test
    void a_choice_that_there_is_not_is_told_on_the_same_page() {
        try (Visit developer = new Visit(PAGES).login("o.safarov").english()) {
            assertThat(developer
                            .open("/catalogue?family=horoscopes&channel=HOME")
                            .status())
                    .isEqualTo(422);
            assertThat(developer.page().evaluate("() => document.activeElement.id"))
                    .isEqualTo("error-summary");
            assertThat(developer.page().locator("#channel").inputValue()).isEqualTo("HOME");
            developer.picture("shelf-catalogue-faults-en").isAccessible();
            assertThat(developer.open("/catalogue/papers?replacement=MAYBE").status())
                    .isEqualTo(422);
            developer.isAccessible().noticedNothing();
        }
    }

    @Test
    void a_clerk_has_the_catalogue_and_does_not_see_that_there_is_a_portal() {
        gateway().knows("a.mammadova", "CLERK");
        try (Visit clerk = new Visit(PAGES).login("a.mammadova")) {
            assertThat(clerk.open("/catalogue").status()).isEqualTo(200);
            assertThat(clerk.page().content()).doesNotContain("/developers");
            for (String address : ADDRESSES.stream()
                    .filter(one -> one.startsWith("/developers"))
                    .toList()) {
                assertThat(clerk.open(address).status()).as(address).isEqualTo(404);
            }
        }
    }

    @Test
    void the_keyboard_alone_finds_a_service() {
        gateway().finds(CataloguePagesTest.file("services"), "child-allowance");
        try (Visit developer =
                new Visit(PAGES, Visit.Eyes.WITHOUT_SCRIPTS).login("o.safarov").english()) {
            developer.open("/catalogue");
            developer.page().locator("#text").focus();
            developer.page().keyboard().type("allowance");
            developer.page().waitForNavigation(() -> developer.page().keyboard().press("Enter"));
            assertThat(developer.page().locator("#found tbody tr").count()).isEqualTo(1);
            assertThat(developer.page().locator("#text").inputValue()).isEqualTo("allowance");
            assertThat(developer.addresses()).noneMatch(address -> address.contains("allowance"));
        }
    }

    @Test
    void what_a_contract_or_a_source_wrote_is_text() {
        gateway()
                .answers(
                        "GET /v1/catalogue/services/old-age-pension/manual",
                        200,
                        CataloguePagesTest.file("manual").replace("Ödənişsiz", "<script>alert(1)</script>${7*7}"));
        String evil =
                "openapi: 3.1.0\ninfo: {title: '<img src=x onerror=alert(2)>', version: '1', description: '[[${7*7}]] `<b>x</b>`'}\npaths:\n  /v1/<i>:\n    get: {operationId: '\"><svg onload=alert(3)>', responses: {}}\n";
        gateway()
                .answers(
                        "GET /v1/catalogue/contracts",
                        200,
                        "{\"contracts\":[{\"path\":\"evil.openapi.yaml\",\"title\":\"<b>t</b>\",\"type\":\"application/yaml\",\"bytes\":9,\"sha256\":\""
                                + "0".repeat(64) + "\"}]}")
                .answers("GET /v1/catalogue/contracts/evil.openapi.yaml", 200, evil);
        try (Visit developer = new Visit(PAGES).login("o.safarov")) {
            developer.open("/catalogue/services/old-age-pension/manual");
            assertThat(developer.text()).contains("<script>alert(1)</script>${7*7}");
            developer.open("/developers");
            assertThat(developer.text()).contains("<b>t</b>");
            developer.open("/developers/contracts/evil.openapi.yaml");
            assertThat(developer.text())
                    .contains("<b>t</b>", "[[${7*7}]] <b>x</b>", "/v1/<i>", "\"><svg onload=alert(3)>");
            developer.noticedNothing();
        }
    }
}
