package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Analysts read closed periods, a manager his own centre, everybody open data; and what is hidden is said to be. */
@Tag("pages")
class ClosedReportsTest {
    private static final RunningPages PAGES = RunningPages.get();
    static final String LIST = "GET /v1/statistics/reports";
    private static final String MONTH = read("month");
    private static final String QUARTER = read("quarter");
    static final String PERIODS = """
            {"periods":[{"period":"2026-12","kind":"MONTH","from":"2026-12-01","to":"2026-12-31","closesAt":"2027-01-02T20:00:00Z","state":"OPEN","versions":[]},
             {"period":"2026-Q4","kind":"QUARTER","from":"2026-10-01","to":"2026-12-31","closesAt":"2027-01-02T20:00:00Z","state":"CLOSED","versions":[
              {"version":1,"closedAt":"2027-01-03T00:00:10Z"}]},
             {"period":"2026-11","kind":"MONTH","from":"2026-11-01","to":"2026-11-30","closesAt":"2026-12-02T20:00:00Z","state":"CLOSED","versions":[
              {"version":3,"closedAt":"2026-12-09T08:00:00Z","because":"A centre moved"},{"version":2,"closedAt":"2026-12-05T08:00:00Z","because":"Answers of the tax service came late"},
              {"version":1,"closedAt":"2026-12-02T20:00:05Z"}]},
             {"period":"2026-10","kind":"MONTH","from":"2026-10-01","to":"2026-10-31","closesAt":"2026-11-02T20:00:00Z","state":"CLOSING","versions":[]}]}""";
    private static final String NOTHING_CLOSED = """
            {"periods":[{"period":"2026-11","kind":"MONTH","from":"2026-11-01","to":"2026-11-30","closesAt":"2026-12-02T20:00:00Z","state":"OPEN","versions":[]},
             {"period":"2026-Q4","kind":"QUARTER","from":"2026-10-01","to":"2026-12-31","closesAt":"2027-01-02T20:00:00Z","state":"OPEN","versions":[]},
             {"period":"2026-10","kind":"MONTH","from":"2026-10-01","to":"2026-10-31","closesAt":"2026-11-02T20:00:00Z","state":"CLOSING","versions":[]}]}""";
    private static final String OPEN_DATA = """
            {"@context":{},"@id":"http://localhost/v1/statistics/open-data","@type":"dcat:Catalog","dataset":[{"identifier":"2026-11","versionNumber":"3","issued":"2026-12-09T08:00:00Z",
             "temporal":{"startDate":"2026-11-01","endDate":"2026-11-30"}}]}""";
    private static final String CENTRE = """
            {"period":"2026-11","version":3,"closedAt":"2026-12-09T08:00:00Z","centre":"DOST-1","ownRow":true,"figures":["CASES","FREE","NOT_FREE","FREE_SHARE","HOURS","MEDIAN_SECONDS"],
             "cells":{"CASES":1234,"FREE":{"hidden":true},"NOT_FREE":{"hidden":true},"FREE_SHARE":{"hidden":true},"MEDIAN_SECONDS":1.2}}""";

