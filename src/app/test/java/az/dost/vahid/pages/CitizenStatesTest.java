package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each state of a citizen's pages looks as it should, in both languages, for a narrow screen, printed, and by the
 * keyboard alone.
 */
@Tag("pages")
class CitizenStatesTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final String LOOKUPS = "/v1/citizens/me/lookups";
    private static final String LOOKUP = LOOKUPS + "/" + OwnData.ID;
    private static final String CORRECTIONS = "/v1/citizens/me/corrections";
    private static final String RIGHTS = "/v1/citizens/me/rights";
    private static final String CREDENTIALS = "/v1/citizens/me/credentials";
    private static final String ONE = "/my/lookups/" + OwnData.ID;

    private static PlayedGateway gateway() {
        return PAGES.gateway();
    }

    @BeforeEach
    void a_citizen() {
        gateway()
                .answers(
                        "GET " + LOOKUPS,
                        200,
                        OwnData.lookups(2, OwnData.lookup(), OwnData.refused(), OwnData.bare())
                                .toString())
                .answers("GET " + LOOKUP, 200, OwnData.lookup().toString())
                .answers(
                        "GET /v1/citizens/me/mix-ups", 200, OwnData.mixUps(true).toString())
                .answers(
                        "GET " + CORRECTIONS,
                        200,
                        OwnData.corrections(OwnData.correction("REJECTED"), OwnData.correction("RECEIVED"))
                                .toString())
                .answers(
                        "GET " + CORRECTIONS + "/" + OwnData.CORRECTION,
                        200,
                        OwnData.correction("REJECTED").toString())
                .answers("GET /v1/catalogue/agencies", 200, OwnData.agencies().toString())
                .answers(
                        "GET " + RIGHTS,
                        200,
                        OwnData.rights(disputed(OwnData.offer("OFFERED")), OwnData.offer("AWARDED"), refused())
                                .toString())
                .answers(
                        "GET " + CREDENTIALS,
                        200,
                        OwnData.credentials("OFFERED", "ISSUED", "REVOKED", "UNFOUNDED")
                                .toString())
                .forget();
    }

    private static ObjectNode disputed(ObjectNode offer) {
        offer.putArray("disputed").add("family.children");
        return offer;
    }

    private static ObjectNode refused() {
        return OwnData.offer("REFUSED").put("reason", "ALREADY_DRAWN");
    }

    @AfterEach
    void nobody_asked_who_the_citizen_is() {
        assertThat(gateway().asked()).noneMatch(asked -> asked.path().startsWith("/v1/officials"));
    }

    private static Visit citizen() {
        return new Visit(PAGES).login("martyrs-widow");
    }

    private static void seen(Visit visit, String name) {
        visit.in("az").picture(name + "-az").isAccessible().isNotTooWide();
        visit.in("en").picture(name + "-en").isAccessible().isNotTooWide().noticedNothing();
    }

    private static List<PlayedGateway.Asked> posts() {
        return gateway().asked().stream()
                .filter(asked -> asked.method().equals("POST"))
                .toList();
    }

    @Test
    void a_right_that_stayed_open_says_who_did_not_say_it() {
        ObjectNode rights = OwnData.rights();
        ObjectNode look = rights.putArray("looks")
                .addObject()
                .put("lookup", OwnData.ID)
                .put("right", "old-age-pension")
                .put("outcome", "UNDECIDED");
        look.withArray("/missing").addObject().put("agency", "pensions");
        look.withArray("/missing").addObject().put("place", "insuredRecord.pensionCapital");
        look.withArray("/missing")
                .addObject()
                .put("place", "wanted.raisedChildren")
                .putObject("title")
                .put("az", "Beş uşaq tərbiyə edib-etmədiyi")
                .put("en", "Whether five children were raised");
        gateway().answers("GET " + RIGHTS, 200, rights.toString());
        try (Visit citizen = citizen()) {
            citizen.open("/my/rights");
            assertThat(citizen.in("en").text())
                    .contains("What did not say it: ", "; Whether five children were raised")
                    .doesNotContain("pensionCapital", "wanted");
            seen(citizen, "citizen-rights-missing");
        }
    }

    static Stream<Arguments> pages() {
        return Stream.of(
                        "lookups /my/lookups",
                        "lookup " + ONE,
                        "mix-ups /my/mix-ups",
                        "corrections /my/corrections",
                        "correction /my/corrections/" + OwnData.CORRECTION,
                        "correct /my/corrections/new",
                        "rights /my/rights",
                        "credentials /my/credentials")
                .flatMap(page -> Stream.of(Visit.Eyes.USUAL, Visit.Eyes.NARROW)
                        .map(eyes -> Arguments.of(page.split(" ")[0], page.split(" ")[1], eyes)));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("pages")
    void each_page_is_right_for_each_screen_and_on_paper(String name, String address, Visit.Eyes eyes) {
        try (Visit citizen = new Visit(PAGES, eyes).login("martyrs-widow")) {
            assertThat(citizen.open(address).status()).isEqualTo(200);
            seen(citizen, "citizen-" + name + "-" + eyes.width());
            assertThat(citizen.page().locator("h1").count()).isEqualTo(1);
            if (eyes.equals(Visit.Eyes.USUAL)) {
                citizen.isPrintable("citizen-" + name).isReadableTwiceAsLarge();
            }
        }
    }

    @Test
    void lookups_stand_below_their_month_in_baku_and_say_who_why_what_and_whether_they_were_refused() {
        try (Visit citizen = citizen()) {
            assertThat(citizen.page().url()).endsWith("/my/lookups");
            assertThat(citizen.page().locator("h2").allInnerTexts())
                    .containsExactly("Haqqınızda kimin sorğu verdiyinə baxan auditorlar", "noyabr 2026: 3 sorğu");
            assertThat(citizen.text())
                    .contains(
                            "DOST Centre No. 1",
                            "Avtomobil",
                            "Law on the Rights of Persons",
                            "Şəxsiyyət məlumatları, Nəqliyyat vasitələri",
                            "İmtina edilib",
                            "Onların sayı: 2",
                            "z.rzayeva, Audit office",
                            "Tanınmayan sistem")
                    .doesNotContain("housingQueue", "NOT_GRANTED");
            citizen.in("en");
            assertThat(citizen.page().locator("h2").allInnerTexts())
                    .containsExactly("Auditors who read who asked about you", "November 2026: 3 lookups");
        }
    }

    @Test
    void older_ones_are_behind_a_link_and_withheld_ones_are_told_once() {
        gateway()
                .answers(
                        "GET " + LOOKUPS,
                        200,
                        OwnData.lookups(2, OwnData.lookup())
                                .put("before", OwnData.ID)
                                .toString())
                .answers(
                        "GET " + LOOKUPS + "?page=" + OwnData.ID,
                        200,
                        OwnData.lookups(2, OwnData.bare()).toString());
        try (Visit citizen = citizen()) {
            citizen.press("Daha köhnələr");
            citizen.page().waitForSelector("text=Ən yenilərə qayıt");
            assertThat(citizen.text()).doesNotContain("Onların sayı");
        }
    }

    static Stream<Arguments> empty() {
        return Stream.of(
                Arguments.of("lookups", "GET " + LOOKUPS, OwnData.lookups(0)),
                Arguments.of("corrections", "GET " + CORRECTIONS, OwnData.corrections()),
                Arguments.of("rights", "GET " + RIGHTS, OwnData.rights()),
                Arguments.of("credentials", "GET " + CREDENTIALS, OwnData.credentials()),
                Arguments.of(
                        "mix-ups",
                        "GET /v1/citizens/me/mix-ups",
                        ((ObjectNode) OwnData.mixUps(false))
                                .set("mixUps", OwnData.mixUps(false).arrayNode())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("empty")
    void an_empty_page_says_what_would_be_there(String name, String call, ObjectNode answer) {
        gateway().answers(call, 200, answer.toString());
        try (Visit citizen = citizen()) {
            citizen.open("/my/" + name);
            assertThat(citizen.page().locator(".govuk-inset-text").innerText()).contains("Burada");
            seen(citizen, "citizen-empty-" + name);
        }
    }

    @Test
    void a_receipt_is_a_file_and_one_that_is_not_ready_is_none() throws IOException {
        try (Visit citizen = citizen()) {
            citizen.open(ONE);
            Download file = citizen.page().waitForDownload(() -> citizen.press("Qəbzi yüklə (JSON)"));
            assertThat(file.suggestedFilename()).isEqualTo("receipt-" + OwnData.ID + ".json");
            assertThat(Files.readString(file.path())).isEqualTo("{\"sequence\":7,\"path\":[]}");
            ObjectNode later = OwnData.lookup();
            later.remove("receipt");
            gateway().answers("GET " + LOOKUP, 200, later.toString());
            citizen.open(ONE);
            assertThat(citizen.text()).contains("Qəbz hələ hazır deyil");
            assertThat(citizen.page().locator("a[download]").count()).isZero();
            seen(citizen, "citizen-receipt-later");
            assertThat(citizen.open(ONE + "/receipt.json").status()).isEqualTo(404);
        }
    }

    @Test
    void an_offer_says_what_why_and_what_is_in_doubt_and_is_accepted_by_its_button() {
        ObjectNode offered = OwnData.offer("OFFERED");
        gateway()
                .answers("GET " + RIGHTS, 200, OwnData.rights(disputed(offered)).toString())
                .answers(
                        "POST " + RIGHTS + "/" + OwnData.OFFER + "/acceptance",
                        200,
                        OwnData.offer("ACCEPTED").toString());
        try (Visit citizen = citizen()) {
            citizen.open("/my/rights");
            assertThat(citizen.text())
                    .contains(
                            "Uşağın anadan olmasına görə müavinət",
                            "Təklif olunub",
                            "600,00",
                            "reyestrlərdə fərqlidir",
                            "Ailə üzvləri");
            citizen.press("Bu hüququnuz nə üçün var");
            assertThat(citizen.text()).contains("Doğum qeydə alınıb", "Maddə 7.1");
            gateway()
                    .answers(
                            "GET " + RIGHTS,
                            200,
                            OwnData.rights(OwnData.offer("ACCEPTED")).toString());
            citizen.press("Qəbul edirəm");
            citizen.page().waitForSelector("text=Qəbul edilib");
            assertThat(posts())
                    .extracting(PlayedGateway.Asked::path)
                    .containsExactly(RIGHTS + "/" + OwnData.OFFER + "/acceptance");
            assertThat(citizen.page().locator("form[action*='/my/rights']").count())
                    .isZero();
        }
    }

    @Test
    void an_offer_that_another_one_excludes_is_told_in_words() {
        gateway().refuses("POST " + RIGHTS + "/" + OwnData.OFFER + "/acceptance", 409, "OFFER_EXCLUDED");
        try (Visit citizen = citizen()) {
            citizen.open("/my/rights");
            citizen.press("Qəbul edirəm");
            citizen.page().waitForSelector("text=Qəbul etdiyiniz başqa təklif");
        }
    }

    @Test
    void a_credential_is_asked_for_and_handed_to_a_wallet_by_two_codes() {
        gateway()
                .answers("POST " + CREDENTIALS, 201, OwnData.offeredCredential().toString());
        try (Visit citizen = citizen()) {
            citizen.open("/my/credentials");
            citizen.page().getByLabel("Əlillik").check();
            citizen.press("Sənədi istə");
            citizen.page().waitForSelector("#code");
            assertThat(citizen.page().locator("h1").innerText()).isEqualTo("Sənəd hazırdır: Əlillik");
            assertThat(citizen.page().locator("#code").innerText()).isEqualTo("493536");
            assertThat(citizen.page()
                            .locator("a[href^='openid-credential-offer://']")
                            .count())
                    .isEqualTo(1);
            assertThat(citizen.page().locator("svg.vahid-qr path").getAttribute("d"))
                    .isNotBlank();
            assertThat(citizen.page().url())
                    .as("neither code is in the address")
                    .endsWith("/my/credentials/offered");
            seen(citizen, "citizen-credential-offered");
            assertThat(posts()).extracting(PlayedGateway.Asked::path).containsExactly(CREDENTIALS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREDENTIAL_UNFOUNDED", "CREDENTIAL_UNDECIDED", "FIELD_INVALID"})
    void why_there_is_no_credential_is_told_where_it_was_asked_for(String code) {
        gateway().refuses("POST " + CREDENTIALS, 409, code);
        try (Visit citizen = citizen()) {
            citizen.open("/my/credentials");
            citizen.press("Sənədi istə");
            citizen.page().waitForSelector("#error-summary");
            seen(citizen, "citizen-credential-refused-" + code);
        }
    }

    @Test
    void a_credential_is_revoked_by_its_button() {
        gateway()
                .answers(
                        "DELETE " + CREDENTIALS + "/" + OwnData.CREDENTIAL,
                        200,
                        OwnData.credentials("REVOKED").at("/credentials/0").toString())
                .answers(
                        "GET " + CREDENTIALS, 200, OwnData.credentials("ISSUED").toString());
        try (Visit citizen = citizen()) {
            citizen.open("/my/credentials");
            gateway()
                    .answers(
                            "GET " + CREDENTIALS,
                            200,
                            OwnData.credentials("REVOKED").toString());
            citizen.press("Ləğv et");
            citizen.page().waitForSelector("text=Ləğv edilib");
            assertThat(gateway().asked())
                    .extracting(PlayedGateway.Asked::method)
                    .contains("DELETE");
        }
    }

    static Stream<Arguments> states() {
        return Stream.of(
                Arguments.of("busy", 503, "OVERLOADED", 503, "overloaded"),
                Arguments.of("refused", 403, "NOT_GRANTED", 403, "NOT_GRANTED"),
                Arguments.of("away", 502, "", 502, "call 142"),
                Arguments.of("not-there", 404, "NOT_FOUND", 404, "Page not found"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("states")
    void a_bad_day_is_told_to_a_citizen_and_not_as_to_an_official(
            String name, int status, String code, int shown, String words) {
        try (Visit citizen = citizen()) {
            if (code.isEmpty()) {
                gateway().answers("GET " + LOOKUP, status, "<html>Bad gateway</html>");
            } else {
                gateway().refuses("GET " + LOOKUP, status, code, "Retry-After", "7");
            }
            assertThat(citizen.open(ONE).status()).isEqualTo(shown);
            seen(citizen, "citizen-state-" + name);
            assertThat(citizen.text()).contains(words).doesNotContain("Do not ask the citizen");
        }
    }

    @Test
    void a_session_that_is_over_is_told() {
        try (Visit citizen = citizen()) {
            citizen.open(ONE);
            citizen.page().locator("#question").fill("Why?");
            citizen.page().context().clearCookies();
            citizen.page().locator("#ask").click();
            citizen.page().waitForURL("**/login/over");
            assertThat(citizen.text()).contains("Sessiyanız başa çatıb");
            assertThat(citizen.page().content()).doesNotContain("DOST Centre");
            assertThat(posts()).isEmpty();
        }
    }

    @Test
    void a_clerk_sees_none_of_it() {
        gateway().knows("a.mammadova", "CLERK");
        try (Visit clerk = new Visit(PAGES).login("a.mammadova")) {
            for (String address : new String[] {
                "/my",
                "/my/lookups",
                ONE,
                ONE + "/receipt.json",
                "/my/mix-ups",
                "/my/corrections",
                "/my/corrections/new",
                "/my/rights"
            }) {
                assertThat(clerk.open(address).status()).as(address).isEqualTo(404);
            }
            assertThat(clerk.page().content()).doesNotContain("href=\"/my");
        }
        gateway().forget();
    }

    @Test
    @Tag("attack")
    void what_somebody_wrote_is_text() {
        String evil = "<img src=x onerror=alert(1)>${7*7}[[${7*7}]]";
        ObjectNode lookup = OwnData.lookup().put("caseRef", evil).put("official", evil);
        ((ObjectNode) lookup.path("service")).put("legalBasis", evil);
        lookup.set("question", OwnData.question("ANSWERED").put("note", evil).put("text", evil));
        gateway().answers("GET " + LOOKUP, 200, lookup.toString());
        try (Visit citizen = citizen()) {
            citizen.open(ONE);
            assertThat(citizen.text()).contains(evil);
            assertThat(citizen.page().locator("img[src=x]").count()).isZero();
            citizen.noticedNothing();
        }
    }
}
