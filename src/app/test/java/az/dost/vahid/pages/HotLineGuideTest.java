package az.dost.vahid.pages;

import static az.dost.vahid.pages.HotLineVisits.BACK;
import static az.dost.vahid.pages.HotLineVisits.BOTH;
import static az.dost.vahid.pages.HotLineVisits.PAGES;
import static az.dost.vahid.pages.HotLineVisits.gateway;
import static az.dost.vahid.pages.HotLineVisits.posts;
import static az.dost.vahid.pages.HotLineVisits.seen;
import static az.dost.vahid.pages.HotLineVisits.visit;
import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What anybody who calls may be told, and who sees that there is such a page. */
@Tag("pages")
class HotLineGuideTest {
    @BeforeEach
    void an_official_of_the_hot_line() {
        HotLineVisits.lay();
    }

    @ParameterizedTest
    @CsvSource({
        "services, /hot-line",
        "service, /hot-line/services/ccu-car",
        "centres, /hot-line/centres",
        "check, /hot-line/calls",
        "back-empty, /hot-line/call-backs"
    })
    void a_page_looks_as_it_should(String name, String address) {
        for (Visit.Eyes eyes : BOTH) {
            try (Visit official = visit(eyes)) {
                assertThat(official.open(address).status()).isEqualTo(200);
                seen(official, "hotline-" + name + "-" + eyes.width());
            }
        }
    }

    @Test
    void services_are_found_by_words_without_asking_who_calls() {
        try (Visit official = visit()) {
            gateway().finds(HotLineDossiers.GUIDE, "ccu-martyr-family-pension");
            official.page().locator("#search").fill("sehid teqaud");
            official.page().waitForFunction("() => document.querySelectorAll('#found tbody tr').length === 1");
            assertThat(official.text()).contains("Şəhid ailəsi üçün təqaüd").doesNotContain("Avtomobil");
            gateway()
                    .answers(
                            "POST /v1/catalogue/search",
                            200,
                            "{\"services\":[],\"near\":[{\"az\":\"veteran\"},{\"en\":\"medicine\"}]}");
            official.page().locator("#search").fill("kosmonavt");
            official.page().waitForSelector("#found .govuk-inset-text");
            official.picture("hotline-services-none-az").isAccessible().noticedNothing();
            assertThat(official.text()).contains("Oxşar sözlər: veteran", "Əlillik");
            assertThat(official.page().locator("#found strong").allInnerTexts()).containsExactly("veteran", "medicine");
            assertThat(official.page().locator("#found [lang=en]").innerText()).isEqualTo("medicine");
            assertThat(official.addresses()).noneMatch(address -> address.contains("sehid"));
        }
    }

    @Test
    void a_service_is_told_in_the_order_in_which_callers_ask() {
        try (Visit official = visit(Visit.Eyes.WITHOUT_SCRIPTS)) {
            gateway().finds(HotLineDossiers.GUIDE, "ccu-car");
            official.page().locator("#search").fill("avtomobil");
            official.press("Tap");
            official.press("Avtomobil ilə təminat");
            assertThat(official.page().locator("h2").allInnerTexts())
                    .startsWith(
                            "Gətirilməli sənədlər",
                            "Reyestrin əvəz etdiyi sənədlər",
                            "Addımlar",
                            "Göstərilmə yolları",
                            "Yerlər");
            assertThat(official.text()).contains("Açıqlanmayıb").contains("qanunvericilik mətni hələ yoxlanılmayıb");
            assertThat(official.page()
                            .locator("[aria-labelledby=PAPERS_TO_BRING]")
                            .innerText())
                    .as("a step may demand it")
                    .contains("şəxsiyyət vəsiqəsini")
                    .doesNotContain("Heç nə");
            assertThat(official.page().title()).startsWith("Avtomobil ilə təminat");
        }
    }

    @Test
    void hours_and_address_of_a_centre_are_in_the_language_of_the_page() {
        try (Visit official = visit()) {
            official.open("/hot-line/centres");
            assertThat(official.text())
                    .contains("Bazar ertəsi – cümə axşamı 9:00–18:00", "Qutqaşınlı küçəsi 86", "Səbail")
                    .doesNotContain("Monday", "Street");
            assertThat(official.english().text())
                    .contains("Monday to Thursday 9:00 to 18:00", "Gutgashinli Street 86", "Sabail");
        }
    }

    @Test
    void a_centre_list_without_centres_says_so() {
        gateway().answers("GET /v1/catalogue/centres", 200, "{\"centres\":[]}");
        try (Visit official = visit()) {
            official.open("/hot-line/centres");
            seen(official, "hotline-centres-empty");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/hot-line",
                "/hot-line/services/ccu-car",
                "/hot-line/centres",
                "/hot-line/calls",
                "/hot-line/call-backs",
                "/hot-line/calls/verdicts/" + Dossiers.ID
            })
    @Tag("attack")
    void a_clerk_does_not_see_that_there_is_a_hot_line(String address) {
        gateway().knows("a.mammadova", "CLERK");
        try (Visit clerk = new Visit(PAGES).login("a.mammadova")) {
            assertThat(clerk.open(address).status()).isEqualTo(404);
            assertThat(clerk.page().content()).doesNotContain("href=\"/hot-line");
        }
    }

    @Test
    void whom_to_call_back_stands_before_who_was_called() {
        String waiting = "{\"call\":\"" + HotLineDossiers.CALL + "\",\"service\":\"ccu-car\",\"dossierId\":\""
                + Dossiers.ID + "\",\"since\":\"2026-11-28T09:00:00Z\"";
        gateway()
                .answers(
                        BACK,
                        200,
                        "{\"callBacks\":[" + waiting + "}," + waiting.replace("ccu-car", "ccu-intake")
                                + ",\"calledAt\":\"2026-11-28T10:00:00Z\"}]}")
                .answers(
                        "POST /v1/hot-line/call-backs/" + Dossiers.ID + "/called",
                        200,
                        waiting + ",\"calledAt\":\"2026-11-28T10:00:00Z\"}");
        for (Visit.Eyes eyes : BOTH) {
            try (Visit official = visit(eyes)) {
                official.open("/hot-line/call-backs");
                seen(official, "hotline-back-" + eyes.width());
            }
        }
        try (Visit official = visit(Visit.Eyes.WITHOUT_SCRIPTS)) {
            official.open("/hot-line/call-backs");
            official.press("Zəng etdim");
            official.page().waitForSelector("#callbacks");
            assertThat(posts())
                    .singleElement()
                    .satisfies(asked -> assertThat(asked.path()).endsWith(Dossiers.ID + "/called"));
        }
    }

    @Test
    void a_gateway_that_is_away_or_busy_or_refuses_is_told_as_everywhere() {
        try (Visit official = visit()) {
            gateway().answers(BACK, 502, "<html>Bad gateway</html>");
            assertThat(official.open("/hot-line/call-backs").status()).isEqualTo(502);
            gateway().refuses(BACK, 503, "OVERLOADED", "Retry-After", "7");
            assertThat(official.open("/hot-line/call-backs").status()).isEqualTo(503);
            gateway().refuses(BACK, 403, "NOT_GRANTED");
            assertThat(official.open("/hot-line/call-backs").status()).isEqualTo(403);
            assertThat(official.text()).contains("NOT_GRANTED");
            official.isAccessible().noticedNothing();
        }
    }
}
