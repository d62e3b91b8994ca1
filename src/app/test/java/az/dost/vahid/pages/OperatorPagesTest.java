package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An operator sees at a glance what is wrong, and changes something once. */
@Tag("pages")
class OperatorPagesTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final String OVERVIEW = "GET /v1/operations/overview";

    private static PlayedGateway gateway() {
        return PAGES.gateway();
    }

    @BeforeEach
    void an_operator_and_his_twin() {
        gateway().knows("r.ismayilov", "OPERATOR").forget();
        PlayedOperations.lay(gateway());
    }

    private static List<PlayedGateway.Asked> acts() {
        return gateway().asked().stream()
                .filter(asked -> asked.method().equals("POST"))
                .toList();
    }

    @Test
    void on_a_bad_day_the_overview_begins_with_what_to_look_at_and_keeps_itself_new() {
        gateway().answers(OVERVIEW, 200, PlayedOperations.text("overview-bad"));
        try (Visit operator = new Visit(PAGES).login("r.ismayilov")) {
            assertThat(operator.page().locator(".vahid-sentence").innerText())
                    .contains("Mesaj brokeri cavab vermir", "Şlüzlərin tənzimləmələri fərqlidir");
            assertThat(operator.page().locator(".vahid-tile h3").first().innerText())
                    .contains("Dövlət Sosial Müdafiə Fondu");
            operator.picture("operator-overview-bad-az").isAccessible().english();
            assertThat(operator.page().locator(".vahid-sentence").innerText())
                    .contains("The message broker does not answer", "Agencies that are down or failing: 2");
            operator.picture("operator-overview-bad-en").isAccessible();
            gateway().answers(OVERVIEW, 200, PlayedOperations.text("overview-well"));
            operator.page().waitForSelector("text=All is well");
            operator.isAccessible().noticedNothing();
        }
    }

    @Test
    void a_page_that_was_stopped_stays_as_it_is() {
        try (Visit operator = new Visit(PAGES).login("r.ismayilov").english()) {
            operator.press("Stop refreshing by itself");
            operator.page().waitForURL("**/operator?still");
            assertThat(operator.page().locator("#part").getAttribute("hx-get")).isNull();
        }
    }

    @Test
    void an_agency_is_switched_off_by_a_proposal_and_its_confirmation_each_done_once() {
        try (Visit operator = new Visit(PAGES).login("r.ismayilov").english()) {
            operator.open("/operator/rollout/agencies/tax");
            operator.page().locator("#use-share").check();
            operator.page().locator("#percent").fill("25");
            operator.page().locator("#perSecond").fill("12,5");
            operator.page().locator("#because").fill("The register asked for a slower night");
            operator.page().locator("#send").dblclick();
            operator.page().waitForURL("**/operator/rollout/proposals/*");
            assertThat(operator.text()).contains("Nothing is changed yet", "25.0", "12.50", "s.operator");
            operator.picture("operator-proposal-en").isAccessible();
            gateway()
                    .answers(
                            "GET /v1/operations/rollouts/proposals/" + PlayedOperations.PROPOSAL,
                            200,
                            PlayedOperations.text("proposal-confirmed"));
            operator.page().locator("#confirm").dblclick();
            operator.page().waitForSelector("text=It is in force");
            operator.noticedNothing();
        }
        assertThat(acts())
                .extracting(PlayedGateway.Asked::path)
                .containsExactly(
                        "/v1/operations/rollouts/proposals",
                        "/v1/operations/rollouts/proposals/" + PlayedOperations.PROPOSAL + "/confirmation");
        assertThat(acts().get(0).body())
                .isEqualTo(
                        "{\"agency\":\"tax\",\"use\":\"share\",\"because\":\"The register asked for a slower night\",\"share\":0.25,\"perSecond\":12.5}");
        assertThat(acts().get(0).header("Idempotency-Key")).hasSize(36);
    }

    @Test
    void a_case_stands_in_no_address_and_its_trail_tells_who_answered_when() {
        try (Visit operator = new Visit(PAGES).login("r.ismayilov").english()) {
            operator.open("/operator/trail");
            operator.page().locator("#requester").fill("centre-1-desk");
            operator.page().locator("#caseRef").fill("DEMO/1");
            operator.page().locator("#send-case").click();
            operator.page().waitForURL("**/operator/trail/*");
            assertThat(operator.page().locator("svg[role=img] text").allTextContents())
                    .anyMatch(text -> text.contains("No answer in time"));
            operator.picture("operator-trail-en").isAccessible().noticedNothing();
            assertThat(operator.addresses()).noneMatch(address -> address.contains("DEMO"));
            assertThat(acts())
                    .last()
                    .extracting(PlayedGateway.Asked::body)
                    .isEqualTo("{\"requester\":\"centre-1-desk\",\"caseRef\":\"DEMO/1\",\"days\":2}");
            // In the other language it is the same answer, looked at once more.
            operator.page().locator("a[hreflang=az]").click();
            operator.page().waitForSelector("text=Vaxtında cavab verməyib");
        }
    }

    @Test
    void dead_letters_are_settled_in_one_batch_however_often_the_button_is_pressed_and_its_progress_is_found_again() {
        try (Visit operator = new Visit(PAGES).login("r.ismayilov").english()) {
            operator.open("/operator/dead-letters?subscription=tax-births");
            operator.page().locator("#act").check();
            operator.page().locator("#because").fill("The subscriber is back");
            operator.page().locator("#send").dblclick();
            operator.page().waitForURL("**/operator/dead-letters/batches/*");
            operator.picture("operator-batch-en").isAccessible();
            operator.open("/operator");
            operator.open("/operator/dead-letters/batches");
            operator.page().locator("main table a").first().click();
            gateway()
                    .answers(
                            "GET " + PlayedOperations.BATCHES + "/" + PlayedOperations.BATCH,
                            200,
                            PlayedOperations.text("batch-completed"));
            operator.page().waitForSelector("text=Completed");
            operator.noticedNothing();
        }
        assertThat(acts()).singleElement().satisfies(act -> {
            assertThat(act.path()).isEqualTo(PlayedOperations.BATCHES);
            assertThat(act.body())
                    .contains(
                            "\"act\":\"REPLAY\"",
                            "\"version\":\"newest\"",
                            "\"subscription\":\"tax-births\"",
                            "\"laidAsideBefore\":\"2");
        });
    }

    @Test
    void the_read_only_twin_sees_everything_and_no_button() {
        gateway().knows("s.karimova", "OPERATOR_READ");
        try (Visit twin = new Visit(PAGES).login("s.karimova")) {
            for (String address : List.of(
                    "/operator",
                    "/operator/dead-letters",
                    "/operator/dead-letters/" + PlayedOperations.LETTER,
                    "/operator/rollout",
                    "/operator/rollout/proposals/" + PlayedOperations.PROPOSAL,
                    "/operator/dead-letters/batches/" + PlayedOperations.BATCH)) {
                assertThat(twin.open(address).status()).as(address).isEqualTo(200);
                assertThat(twin.page().locator("main form[method=post]").count())
                        .as(address)
                        .isZero();
                assertThat(twin.page()
                                .locator("main a[href*='rollout/agencies']")
                                .count())
                        .as(address)
                        .isZero();
            }
            for (String address : List.of("/operator/diagnostics", "/operator/rollout/agencies/tax")) {
                assertThat(twin.open(address).status()).as(address).isEqualTo(404);
            }
            assertThat(twin.page().content()).doesNotContain("/operator/diagnostics");
            twin.noticedNothing();
        }
        assertThat(acts()).isEmpty();
    }

    @Test
    void what_the_twin_sends_all_the_same_does_not_exist() {
        gateway().knows("s.karimova", "OPERATOR_READ");
        try (Visit twin = new Visit(PAGES).login("s.karimova")) {
            twin.open("/operator/trail");
            for (String address : List.of(
                    "/operator/dead-letters",
                    "/operator/dead-letters/" + PlayedOperations.LETTER,
                    "/operator/rollout/agencies/tax",
                    "/operator/rollout/proposals/" + PlayedOperations.PROPOSAL,
                    "/operator/diagnostics")) {
                Object status = twin.page()
                        .evaluate(
                                "async address => { const form = new FormData(document.querySelector('main form')); form.set('act', 'drop'); form.set('because', 'x');"
                                        + " form.set('use', 'none'); return (await fetch(address, {method: 'POST', body: new URLSearchParams(form)})).status; }",
                                address);
                assertThat(status).as(address).isEqualTo(404);
            }
        }
        assertThat(acts()).isEmpty();
    }

    @Test
    void a_file_for_support_is_downloaded() {
        try (Visit operator = new Visit(PAGES).login("r.ismayilov")) {
            operator.open("/operator/diagnostics");
            var file = operator.page()
                    .waitForDownload(() -> operator.page().locator("#send").click());
            assertThat(file.suggestedFilename()).matches("vahid-diagnostics-\\d{8}-\\d{4}[.]zip");
        }
    }

    @Test
    void without_the_address_of_the_port_for_operators_nothing_of_it_is_there() {
        try (RunningPages without = RunningPages.played("--vahid.pages.operations=")) {
            without.gateway().knows("r.ismayilov", "OPERATOR");
            try (Visit operator = new Visit(without).login("r.ismayilov")) {
                assertThat(operator.open("/operator").status()).isEqualTo(404);
                assertThat(operator.page()
                                .locator(".vahid-navigation a[href^='/operator']")
                                .count())
                        .isZero();
            }
        }
    }

    @Test
    void the_keyboard_alone_is_enough_to_settle_a_dead_letter() {
        try (Visit operator = new Visit(PAGES).login("r.ismayilov").english()) {
            operator.open("/operator/dead-letters/" + PlayedOperations.LETTER);
            tabTo(operator.page(), "act");
            operator.page().keyboard().press("ArrowDown");
            operator.page().keyboard().press("ArrowDown");
            tabTo(operator.page(), "because");
            operator.page().keyboard().type("Nobody needs it any more");
            tabTo(operator.page(), "send");
            gateway()
                    .answers(
                            "GET /v1/dead-letters/" + PlayedOperations.LETTER,
                            200,
                            PlayedOperations.text("dead-letter-settled"));
            operator.page().keyboard().press("Enter");
            operator.page().waitForSelector("text=Dropped");
        }
        assertThat(acts()).singleElement().satisfies(act -> {
            assertThat(act.path()).endsWith("/drop");
            assertThat(act.body()).isEqualTo("{\"because\":\"Nobody needs it any more\"}");
        });
    }

    private static void tabTo(Page page, String id) {
        for (int i = 0; i < 80; i++) {
            page.keyboard().press("Tab");
            if (id.equals(page.evaluate("() => document.activeElement.id"))) {
                return;
            }
        }
        throw new AssertionError("No way to #" + id + " by the keyboard");
    }
}
