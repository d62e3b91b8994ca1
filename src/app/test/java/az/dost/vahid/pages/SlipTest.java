package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a citizen takes home: one sheet of A5 with one verdict, in his language. */
@Tag("pages")
class SlipTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final String ADDRESS = "/desk/dossiers/" + Dossiers.ID + "/slip";
    private static final String CODE = "7QK2-M0XD-93VT";
    private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page\\b");

    private static PlayedGateway gateway() {
        return PAGES.gateway();
    }

    @BeforeEach
    void a_clerk_of_a_centre_that_is_published() {
        gateway().knows("a.mammadova", "CLERK").forget();
        gateway()
                .answers("GET /v1/dossiers/" + Dossiers.ID + "/slip", 200, "{\"ratingCode\":\"" + CODE + "\"}")
                .answers("GET /v1/catalogue/centres", 200, """
                        {"centres":[{"id":"DOST-1","kind":"CENTRE","name":{"az":"1 saylı Bakı DOST mərkəzi","en":"Baku DOST centre No. 1"},
                         "address":{"az":"Qutqaşınlı küçəsi 86, Yasamal","en":"Gutgashinli Street 86, Yasamal"},
                         "hours":{"az":"Bazar ertəsi – cümə axşamı 9:00–18:00","en":"Monday to Thursday 9:00 to 18:00"},"dated":"2026-11","source":"http://dost.gov.az"}]}""");
    }

    private static Visit slip(JsonNode dossier, String language) {
        gateway().answers("GET /v1/dossiers/" + Dossiers.ID, 200, dossier.toString(), "Vahid-Signature", "a..b");
        Visit clerk = new Visit(PAGES).login("a.mammadova");
        clerk.open(ADDRESS + language);
        return clerk;
    }

    @Test
    void its_language_is_the_citizens_whatever_the_clerk_reads() {
        try (Visit clerk = slip(Dossiers.partial(), "")) {
            assertThat(clerk.page().locator(".vahid-slip").innerText())
                    .contains("2 sənəd gətirin", "Qutqaşınlı küçəsi 86", "Bazar ertəsi");
            clerk.picture("slip-partial-az").isAccessible().isNotTooWide();
            clerk.page().locator("#slip a[lang=en]").click();
            clerk.page().waitForSelector(".vahid-slip[lang=en]");
            assertThat(clerk.page().locator(".vahid-slip").innerText())
                    .contains("Bring 2 papers", "Gutgashinli Street 86", "Monday to Thursday")
                    .doesNotContain("gətirin");
            assertThat(clerk.page().locator("html").getAttribute("lang")).isEqualTo("az");
            assertThat(clerk.page().locator("[data-print]").innerText()).isEqualTo("Çap et");
            clerk.picture("slip-partial-en").isAccessible().noticedNothing();
        }
    }

    @Test
    void it_is_one_sheet_of_a5() {
        for (JsonNode dossier : new JsonNode[] {Dossiers.partial(), Dossiers.complete()}) {
            try (Visit clerk = slip(dossier, "?in=az")) {
                byte[] sheet = clerk.page()
                        .pdf(new Page.PdfOptions()
                                .setPreferCSSPageSize(true)
                                .setPath(Path.of("target/pages/slip-a5.pdf")));
                String pdf = new String(sheet, StandardCharsets.ISO_8859_1);
                assertThat(SHEET.matcher(pdf).results()).hasSize(1);
                assertThat(pdf).containsPattern("/MediaBox \\[0 0 (419|420)[.\\d]* 59[4-6][.\\d]*]");
                // What is left of A5 within its margins, at 96 pixels an inch.
                clerk.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
                clerk.page().setViewportSize(499, 733);
                clerk.picture(
                        "slip-print-" + dossier.path("completeness").asText().toLowerCase(Locale.ROOT));
            }
        }
    }

    @Test
    @Tag("attack")
    void its_qr_code_sends_no_code_to_any_server_and_asks_for_no_typing() {
        try (Visit anybody = new Visit(PAGES)) {
            gateway().answers("POST /v1/ratings", 201, "{\"stars\":5,\"complaint\":false}");
            anybody.open("/rating#" + CODE);
            assertThat(anybody.page().locator("#code").inputValue()).isEqualTo(CODE);
            assertThat(anybody.page().url()).endsWith("/rating");
            anybody.page().locator("#stars-5").check();
            anybody.page().locator("#send").click();
            anybody.page().waitForURL("**/rating/thanks");
            assertThat(gateway().asked())
                    .filteredOn(asked -> asked.method().equals("POST"))
                    .singleElement()
                    .satisfies(asked -> assertThat(asked.body()).isEqualTo("{\"code\":\"" + CODE + "\",\"stars\":5}"));
            anybody.noticedNothing();
        }
    }

    @Test
    void where_the_right_is_in_doubt_or_registers_are_silent_it_promises_nothing() {
        try (Visit clerk = slip(Dossiers.open(), "?in=en")) {
            assertThat(clerk.page().locator(".vahid-slip__verdict").innerText()).isEqualTo("Bring no paper for now");
            clerk.picture("slip-open-en").isAccessible();
        }
    }
}