    static String read(String name) {
        try {
            return Files.readString(
                    name.equals("quarter")
                            ? Path.of("src/pages/main/resources/pages/sample/quarter.json")
                            : Path.of("src/app/test/resources/pages/report/" + name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PlayedGateway gateway() {
        return PAGES.gateway();
    }

    @BeforeEach
    void an_analyst_and_a_manager() {
        gateway()
                .knows("g.ahmadova", "ANALYST")
                .answers(LIST, 200, PERIODS)
                .answers(LIST + "/2026-11", 200, MONTH, "Vahid-Signature", "e30..c2ln")
                .answers(LIST + "/2026-Q4", 200, QUARTER)
                .answers("GET /v1/statistics/open-data", 200, OPEN_DATA)
                .answers(LIST + "/2026-11/centres/DOST-1", 200, CENTRE)
                .forget();
    }

    private static Visit analyst() {
        return new Visit(PAGES).login("g.ahmadova");
    }

    private static Visit manager() {
        gateway().knows("k.aliyev", "CENTRE_MANAGER");
        return new Visit(PAGES).login("k.aliyev");
    }

    static void seen(Visit visit, String name) {
        visit.in("az")
                .picture("report-" + name + "-az")
                .isAccessible()
                .isNotTooWide()
                .isReadableOnAPhone()
                .isReadableTwiceAsLarge()
                .isPrintable("report-" + name + "-az");
        visit.in("en")
                .picture("report-" + name + "-en")
                .isAccessible()
                .isNotTooWide()
                .isReadableOnAPhone()
                .isReadableTwiceAsLarge()
                .isPrintable("report-" + name + "-en");
        visit.noticedNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"month", "quarter"})
    void the_reports_of_this_test_are_as_the_contract_has_them(String name) throws IOException {
        JsonNode schema = new ObjectMapper()
                .readTree(Path.of("contracts/report.schema.json").toFile());
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(new ObjectMapper().readTree(read(name))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "periods, /reports",
        "month, /reports/2026-11",
        "quarter, /reports/2026-Q4",
        "sample, /reports/sample",
        "open, /open-data"
    })
    void an_analysts_pages_are_for_everybodys_eyes_screen_and_paper(String name, String address) {
        try (Visit analyst = analyst()) {
            analyst.open(address);
            seen(analyst, name);
        }
    }

    @Test
    void an_analyst_reads_what_each_table_tells_when_it_first_closes_and_a_sample_that_says_it_is_computed() {
        gateway().answers(LIST, 200, NOTHING_CLOSED);
        try (Visit analyst = analyst().in("en")) {
            assertThat(analyst.page()
                            .locator("section[aria-labelledby=told] tbody tr")
                            .count())
                    .isEqualTo(29);
            assertThat(analyst.page()
                            .locator("section[aria-labelledby=told] tbody tr:has-text('Availability of the registers')")
                            .innerText())
                    .contains("Quarters", "Closes on 03.01.2027 00:00");
            assertThat(analyst.page()
                            .locator("section[aria-labelledby=told] tbody tr")
                            .first()
                            .innerText())
                    .contains("In all", "Months and quarters", "Closes on 03.11.2026 00:00");
            analyst.picture("report-told-en").isAccessible();
            analyst.press("By agency");
            analyst.page().waitForURL("**/reports/sample#BY_AGENCY");
            assertThat(analyst.page().locator("#computed").innerText()).contains("These figures are computed");
            assertThat(analyst.page().locator("main table caption").allInnerTexts())
                    .isNotEmpty()
                    .allMatch(caption -> caption.contains("computed figures"));
            assertThat(analyst.page().locator("#closing, a[href*='/files/']").count())
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"centre-periods, /centre/reports", "centre, /centre/reports/2026-11"})
    void a_managers_pages_are_for_everybodys_eyes_screen_and_paper(String name, String address) {
        try (Visit manager = manager()) {
            manager.open(address);
            seen(manager, name);
        }
    }

    @Test
    void a_list_without_periods_says_what_would_be_there() {
        gateway()
                .answers(LIST, 200, "{\"periods\":[]}")
                .answers("GET /v1/statistics/open-data", 200, "{\"@type\":\"dcat:Catalog\",\"dataset\":[]}");
        try (Visit analyst = analyst()) {
            analyst.open("/reports");
            analyst.picture("report-none-az").isAccessible();
            assertThat(analyst.text()).contains("Burada bağlanmış ay və rüblərin hesabatları olacaq");
            analyst.open("/open-data");
            assertThat(analyst.isAccessible().text())
                    .contains("Burada bağlanmış ay və rüblərin açıq məlumatları olacaq");
        }
    }

    @Test
    void open_data_have_a_link_for_each_form_in_words() {
        try (Visit analyst = analyst()) {
            analyst.open("/open-data");
            assertThat(analyst.text())
                    .contains("CSV cədvəli, Noyabr 2026", "JSON-stat 2.0, Noyabr 2026", "JSON, Noyabr 2026");
        }
    }

    @Test
    void a_period_has_its_name_its_state_and_all_versions_with_their_reasons() {
        try (Visit analyst = analyst()) {
            analyst.open("/reports");
            assertThat(analyst.text())
                    .contains(
                            "Noyabr 2026",
                            "2026, IV rüb",
                            "Bağlanır",
                            "03.01.2027 00:00 tarixində bağlanır (Bakı vaxtı)",
                            "A centre moved");
            assertThat(analyst.page().locator("a[href='/reports/2026-12']").count())
                    .isZero();
            assertThat(analyst.in("en").text())
                    .contains("November 2026", "Quarter IV of 2026", "Version 1 of November 2026");
        }
    }

    @Test
    void what_is_hidden_is_said_to_be_hidden_and_a_nought_is_a_nought() {
        try (Visit analyst = analyst()) {
            analyst.open("/reports/2026-11");
            String mobile = analyst.page()
                    .locator(
                            "section[aria-labelledby=BY_CHANNEL] tr",
                            new com.microsoft.playwright.Page.LocatorOptions().setHasText("Səyyar DOST"))
                    .first()
                    .innerText();
            assertThat(mobile.split("\t"))
                    .containsExactly("Səyyar DOST", "gizlədilib", "gizlədilib", "gizlədilib", "gizlədilib");
            String paper = analyst.page()
                    .locator(
                            "section[aria-labelledby=BY_DOCUMENT] tr",
                            new com.microsoft.playwright.Page.LocatorOptions().setHasText("Bank hesabının"))
                    .first()
                    .innerText();
            assertThat(paper.replace('\u00a0', ' ').split("\t"))
                    .containsExactly("Bank hesabının rekvizitləri", "3 960", "0", "0");
        }
    }

    @Test
    void a_hidden_row_is_not_drawn_and_the_chart_says_how_many_are_not() {
        try (Visit analyst = analyst()) {
            analyst.open("/reports/2026-11");
            assertThat(analyst.page()
                            .locator("section[aria-labelledby=BY_CHANNEL] svg rect")
                            .count())
                    .isEqualTo(3);
            assertThat(analyst.page()
                            .locator("section[aria-labelledby=BY_CHANNEL]")
                            .innerText())
                    .contains("Diaqramdakı sətirlər: 5 sətirdən 3. Gizlədildiyi üçün çəkilməyənlər: 2");
        }
    }

    @Test
    void figures_are_written_as_people_write_them() {
        try (Visit analyst = analyst()) {
            analyst.open("/reports/2026-11");
            assertThat(analyst.text().replace('\u00a0', ' '))
                    .contains(
                            "20 480",
                            "80,0 %",
                            "1,2",
                            "30 730,5",
                            "90 dəqiqə. Mənbə: DOST, 2024",
                            "1 204 881 – 1 391 220 nömrəli qeydlər",
                            "Yaşayış yeri üzrə qeydiyyat: ",
                            "Cavabın imzası etibarsızdır",
                            "Başa çatmış düzəlişlər (gün): Məlumat düzəldilib",
                            "Qadın, 30–44");
        }
    }

    @Test
    void an_older_version_says_that_there_is_a_newer_one() {
        gateway().answers(LIST + "/2026-11?version=2", 200, MONTH);
        try (Visit analyst = analyst()) {
            analyst.open("/reports/2026-11?version=2");
            assertThat(analyst.text())
                    .contains(
                            "Bu, 2 nömrəli versiyadır. Daha yenisi var.",
                            "Yenidən bağlanma səbəbi: Answers of the tax service came late");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/reports/2026-11/files/csv?version=2, /v1/statistics/reports/2026-11?form=CSV&version=2, vahid-report-2026-11-v2.csv",
        "/reports/2026-11/files/json-stat, /v1/statistics/reports/2026-11?form=JSON_STAT, vahid-report-2026-11.json-stat.json",
        "/reports/2026-11/files/json, /v1/statistics/reports/2026-11?form=JSON, vahid-report-2026-11.json",
        "/reports/2026-11/signature, /v1/statistics/reports/2026-11, vahid-report-2026-11.json.jws",
        "/open-data/2026-11/files/csv, /v1/statistics/open-data/2026-11?form=CSV, vahid-open-data-2026-11.csv",
        "/open-data/catalogue, /v1/statistics/open-data, vahid-open-data.jsonld"
    })
    void a_file_comes_as_the_gateway_gives_it(String address, String asked, String name) {
        String given = asked.contains("form=") ? "a,b\n'=1+1,ə\n" : asked.endsWith("open-data") ? OPEN_DATA : MONTH;
        gateway()
                .answers(LIST + "/2026-11", 200, given, "Vahid-Signature", "e30..c2ln")
                .answers("GET /v1/statistics/open-data/2026-11", 200, given);
        try (Visit analyst = analyst()) {
            gateway().forget();
            APIResponse file = analyst.page().request().get(PAGES.address() + address);
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.headers().get("content-disposition")).isEqualTo("attachment; filename=\"" + name + "\"");
            assertThat(new String(file.body(), StandardCharsets.UTF_8))
                    .isEqualTo(name.endsWith(".jws") ? "e30..c2ln" : given);
            assertThat(gateway().asked().stream().map(PlayedGateway.Asked::path))
                    .contains(asked);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reports/2026-13",
                "/reports/2026",
                "/reports/2026-11/files/xml",
                "/reports/2026-11?version=x",
                "/open-data/2026-11/files/pdf",
                "/open-data/x/files/csv"
            })
    @Tag("attack")
    void an_address_that_there_is_not_asks_the_gateway_for_no_report(String address) {
        try (Visit analyst = analyst()) {
            gateway().forget();
            assertThat(analyst.page().request().get(PAGES.address() + address).status())
                    .isIn(400, 404, 422);
            assertThat(gateway().asked().stream().map(PlayedGateway.Asked::path))
                    .containsOnly("/v1/officials/me");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "409, PERIOD_OPEN, 409, Dövr hələ bağlanmayıb",
        "503, OVERLOADED, 503, OVERLOADED",
        "404, PERIOD_UNKNOWN, 404, ''"
    })
    void a_refusal_is_told_in_words(int status, String code, int shown, String words) {
        gateway().refuses(LIST + "/2026-11", status, code, "Retry-After", "3");
        try (Visit analyst = analyst()) {
            assertThat(analyst.open("/reports/2026-11").status()).isEqualTo(shown);
            assertThat(analyst.isAccessible().text()).contains(words);
        }
    }

    @Test
    void a_centre_of_few_officials_is_told_why_it_has_no_figures() {
        gateway()
                .answers(
                        LIST + "/2026-11/centres/DOST-1",
                        200,
                        CENTRE.replace("\"ownRow\":true", "\"ownRow\":false")
                                .replaceAll("\"cells\":.*", "\"cells\":{\"CASES\":{\"hidden\":true}}}"));
        try (Visit manager = manager()) {
            manager.open("/centre/reports/2026-11");
            assertThat(manager.picture("report-centre-few-az").isAccessible().text())
                    .contains("Mərkəzdə 3-dən az əməkdaş var", "gizlədilib");
        }
    }

    @Test
    void a_manager_asks_for_no_centre_but_his_own() {
        try (Visit manager = manager()) {
            gateway().forget();
            manager.open("/centre/reports/2026-11?centre=DOST-2");
            assertThat(gateway().asked().stream().map(PlayedGateway.Asked::path))
                    .contains("/v1/statistics/reports/2026-11/centres/DOST-1")
                    .noneMatch(path -> path.contains("DOST-2"));
        }
    }

    @Test
    void without_scripts_it_is_the_same_page() {
        gateway().knows("g.ahmadova", "ANALYST");
        try (Visit analyst = new Visit(PAGES, Visit.Eyes.WITHOUT_SCRIPTS).login("g.ahmadova")) {
            analyst.open("/reports/2026-11");
            assertThat(List.of(analyst.text().split("\n"))).contains("Xidmətlər üzrə", "Burada ölçülməyənlər");
        }
    }
}
