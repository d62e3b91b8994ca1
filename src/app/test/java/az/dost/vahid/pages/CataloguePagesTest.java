package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody looks for a service, and sees what is known of it and what is not. */
class CataloguePagesTest {
    private static final RunningPages PAGES = RunningPages.get();
    static final String CODE = "old-age-pension";

    @BeforeEach
    void a_clerk_at_a_gateway_with_a_catalogue() {
        PAGES.gateway().knows("a.mammadova", "CLERK").forget();
        lay(PAGES.gateway());
    }

    static void lay(PlayedGateway gateway) {
        gateway.answers("GET /v1/catalogue", 200, file("counts"))
                .answers("GET /v1/catalogue/services", 200, file("services"))
                .answers("GET /v1/catalogue/services/" + CODE, 200, file("service"))
                .answers("GET /v1/catalogue/services/" + CODE + "/manual", 200, file("manual"))
                .answers("GET /v1/catalogue/papers", 200, file("papers"))
                .answers("GET /v1/catalogue/centres", 200, file("centres"));
    }

    static String file(String name) {
        try {
            return Files.readString(Path.of("src/app/test/resources/pages/catalogue/" + name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_clerk_finds_a_service_and_reads_its_passport_in_both_languages() {
        try (Visit clerk = new Visit(PAGES).login("a.mammadova")) {
            clerk.open("/catalogue");
            assertThat(clerk.text())
                    .contains(
                            "DOST 160 xidmət göstərdiyini açıqlayıb (08.12.2025)",
                            "158 xidməti barədə heç nə açıqlanmayıb");
            clerk.picture("catalogue-az").isAccessible();
            PAGES.gateway().finds(file("services"), CODE);
            clerk.page().locator("#text").pressSequentially("YASA gore");
            clerk.page().waitForFunction("() => document.querySelectorAll('#found tbody tr').length === 1");
            clerk.press("Yaşa görə əmək pensiyasının təyin edilməsi");
            clerk.page().waitForURL("**/catalogue/services/" + CODE);
            assertThat(clerk.text())
                    .contains(
                            "9 bəndindən 2 bəndi açıqlanmayıb",
                            "Reyestrdən alınır",
                            "Mənbə: https://asan.gov.az/en/service, 11.2026");
            assertThat(clerk.page()
                            .locator("[lang=en]", new Page.LocatorOptions().setHasText("Law on Labour Pensions"))
                            .count())
                    .isPositive();
            clerk.picture("catalogue-service-az").isAccessible().english();
            assertThat(clerk.text()).contains("Named by a public source", "Not published", "A register replaces it");
            clerk.picture("catalogue-service-en").isAccessible().noticedNothing();
            assertThat(clerk.addresses()).noneMatch(address -> address.contains("YASA"));
            assertThat(PAGES.gateway().asked()).noneMatch(asked -> asked.path().contains("YASA"));
        }
    }

    @Test
    void what_is_not_published_does_not_look_like_what_does_not_fit() {
        try (Visit clerk = new Visit(PAGES).login("a.mammadova").english()) {
            clerk.open("/catalogue?channel=HOME&family=pensions-and-benefits");
            assertThat(clerk.page().locator("#found tbody tr").count()).isEqualTo(1);
            assertThat(clerk.text()).contains("1 more services may fit");
        }
    }

    @Test
    void the_manual_on_paper_is_one_good_document() throws IOException {
        try (Visit clerk = new Visit(PAGES).login("a.mammadova")) {
            clerk.open("/catalogue/services/" + CODE + "/manual");
            clerk.picture("catalogue-manual-az").isAccessible().english();
            clerk.page()
                    .emulateMedia(
                            new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
            assertThat(clerk.page()
                            .locator("header, footer, button, .vahid-noprint")
                            .all())
                    .noneMatch(part -> part.isVisible());
            byte[] pdf = clerk.page().pdf(new Page.PdfOptions().setFormat("A4").setPreferCSSPageSize(true));
            Files.createDirectories(Path.of("target/pages"));
            Files.write(Path.of("target/pages/catalogue-manual-en.pdf"), pdf);
            assertThat(new String(pdf, 0, 5)).isEqualTo("%PDF-");
            assertThat(clerk.text())
                    .contains("1. The application is taken".substring(3), "Not published", "Printed on");
        }
    }
}
