package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A data steward reads the tickets of his register, and answers each once. */
@Tag("pages")
class TicketPagesTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final String LIST = "/register/tickets";
    private static final String ID = "0193a1b2-0000-7000-8000-000000000001";
    private static final String ONE = LIST + "/pensions/" + ID;
    private static final String GATEWAY = "/v1/quality/agencies/pensions/tickets";
    private static final String CONFLICT = """
            {"ticketId":"%s","state":"SENT","openedAt":"2026-11-28T06:00:00Z","since":"2026-11-29T06:00:00Z","reopened":1,
             "problem":"CONFLICT","rule":"AUTHORITATIVE_SOURCE","fact":"death","field":"date","subject":{"fin":"DEADAL1"},
             "other":{"agency":"civil-status","value":"2025-12-09"},
             "answers":[{"agency":"civil-status","answer":"CORRECT_AS_IS","at":"2026-11-28T09:00:00Z","note":"The act is here"}]}""";
    private static final String UNREADABLE = """
            {"ticketId":"0193a1b2-0000-7000-8000-000000000002","state":"OPEN","openedAt":"2026-11-28T06:00:00Z",
             "since":"2026-11-28T06:00:00Z","reopened":0,"problem":"UNREADABLE","rule":"UNKNOWN_CODE","fact":"pension",
             "field":"/pension/kind","subject":{"fin":"5AB1CD2"}}""";
    private static final String GONE = """
            {"ticketId":"0193a1b2-0000-7000-8000-000000000003","state":"CLOSED","openedAt":"2026-10-28T06:00:00Z",
             "since":"2026-11-28T06:00:00Z","reopened":0,"problem":"OTHER_CITIZEN","rule":"OTHER_CITIZEN"}""";

    private static PlayedGateway gateway() {
        return PAGES.gateway();
    }

    private static String me(String registers) {
        return "{\"official\":\"m.orujova\",\"requester\":\"pension-desk\",\"office\":\"pensions\","
                + "\"roles\":[\"DATA_STEWARD\"],\"services\":[],\"views\":[],\"registers\":[" + registers + "]}";
    }

    private static String list(String... tickets) {
        return "{\"agency\":\"pensions\",\"tickets\":[" + String.join(",", tickets) + "]}";
    }

    @BeforeEach
    void a_data_steward() {
        gateway()
                .answers("GET /v1/officials/me", 200, me("\"pensions\""))
                .answers("GET " + GATEWAY, 200, list(CONFLICT.formatted(ID), UNREADABLE, GONE))
                .answers("GET " + GATEWAY + "/" + ID, 200, CONFLICT.formatted(ID))
                .answers("POST " + GATEWAY + "/" + ID + "/answer", 200, CONFLICT.formatted(ID))
                .answers("GET /v1/statistics/registers", 200, """
                        {"at":"2026-11-30T06:00:00Z","registers":[
                         {"agency":"pensions","fact":"death","field":"date","open":1200,"reopened":7},
                         {"agency":"pensions","fact":"","field":"","open":0,"closed":12,"reopened":0,"medianDays":3.5}]}""")
                .answers("GET /v1/statistics/open-data", 200, "{\"dataset\":[]}")
                .forget();
    }

    private static Arguments page(String name, String address, String english, Consumer<PlayedGateway> laid) {
        return Arguments.of(name, address, english, laid);
    }

    static Stream<Arguments> pages() {
        Consumer<PlayedGateway> usual = gateway -> {};
        return Stream.of(
                page("tickets", LIST, "Another register says", usual),
                page("tickets-answered", LIST + "?answered", "does not wait for you any more", usual),
                page(
                        "tickets-none",
                        LIST,
                        "There is no ticket",
                        gateway -> gateway.answers("GET " + GATEWAY, 200, list())),
                page(
                        "tickets-of-two",
                        LIST,
                        "Tickets of your register",
                        gateway -> gateway.answers("GET /v1/officials/me", 200, me("\"pensions\",\"civil-status\""))),
                page(
                        "tickets-of-nobody",
                        LIST,
                        "No register is yours here",
                        gateway -> gateway.answers("GET /v1/officials/me", 200, me(""))),
                page("ticket", ONE, "The act is here", usual),
                page(
                        "ticket-closed",
                        ONE,
                        "waits for no answer",
                        gateway -> gateway.answers(
                                "GET " + GATEWAY + "/" + ID,
                                200,
                                CONFLICT.formatted(ID).replace("SENT", "CANNOT"))),
                page("registers", "/open-data/registers", "1–4", usual),
                page(
                        "registers-none",
                        "/open-data/registers",
                        "Nothing has been seen yet",
                        gateway -> gateway.answers(
                                "GET /v1/statistics/registers",
                                200,
                                "{\"at\":\"2026-11-30T06:00:00Z\",\"registers\":[]}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void a_page_is_read_in_both_languages_on_every_screen(
            String name, String address, String english, Consumer<PlayedGateway> laid) {
        laid.accept(gateway());
        for (Visit.Eyes eyes : new Visit.Eyes[] {Visit.Eyes.USUAL, Visit.Eyes.NARROW}) {
            try (Visit steward = new Visit(PAGES, eyes).login("m.orujova")) {
                assertThat(steward.open(address).status()).isEqualTo(200);
                for (String language : new String[] {"az", "en"}) {
                    steward.in(language)
                            .picture("register-" + name + "-" + eyes.width() + "-" + language)
                            .isAccessible()
                            .isNotTooWide();
                }
                assertThat(steward.text()).contains(english).doesNotContain("??");
                assertThat(steward.page().locator("h1").count()).isOne();
                steward.noticedNothing();
            }
        }
        try (Visit steward =
                new Visit(PAGES, Visit.Eyes.WITHOUT_SCRIPTS).login("m.orujova").english()) {
            assertThat(steward.open(address).status()).isEqualTo(200);
            assertThat(steward.text()).contains(english);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void a_page_is_readable_four_times_as_large(
            String name, String address, String english, Consumer<PlayedGateway> laid) {
        laid.accept(gateway());
        try (Visit steward = new Visit(PAGES).login("m.orujova")) {
            steward.open(address);
            steward.isReadableTwiceAsLarge().isReadableOnAPhone().isReadableFourTimesAsLarge();
        }
    }

    private static List<PlayedGateway.Asked> acts() {
        return gateway().asked().stream()
                .filter(asked -> asked.method().equals("POST"))
                .toList();
    }

    @Test
    void a_list_says_who_what_and_what_another_register_says_in_words() {
        try (Visit steward = new Visit(PAGES).login("m.orujova").english()) {
            steward.open(LIST);
            assertThat(steward.text())
                    .contains("DEADAL1", "Registers say different things", "09.12.2025", "5AB1CD2", "Not kept any more")
                    .contains("Waits for your answer", "It says nothing of it")
                    .doesNotContain("UNKNOWN_CODE", "/pension/kind", "2025-12-09");
        }
    }

    @Test
    void a_ticket_is_answered_once_however_often_the_button_is_pressed() {
        try (Visit steward = new Visit(PAGES).login("m.orujova").english()) {
            steward.open(LIST);
            steward.press("DEADAL1");
            steward.page().waitForURL("**" + ONE);
            steward.page().locator("#answer-1").check();
            steward.page().locator("#note").fill("No act came to us");
            steward.page().locator("#send").dblclick();
            steward.page().waitForSelector("text=Your answer has been kept");
            steward.noticedNothing();
        }
        assertThat(acts()).singleElement().satisfies(act -> {
            assertThat(act.path()).isEqualTo(GATEWAY + "/" + ID + "/answer");
            assertThat(act.body()).isEqualTo("{\"answer\":\"CORRECT_AS_IS\",\"note\":\"No act came to us\"}");
        });
    }

    @ParameterizedTest
    @CsvSource({", , answer", ", It is so, answer", "answer-1, , note", "answer-2, , note"})
    void what_is_wrong_in_the_form_is_told_first_and_leads_to_its_field(String chosen, String note, String field) {
        try (Visit steward = new Visit(PAGES).login("m.orujova")) {
            steward.open(ONE);
            if (chosen != null) {
                steward.page().locator("#" + chosen).check();
            }
            steward.page().locator("#note").fill(note == null ? "" : note);
            steward.page().locator("#send").click();
            steward.page().waitForSelector("#error-summary");
            steward.page().locator("#error-summary a[href='#" + field + "']").click();
            assertThat(steward.page().evaluate("() => document.activeElement.id"))
                    .isEqualTo(field);
            assertThat(steward.page().locator("#note").inputValue()).isEqualTo(note == null ? "" : note);
            steward.picture("register-ticket-fault-" + chosen + "-" + field)
                    .isAccessible()
                    .isNotTooWide()
                    .noticedNothing();
        }
        assertThat(acts()).isEmpty();
    }

    @Test
    void a_ticket_that_somebody_else_has_answered_meanwhile_is_told_so() {
        gateway().answers("POST " + GATEWAY + "/" + ID + "/answer", 404, "{\"code\":\"NOT_FOUND\",\"status\":404}");
        try (Visit steward = new Visit(PAGES).login("m.orujova").english()) {
            steward.open(ONE);
            steward.page().locator("#answer").check();
            steward.page().locator("#send").click();
            steward.page().waitForSelector("text=does not wait for you any more");
            steward.noticedNothing();
        }
    }

    @Test
    void the_table_is_the_gateway_s_own_file() throws IOException {
        gateway().answers("GET " + GATEWAY + "?form=CSV", 200, "ticketId,state\r\n");
        try (Visit steward = new Visit(PAGES).login("m.orujova").english()) {
            steward.open(LIST);
            Download file = steward.page()
                    .waitForDownload(() -> steward.page().locator("a[download]").click());
            assertThat(file.suggestedFilename()).isEqualTo("vahid-tickets-pensions.csv");
            assertThat(Files.readString(file.path())).isEqualTo("ticketId,state\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {LIST + "?agency=civil-status", LIST + "/civil-status/" + ID, LIST + "/civil-status/table"})
    @Tag("attack")
    void another_register_is_not_there_for_him(String address) {
        try (Visit steward = new Visit(PAGES).login("m.orujova")) {
            assertThat(steward.open(address).status()).isEqualTo(404);
        }
        assertThat(gateway().asked()).noneMatch(asked -> asked.path().contains("civil-status"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLERK", "HOT_LINE", "CENTRE_MANAGER", "OPERATOR", "AUDITOR", "ANALYST", "INTEGRATOR"})
    @Tag("attack")
    void tickets_are_not_there_for_another_role(String role) {
        gateway().knows("a.mammadova", role);
        try (Visit other = new Visit(PAGES).login("a.mammadova")) {
            assertThat(other.open(LIST).status()).isEqualTo(404);
            assertThat(other.open(ONE).status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?state=NONE", "?state=%27--", "?page=x", "?agency="})
    @Tag("attack")
    void a_list_is_asked_for_by_nothing_but_what_there_is(String query) {
        try (Visit steward = new Visit(PAGES).login("m.orujova")) {
            assertThat(steward.open(LIST + query).status()).isEqualTo(200);
        }
        assertThat(gateway().asked())
                .noneMatch(
                        asked -> asked.path().contains("NONE") || asked.path().contains("--"));
    }
}
