package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each page of an operator in each of its states, in both languages, for a narrow screen and without scripts. */
@Tag("pages")
class OperatorStatesTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final String OPERATIONS = PlayedOperations.OPERATIONS;

    private static PlayedGateway gateway() {
        return PAGES.gateway();
    }

    @BeforeEach
    void an_operator() {
        gateway().knows("r.ismayilov", "OPERATOR").forget();
        PlayedOperations.lay(gateway());
    }

    private static Arguments page(String name, String address, String english) {
        return Arguments.of(name, address, english, (Consumer<PlayedGateway>) gateway -> {});
    }

    private static Arguments page(String name, String address, String english, String call, String body) {
        return Arguments.of(
                name, address, english, (Consumer<PlayedGateway>) gateway -> gateway.answers(call, 200, body));
    }

    static Stream<Arguments> pages() {
        return Stream.of(
                page("overview-well", "/operator", "All is well"),
                page(
                        "overview-bad",
                        "/operator",
                        "Needs attention",
                        "GET " + OPERATIONS + "/overview",
                        PlayedOperations.text("overview-bad")),
                page("agency", "/operator/agencies/tax", "Time within which 95 percent came"),
                page(
                        "agency-quiet",
                        "/operator/agencies/tax?period=DAY",
                        "Nobody asked this agency",
                        "GET " + OPERATIONS + "/agencies/tax/history",
                        PlayedOperations.history(true).toString()),
                page("trail-form", "/operator/trail", "Trail of a lookup"),
                page("dead-letters", "/operator/dead-letters", "follow-desk"),
                page(
                        "dead-letters-empty",
                        "/operator/dead-letters",
                        "There is no dead letter",
                        "GET /v1/dead-letters",
                        "{\"total\":0,\"deadLetters\":[]}"),
                page(
                        "dead-letters-none-fit",
                        "/operator/dead-letters?reason=POISON",
                        "No dead letter fits",
                        "GET /v1/dead-letters",
                        "{\"total\":0,\"deadLetters\":[]}"),
                page("dead-letter", "/operator/dead-letters/" + PlayedOperations.LETTER, "All attempts have failed"),
                page(
                        "dead-letter-settled",
                        "/operator/dead-letters/" + PlayedOperations.LETTER,
                        "Dropped",
                        "GET /v1/dead-letters/" + PlayedOperations.LETTER,
                        PlayedOperations.text("dead-letter-settled")),
                page("batches", "/operator/dead-letters/batches", "The subscriber is back"),
                page(
                        "batches-empty",
                        "/operator/dead-letters/batches",
                        "There was no batch",
                        "GET " + PlayedOperations.BATCHES,
                        "{\"batches\":[]}"),
                page("batch-running", "/operator/dead-letters/batches/" + PlayedOperations.BATCH, "340 of 1"),
                page(
                        "batch-completed",
                        "/operator/dead-letters/batches/" + PlayedOperations.BATCH,
                        "Completed",
                        "GET " + PlayedOperations.BATCHES + "/" + PlayedOperations.BATCH,
                        PlayedOperations.text("batch-completed")),
                page(
                        "batch-failed",
                        "/operator/dead-letters/batches/" + PlayedOperations.BATCH,
                        "Failed",
                        "GET " + PlayedOperations.BATCHES + "/" + PlayedOperations.BATCH,
                        PlayedOperations.text("batch-failed")),
                page("files", "/operator/files", "In quarantine"),
                page(
                        "files-empty",
                        "/operator/files?state=LATE&agency=tax",
                        "No file fits",
                        "GET " + OPERATIONS + "/drops",
                        "{\"drops\":[]}"),
                page("work-bulk", "/operator/work", "Running"),
                page(
                        "work-follow-up",
                        "/operator/work?kind=FOLLOW_UP",
                        "Waiting",
                        "GET " + OPERATIONS + "/work",
                        PlayedOperations.text("work-follow-up")),
                page(
                        "work-transfer",
                        "/operator/work?kind=TRANSFER",
                        "Refused",
                        "GET " + OPERATIONS + "/work",
                        PlayedOperations.text("work-transfer")),
                page(
                        "work-empty",
                        "/operator/work?kind=TRANSFER",
                        "nothing is under way",
                        "GET " + OPERATIONS + "/work",
                        PlayedOperations.text("work-empty")),
                page("rights", "/operator/rights", "Whether the person raised five children"),
                page(
                        "rights-empty",
                        "/operator/rights",
                        "The bus looks for no right",
                        "GET " + OPERATIONS + "/rights",
                        PlayedOperations.text("rights-empty")),
                page("subscriptions", "/operator/subscriptions", "Events that wait for subscribers"),
                page(
                        "subscriptions-empty",
                        "/operator/subscriptions",
                        "There is no subscription",
                        "GET " + OPERATIONS + "/subscriptions",
                        "{\"at\":\"2026-11-28T08:00:00Z\",\"subscriptions\":[]}"),
                page("rollouts", "/operator/rollout", "It answers nonsense"),
                page("rollout-form", "/operator/rollout/agencies/pensions", "Now: Not used"),
                page(
                        "rollout-undo",
                        "/operator/rollout/agencies/pensions?undo=2026-11-28T07:00:00.123456Z",
                        "Now: Not used"),
                page("proposal", "/operator/rollout/proposals/" + PlayedOperations.PROPOSAL, "Nothing is changed yet"),
                page(
                        "proposal-confirmed",
                        "/operator/rollout/proposals/" + PlayedOperations.PROPOSAL,
                        "It is in force",
                        "GET " + OPERATIONS + "/rollouts/proposals/" + PlayedOperations.PROPOSAL,
                        PlayedOperations.text("proposal-confirmed")),
                page("certificates", "/operator/certificates", "Ends soon"),
                page(
                        "certificates-empty",
                        "/operator/certificates",
                        "There is no certificate",
                        "GET " + OPERATIONS + "/certificates",
                        "{\"certificates\":[]}"),
                page("exchange", "/operator/exchange", "Who asked whom"),
                page(
                        "exchange-empty",
                        "/operator/exchange",
                        "No member asked another",
                        "GET " + OPERATIONS + "/members",
                        "{\"at\":\"2026-11-28T08:00:00Z\",\"hours\":24,\"members\":[],\"flows\":[]}"),
                page("diagnostics", "/operator/diagnostics", "no personal data"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void a_page_is_read_in_both_languages_on_every_screen(
            String name, String address, String english, Consumer<PlayedGateway> laid) {
        laid.accept(gateway());
        for (Visit.Eyes eyes : new Visit.Eyes[] {Visit.Eyes.USUAL, Visit.Eyes.NARROW}) {
            try (Visit operator = new Visit(PAGES, eyes).login("r.ismayilov")) {
                assertThat(operator.open(address).status()).isEqualTo(200);
                operator.picture("operator-" + name + "-" + eyes.width() + "-az")
                        .isAccessible()
                        .isNotTooWide()
                        .english();
                operator.picture("operator-" + name + "-" + eyes.width() + "-en")
                        .isAccessible()
                        .isNotTooWide()
                        .noticedNothing();
                assertThat(operator.text()).contains(english);
                assertThat(operator.page().locator("h1").count()).isOne();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void a_page_is_there_without_scripts(String name, String address, String english, Consumer<PlayedGateway> laid) {
        laid.accept(gateway());
        try (Visit operator = new Visit(PAGES, Visit.Eyes.WITHOUT_SCRIPTS)
                .login("r.ismayilov")
                .english()) {
            assertThat(operator.open(address).status()).isEqualTo(200);
            assertThat(operator.text()).contains(english);
        }
    }

    @Test
    void trails_of_a_case_tell_what_was_refused_and_what_is_not_known_any_more() {
        gateway().answers("POST " + OPERATIONS + "/trails", 200, PlayedOperations.text("trails"));
        trail("operator-trails", "Times are not kept any more");
    }

    @Test
    void a_lookup_that_is_not_there_is_told_so_on_its_page() {
        gateway().refuses("POST " + OPERATIONS + "/trails", 404, "NOT_FOUND");
        trail("operator-trail-none", "There is no such lookup");
    }

    private static void trail(String name, String english) {
        for (Visit.Eyes eyes : new Visit.Eyes[] {Visit.Eyes.USUAL, Visit.Eyes.NARROW, Visit.Eyes.WITHOUT_SCRIPTS}) {
            try (Visit operator = new Visit(PAGES, eyes).login("r.ismayilov")) {
                operator.open("/operator/trail");
                operator.page().locator("#number").fill(Dossiers.ID);
                operator.page().locator("#send-number").click();
                operator.page().waitForURL("**/operator/trail/*");
                if (eyes.scripts()) {
                    operator.picture(name + "-" + eyes.width() + "-az")
                            .isAccessible()
                            .isNotTooWide();
                }
                operator.english();
                assertThat(operator.text()).contains(english);
                operator.picture(name + "-" + eyes.width() + "-en").noticedNothing();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/operator/trail, send-number, number",
        "/operator/trail, send-case, requester",
        "/operator/dead-letters, send, act",
        "/operator/dead-letters/01a21d9e-f56d-7afe-8c9a-88fd6dac9112, send, act",
        "/operator/rollout/agencies/tax, send, because"
    })
    void what_is_wrong_in_a_form_is_told_first_and_leads_to_its_field(String address, String button, String field) {
        try (Visit operator = new Visit(PAGES).login("r.ismayilov")) {
            operator.open(address);
            operator.page().locator("#" + button).click();
            operator.page().waitForSelector("#error-summary");
            assertThat(operator.page().evaluate("() => document.activeElement.id"))
                    .isEqualTo("error-summary");
            operator.page().locator("#error-summary a[href='#" + field + "']").click();
            assertThat(operator.page().evaluate("() => document.activeElement.id"))
                    .isEqualTo(field);
            operator.picture("operator-fault" + address.replaceAll("[^a-z]+", "-") + field)
                    .isAccessible()
                    .isNotTooWide()
                    .noticedNothing();
        }
        assertThat(gateway().asked().stream().filter(asked -> asked.method().equals("POST")))
                .isEmpty();
    }

    @Test
    void what_looks_like_a_fin_is_not_repeated() {
        try (Visit operator = new Visit(PAGES).login("r.ismayilov")) {
            operator.open("/operator/trail");
            operator.page().locator("#number").fill(Dossiers.FIN);
            operator.page().locator("#send-number").click();
            operator.page().waitForSelector("#error-summary");
            assertThat(operator.page().content().toUpperCase()).doesNotContain(Dossiers.FIN);
            assertThat(operator.addresses()).noneMatch(address -> address.contains(Dossiers.FIN));
        }
    }

    @Test
    void too_many_days_are_told_at_their_field() {
        gateway()
                .answers(
                        "POST " + OPERATIONS + "/trails",
                        400,
                        "{\"code\":\"FIELD_INVALID\",\"field\":\"days\",\"status\":400}");
        try (Visit operator = new Visit(PAGES).login("r.ismayilov").english()) {
            operator.open("/operator/trail");
            operator.page().locator("#requester").fill("centre-1-desk");
            operator.page().locator("#caseRef").fill("DEMO/1");
            operator.page().locator("#days").fill("31");
            operator.page().locator("#send-case").click();
            operator.page().waitForSelector("#error-summary");
            assertThat(operator.text()).contains("Enter fewer");
            assertThat(operator.page().locator("#caseRef").inputValue()).isEqualTo("DEMO/1");
        }
    }

    @Test
    void a_proposal_whose_rollout_is_another_one_by_now_is_not_confirmed() {
        gateway()
                .refuses(
                        "POST " + OPERATIONS + "/rollouts/proposals/" + PlayedOperations.PROPOSAL + "/confirmation",
                        409,
                        "ROLLOUT_CHANGED");
        try (Visit operator = new Visit(PAGES).login("r.ismayilov")) {
            operator.open("/operator/rollout/proposals/" + PlayedOperations.PROPOSAL);
            operator.page().locator("#confirm").click();
            operator.page().waitForSelector("text=ROLLOUT_CHANGED");
            operator.picture("operator-rollout-changed-az")
                    .isAccessible()
                    .isNotTooWide()
                    .noticedNothing();
        }
    }

    @Test
    void a_letter_that_somebody_else_settled_shows_what_became_of_it() {
        gateway().refuses("POST /v1/dead-letters/" + PlayedOperations.LETTER + "/replay", 409, "DEAD_LETTER_SETTLED");
        try (Visit operator = new Visit(PAGES).login("r.ismayilov").english()) {
            operator.open("/operator/dead-letters/" + PlayedOperations.LETTER);
            operator.page().locator("#act").check();
            gateway()
                    .answers(
                            "GET /v1/dead-letters/" + PlayedOperations.LETTER,
                            200,
                            PlayedOperations.text("dead-letter-settled"));
            operator.page().locator("#send").click();
            operator.page().waitForSelector("text=Dropped");
        }
    }

    @Test
    void an_agency_that_there_is_not_is_not_there() {
        try (Visit operator = new Visit(PAGES).login("r.ismayilov")) {
            assertThat(operator.open("/operator/agencies/none").status()).isEqualTo(404);
            assertThat(operator.open("/operator/agencies/tax?period=YEAR").status())
                    .isEqualTo(404);
            assertThat(operator.open("/operator/rollout/agencies/none").status())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource({"CLERK", "AUDITOR", "CENTRE_MANAGER"})
    void nobody_else_sees_that_there_are_pages_for_operators(String role) {
        gateway().knows("r.ismayilov", role);
        try (Visit other = new Visit(PAGES)) {
            other.login("r.ismayilov");
            for (String address : new String[] {
                "/operator", "/operator/trail", "/operator/rights", "/operator/rollout", "/operator/diagnostics"
            }) {
                assertThat(other.open(address).status()).isEqualTo(404);
            }
            assertThat(other.page().content()).doesNotContain("href=\"/operator");
        }
    }

    @Test
    void what_the_page_fetches_by_itself_keeps_no_session_alive_without_scripts_either() {
        try (RunningPages hasty = RunningPages.played("--vahid.pages.idle=PT12S", "--vahid.pages.warning=PT2S")) {
            hasty.gateway().knows("r.ismayilov", "OPERATOR");
            PlayedOperations.lay(hasty.gateway());
            try (Visit operator = new Visit(hasty, Visit.Eyes.WITHOUT_SCRIPTS).login("r.ismayilov")) {
                operator.open("/operator/dead-letters/batches/" + PlayedOperations.BATCH);
                operator.page().waitForURL("**Vahid-Poll=1");
                operator.page().waitForSelector("#door");
            }
        }
    }

    @Test
    void what_somebody_wrote_is_text() {
        var letters = PlayedOperations.read("dead-letters");
        ((com.fasterxml.jackson.databind.node.ObjectNode) letters.at("/deadLetters/0"))
                .put("detail", "<img src=x onerror=alert(1)> ${7*7}")
                .put("subscription", "a\"><script>");
        gateway().answers("GET /v1/dead-letters", 200, letters.toString());
        try (Visit operator = new Visit(PAGES).login("r.ismayilov")) {
            operator.open("/operator/dead-letters");
            assertThat(operator.text())
                    .contains("<img src=x onerror=alert(1)> ${7*7}")
                    .contains("a\"><script>");
            operator.noticedNothing();
        }
    }
}
