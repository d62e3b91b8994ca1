package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
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

/** The hot-line, in each of its states: what anybody may be told, a caller who is checked, verdicts and no fact, and whom to call back. */
@Tag("pages")
class HotLinePagesTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final String CALL = "/hot-line/calls/" + HotLineDossiers.CALL;
    private static final String GET_CALL = "GET /v1/hot-line/calls/" + HotLineDossiers.CALL;
    private static final String CHECK = "POST /v1/hot-line/calls";
    private static final String GET_DOSSIER = "GET /v1/dossiers/" + Dossiers.ID;
    private static final String VERDICTS = "/hot-line/calls/verdicts/" + Dossiers.ID;
    private static final String BACK = "GET /v1/hot-line/call-backs";

    private static PlayedGateway gateway() {
        return PAGES.gateway();
    }

    @BeforeEach
    void an_official_of_the_hot_line() {
        String until = Instant.now().plusSeconds(900).toString();
        gateway().knows("l.huseynova", "HOT_LINE").forget();
        gateway().answers("GET /v1/catalogue/services", 200, HotLineDossiers.GUIDE).answers("GET /v1/catalogue/services/ccu-car/manual", 200, HotLineDossiers.MANUAL)
                .answers("GET /v1/catalogue/centres", 200, HotLineDossiers.CENTRES).answers(BACK, 200, "{\"callBacks\":[]}")
                .answers(CHECK, 201, "{\"call\":\"" + HotLineDossiers.CALL + "\",\"until\":\"" + until + "\"}").answers(GET_CALL, 200, HotLineDossiers.call(until))
                .answers("POST /v1/dossiers", 200, HotLineDossiers.verdicts(Dossiers.partial()).toString())
                .answers(GET_DOSSIER, 200, HotLineDossiers.verdicts(Dossiers.partial()).toString()).refuses(GET_DOSSIER + "/follow", 404, "FOLLOW_UP_UNKNOWN");
    }

    private static Visit visit(Visit.Eyes eyes) {
        return new Visit(PAGES, eyes).login("l.huseynova");
    }

    private static Visit visit() {
        return visit(Visit.Eyes.USUAL);
    }

    private static void seen(Visit visit, String name) {
        visit.picture(name + "-az").isAccessible().isNotTooWide().english();
        visit.picture(name + "-en").isAccessible().isNotTooWide().noticedNothing();
    }

    private static void check(Visit visit) {
        visit.open("/hot-line/calls");
        visit.page().locator("#fin").fill("w1d0w01");
        visit.page().locator("#birthDate").fill("9.3.1984");
        visit.page().locator("#documentNumber").fill("AA 1234567");
        visit.page().locator("#send").click();
        visit.page().waitForSelector("#call");
    }

    private static List<PlayedGateway.Asked> posts() {
        return gateway().asked().stream().filter(asked -> asked.method().equals("POST")).toList();
    }

    private static final List<Visit.Eyes> BOTH = List.of(Visit.Eyes.USUAL, Visit.Eyes.NARROW);

    @ParameterizedTest
    @CsvSource({"services, /hot-line", "service, /hot-line/services/ccu-car", "centres, /hot-line/centres", "check, /hot-line/calls", "back-empty, /hot-line/call-backs"})
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
            official.page().locator("#search").fill("sehid teqaud");
            official.page().waitForFunction("() => document.querySelectorAll('#found tbody tr').length === 1");
            assertThat(official.text()).contains("Şəhid ailəsi üçün təqaüd").doesNotContain("Avtomobil");
            official.page().locator("#search").fill("kosmonavt");
            official.page().waitForSelector("#found .govuk-inset-text");
            official.picture("hotline-services-none-az").isAccessible().noticedNothing();
            assertThat(official.addresses()).noneMatch(address -> address.contains("sehid"));
        }
    }

    @Test
    void a_service_is_told_in_the_order_in_which_callers_ask() {
        try (Visit official = visit(Visit.Eyes.WITHOUT_SCRIPTS)) {
            official.page().locator("#search").fill("avtomobil");
            official.press("Tap");
            official.press("Avtomobil ilə təminat");
            assertThat(official.page().locator("h2").allInnerTexts()).startsWith("Gətirilməli sənədlər", "Reyestrin əvəz etdiyi sənədlər", "Addımlar", "Göstərilmə yolları", "Yerlər");
            assertThat(official.text()).contains("Dərc edilməyib").contains("qanunvericilik mətni hələ yoxlanılmayıb");
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

    @Test
    void what_is_wrong_in_the_check_is_told_first_and_asks_nobody() {
        try (Visit official = visit()) {
            official.open("/hot-line/calls");
            official.page().locator("#fin").fill("OIOIOIO<b>");
            official.page().locator("#birthDate").fill("31.02.1984");
            official.page().locator("#send").click();
            official.page().waitForSelector("#error-summary");
            assertThat(official.page().evaluate("() => document.activeElement.id")).isEqualTo("error-summary");
            assertThat(official.page().locator("#fin").inputValue()).isEmpty();
            assertThat(official.page().locator("#birthDate").inputValue()).isEqualTo("31.02.1984");
            assertThat(official.page().content()).doesNotContain("OIOIOIO");
            official.picture("hotline-check-faults-az").isAccessible().noticedNothing();
            assertThat(posts()).isEmpty();
        }
    }

    @Test
    void one_answer_is_not_enough() {
        try (Visit official = visit()) {
            official.open("/hot-line/calls");
            official.page().locator("#fin").fill(Dossiers.FIN);
            official.page().locator("#documentNumber").fill("AA1234567");
            official.page().locator("#send").click();
            official.page().waitForSelector("#birthDate-error");
            assertThat(posts()).isEmpty();
        }
    }

    @Test
    void a_caller_who_is_not_confirmed_is_told_of_without_which_answer_is_wrong() {
        gateway().refuses(CHECK, 403, "CALLER_NOT_CONFIRMED");
        try (Visit official = visit()) {
            official.open("/hot-line/calls");
            official.page().locator("#fin").fill(Dossiers.FIN);
            official.page().locator("#birthDate").fill("09.03.1984");
            official.page().locator("#registeredSince").fill("01.02.2019");
            official.page().locator("#send").click();
            official.page().waitForSelector("#error-summary");
            assertThat(official.text()).contains("CALLER_NOT_CONFIRMED").contains("Hansı cavabın yanlış olduğunu deməyin");
            assertThat(official.page().locator(".govuk-error-message").count()).isZero();
            assertThat(official.page().locator("#birthDate").inputValue()).as("to be mended").isEqualTo("09.03.1984");
            official.picture("hotline-not-confirmed-az").isAccessible().noticedNothing();
            official.page().locator("#send").click();
            official.page().waitForFunction("() => document.activeElement && document.activeElement.id === 'error-summary'");
            assertThat(posts()).hasSize(2);
        }
    }

    @Test
    void a_register_that_does_not_speak_counts_down_to_another_try() {
        gateway().refuses(CHECK, 503, "CALLER_NOT_CHECKED", "Retry-After", "5");
        try (Visit official = visit()) {
            official.open("/hot-line/calls");
            official.page().locator("#fin").fill(Dossiers.FIN);
            official.page().locator("#birthDate").fill("09.03.1984");
            official.page().locator("#documentNumber").fill("AA1234567");
            official.page().locator("#send").click();
            official.page().waitForSelector("#again-in");
            official.picture("hotline-not-checked-az").isAccessible().noticedNothing();
        }
    }

    @Test
    void a_check_that_is_sent_twice_is_one_attempt() {
        gateway().answersLate(1_500, CHECK, 201, "{\"call\":\"" + HotLineDossiers.CALL + "\",\"until\":\"" + Instant.now().plusSeconds(900) + "\"}");
        try (Visit official = visit(Visit.Eyes.WITHOUT_SCRIPTS)) {
            official.open("/hot-line/calls");
            official.page().locator("#fin").fill(Dossiers.FIN);
            official.page().locator("#birthDate").fill("09.03.1984");
            official.page().locator("#documentNumber").fill("AA1234567");
            official.page().locator("#send").dblclick();
            official.page().waitForSelector("#call");
            assertThat(posts()).hasSize(1);
        }
    }

    @Test
    void a_checked_caller_is_looked_up_for_verdicts_and_nothing_else() {
        try (Visit official = visit()) {
            check(official);
            assertThat(posts()).singleElement().satisfies(asked -> assertThat(asked.body()).contains("\"birthDate\":\"1984-03-09\"", "\"fin\":\"W1D0W01\""));
            seen(official, "hotline-call-new");
            official.page().locator("#service").fill("martyr family pension");
            official.page().waitForFunction("() => document.querySelectorAll('#services input').length < 5");
            official.page().locator("#service-ccu-martyr-family-pension").check();
            official.page().locator("#send").click();
            official.page().waitForURL("**" + VERDICTS);
            PlayedGateway.Asked lookup = posts().stream().filter(asked -> asked.path().equals("/v1/dossiers")).findFirst().orElseThrow();
            assertThat(lookup.body()).contains("\"view\":\"VERDICTS\"", "\"channel\":\"CALL_CENTRE\"", "\"caseRef\":\"" + HotLineDossiers.CALL + "\"");
            assertThat(lookup.header("Idempotency-Key")).hasSize(36);
            assertThat(official.text()).contains("2 papers are needed").doesNotContain(Dossiers.FIN);
            assertThat(official.addresses()).noneMatch(address -> address.contains(Dossiers.FIN));
            official.noticedNothing();
        }
    }

    @Test
    void a_service_must_be_chosen() {
        try (Visit official = visit(Visit.Eyes.WITHOUT_SCRIPTS)) {
            check(official);
            official.page().locator("#send").click();
            official.page().waitForSelector("#service-error");
            official.picture("hotline-call-faults-az").isAccessible();
        }
    }

    static Stream<Arguments> verdicts() {
        return Stream.of(Arguments.of("complete", Dossiers.complete(), "No paper is needed"), Arguments.of("partial", Dossiers.partial(), "2 papers are needed"),
                Arguments.of("nobody", Dossiers.nobody(), "No register knows a person with this FIN"), Arguments.of("deceased", Dossiers.deceased(), "the person has died"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("verdicts")
    void verdicts_begin_with_their_sentence_and_have_no_fact(String kind, ObjectNode dossier, String sentence) {
        gateway().answers(GET_DOSSIER, 200, HotLineDossiers.verdicts(dossier).toString());
        for (Visit.Eyes eyes : BOTH) {
            try (Visit official = visit(eyes)) {
                official.open(VERDICTS);
                seen(official, "hotline-verdicts-" + kind + "-" + eyes.width());
                assertThat(official.text()).contains(sentence).doesNotContain(Dossiers.FIN, "{", "()");
            }
        }
    }

    @Test
    @Tag("attack")
    void an_answer_with_facts_is_not_shown_whoever_gave_it() {
        gateway().answers(GET_DOSSIER, 200, Dossiers.partial().toString());
        try (Visit official = visit()) {
            assertThat(official.open(VERDICTS).status()).isEqualTo(404);
            gateway().answers(GET_DOSSIER, 200, Dossiers.partial().put("view", "VERDICTS").toString());
            assertThat(official.open(VERDICTS).status()).isEqualTo(404);
            assertThat(official.page().content()).doesNotContain(Dossiers.FIN, "İSMAYILOVA");
        }
    }

    @Test
    @Tag("attack")
    void the_clerks_pages_of_a_dossier_are_not_there() {
        try (Visit official = visit()) {
            for (String address : List.of("/desk", "/desk/dossiers/" + Dossiers.ID, "/desk/dossiers/" + Dossiers.ID + "/photo", "/desk/dossiers/" + Dossiers.ID + "/dossier.json", "/centre")) {
                assertThat(official.open(address).status()).as(address).isEqualTo(404);
            }
        }
    }

    @Test
    void agencies_are_asked_again_and_the_page_says_how_far_it_is() {
        gateway().answers("POST /v1/dossiers/" + Dossiers.ID + "/follow", 202, "{}");
        try (Visit official = visit()) {
            official.open(VERDICTS);
            gateway().answers(GET_DOSSIER + "/follow", 200, "{\"dossier\":\"" + Dossiers.ID + "\",\"latest\":\"" + Dossiers.ID
                    + "\",\"until\":\"2026-11-28T16:00:00Z\",\"next\":\"2026-11-28T08:05:00Z\",\"state\":\"WAITING\",\"attempts\":1}");
            official.press("Cavab verməyən orqanlardan yenidən soruşulsun (8 saat ərzində)");
            official.page().waitForSelector("#follow dl");
            assertThat(posts()).singleElement().satisfies(asked -> assertThat(asked.body()).isEqualTo("{\"withinMinutes\":480}"));
            seen(official, "hotline-verdicts-followed");
        }
    }

    @Test
    void a_slip_of_the_caller_is_found_by_its_code() {
        gateway().answers("POST /v1/hot-line/slips", 200, HotLineDossiers.verdicts(Dossiers.partial()).put("caseRef", "DOST-1/7").toString());
        try (Visit official = visit()) {
            check(official);
            official.page().locator("#code").fill("88fd 6dac-9199");
            official.press("Vərəqəni tap");
            official.page().waitForSelector("#verdicts");
            assertThat(posts().get(posts().size() - 1).body()).isEqualTo("{\"call\":\"" + HotLineDossiers.CALL + "\",\"fin\":\"W1D0W01\",\"code\":\"88FD-6DAC-9199\"}");
            seen(official, "hotline-slip");
            assertThat(official.text()).contains("The slip was given on").doesNotContain("DOST-1/7");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"88FD-6DAC", "W1D0W01", "ZZZZ-ZZZZ-ZZZZ", ""})
    void a_code_that_is_none_is_told_at_its_field(String code) {
        try (Visit official = visit(Visit.Eyes.WITHOUT_SCRIPTS)) {
            check(official);
            official.page().locator("#code").fill(code);
            official.press("Vərəqəni tap");
            official.page().waitForSelector("#code-error");
            assertThat(posts()).hasSize(1);
        }
    }

    @Test
    void a_slip_of_somebody_else_is_not_there() {
        gateway().refuses("POST /v1/hot-line/slips", 404, "NOT_FOUND");
        try (Visit official = visit()) {
            check(official);
            official.page().locator("#code").fill("88FD-6DAC-9199");
            official.press("Vərəqəni tap");
            official.page().waitForSelector("#state");
            assertThat(official.page().locator("h1").innerText()).isEqualTo("Səhifə tapılmadı");
        }
    }

    @Test
    void a_call_of_a_colleague_is_read_and_nothing_is_asked_in_it() {
        gateway().answers(GET_CALL, 200, HotLineDossiers.call(null, HotLineDossiers.lookup()));
        for (Visit.Eyes eyes : BOTH) {
            try (Visit official = visit(eyes)) {
                official.open("/hot-line/calls");
                official.page().locator("#reference").fill(" " + HotLineDossiers.CALL.toUpperCase());
                official.page().locator("#reference").press("Enter");
                official.page().waitForSelector("#call");
                assertThat(official.page().locator("#code").count() + official.page().locator("#service").count()).isZero();
                seen(official, "hotline-call-closed-" + eyes.width());
                assertThat(official.page().request().post(PAGES.address() + CALL).status()).as("without the token of a form").isNotEqualTo(200);
            }
        }
    }

    @Test
    void a_reference_that_is_none_is_told_at_its_field() {
        try (Visit official = visit()) {
            official.open("/hot-line/calls");
            official.page().locator("#reference").fill("142");
            official.page().locator("#reference").press("Enter");
            official.page().waitForSelector("#reference-error");
            official.isAccessible().noticedNothing();
        }
    }

    @Test
    void a_call_that_was_ended_leaves_no_fin_and_asks_nothing() {
        try (Visit official = visit()) {
            check(official);
            official.press("Zəngi bağla");
            official.page().waitForSelector("#caller");
            official.open(CALL);
            assertThat(official.page().content()).doesNotContain(Dossiers.FIN);
            official.open(CALL + "/slips/88FD-6DAC-9199");
            assertThat(official.page().url()).endsWith("/hot-line/calls/over");
            seen(official, "hotline-call-over");
            assertThat(posts()).hasSize(1);
        }
    }

    @Test
    void whom_to_call_back_stands_before_who_was_called() {
        String waiting = "{\"call\":\"" + HotLineDossiers.CALL + "\",\"service\":\"ccu-car\",\"dossierId\":\"" + Dossiers.ID + "\",\"since\":\"2026-11-28T09:00:00Z\"";
        gateway().answers(BACK, 200, "{\"callBacks\":[" + waiting + "}," + waiting.replace("ccu-car", "ccu-intake") + ",\"calledAt\":\"2026-11-28T10:00:00Z\"}]}")
                .answers("POST /v1/hot-line/call-backs/" + Dossiers.ID + "/called", 200, waiting + ",\"calledAt\":\"2026-11-28T10:00:00Z\"}");
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
            assertThat(posts()).singleElement().satisfies(asked -> assertThat(asked.path()).endsWith(Dossiers.ID + "/called"));
        }
    }

    @Test
    void a_caller_is_checked_and_looked_up_with_the_keyboard_alone() {
        try (Visit official = visit()) {
            official.open("/hot-line/calls");
            tabTo(official, "fin");
            official.page().keyboard().type(Dossiers.FIN);
            tabTo(official, "birthDate");
            official.page().keyboard().type("09.03.1984");
            tabTo(official, "documentNumber");
            official.page().keyboard().type("AA1234567");
            official.page().keyboard().press("Enter");
            official.page().waitForSelector("#call");
            tabTo(official, "service");
            official.page().keyboard().type("martyr family pension");
            official.page().waitForFunction("() => document.querySelectorAll('#services input').length === 1");
            tabTo(official, "send");
            official.page().keyboard().press("Enter");
            official.page().waitForURL("**" + VERDICTS);
        }
    }

    /** Along the order of the keyboard, to where somebody would see that he is. */
    private static void tabTo(Visit visit, String id) {
        for (int i = 0; i < 60; i++) {
            visit.page().keyboard().press("Tab");
            if (id.equals(visit.page().evaluate("() => document.activeElement.id"))) {
                return;
            }
        }
        throw new AssertionError(id + " is not reached with the keyboard");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hot-line", "/hot-line/services/ccu-car", "/hot-line/centres", "/hot-line/calls", "/hot-line/call-backs", "/hot-line/calls/verdicts/" + Dossiers.ID})
    @Tag("attack")
    void a_clerk_does_not_see_that_there_is_a_hot_line(String address) {
        gateway().knows("a.mammadova", "CLERK");
        try (Visit clerk = new Visit(PAGES).login("a.mammadova")) {
            assertThat(clerk.open(address).status()).isEqualTo(404);
            assertThat(clerk.page().content()).doesNotContain("href=\"/hot-line");
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
