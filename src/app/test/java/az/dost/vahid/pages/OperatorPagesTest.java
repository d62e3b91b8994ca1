package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An operator sees at a glance what is wrong, and changes something once. */
@Tag("pages")
class OperatorPagesTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final String ROWS = "section[aria-labelledby=agencies] tbody tr";
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
            assertThat(operator.page().locator(ROWS + " th").first().innerText())
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
    void one_table_says_of_each_agency_why_it_is_not_well_and_none_is_green_of_which_too_little_is_known() {
        gateway().answers(OVERVIEW, 200, PlayedOperations.text("overview-bad"));
        try (Visit operator = new Visit(PAGES).login("r.ismayilov").english()) {
            assertThat(row(operator, "pensions").innerText())
                    .contains("Down", "The agency did not answer in time", "gateway-1: Left alone", "Switch off");
            assertThat(row(operator, "tax").innerText())
                    .contains(
                            "Failing",
                            "The signature of the answer does not hold",
                            "87.1",
                            "Its certificate has ended");
            assertThat(row(operator, "notary").innerText()).contains("Switched off", "Switch on");
            assertThat(row(operator, "migration").innerText().replace('\u00a0', ' '))
                    .contains("Too few questions to know", "20.0 %", "The connection to the agency failed");
            assertThat(operator.page().locator(ROWS + ":has(.vahid-tag--good)").count())
                    .isOne();
            assertThat(row(operator, "civil-status").locator(".vahid-tag--good").count())
                    .isOne();
            assertThat(row(operator, "pensions").locator("svg").getAttribute("aria-label"))
                    .startsWith("From 06:00 (Baku time) until now: questions 5");
            assertThat(row(operator, "pensions")
                            .locator("svg .vahid-spark--lost")
                            .count())
                    .isEqualTo(6);
        }
    }

    private static Locator row(Visit operator, String agency) {
        return operator.page().locator(ROWS + ":has(#agency-" + agency + ")");
    }

    @ParameterizedTest
    @CsvSource({
        "STATE, pensions, notary",
        "AGENCY, disability, tax",
        "ASKED, civil-status, agriculture",
        "SHARE, pensions, agriculture",
        "P95, pensions, agriculture"
    })
    void the_table_is_sorted_by_links_which_work_without_scripts(String by, String first, String last) {
        gateway().answers(OVERVIEW, 200, PlayedOperations.text("overview-bad"));
        try (Visit operator = new Visit(PAGES, Visit.Eyes.WITHOUT_SCRIPTS)
                .login("r.ismayilov")
                .english()) {
            operator.open("/operator?sort=" + by);
            Locator head = operator.page().locator("section[aria-labelledby=agencies] th[aria-sort]");
            assertThat(head.count()).isOne();
            List<String> order = order(operator);
            assertThat(order).contains(last);
            assertThat(order.get(0)).isEqualTo(first);
            String way = head.getAttribute("aria-sort");
            head.locator("a").click();
            assertThat(head.getAttribute("aria-sort")).isNotEqualTo(way);
            assertThat(order(operator)).isNotEqualTo(order).containsExactlyInAnyOrderElementsOf(order);
        }
    }

    private static List<String> order(Visit operator) {
        return operator.page().locator(ROWS + " th a").all().stream()
                .map(link -> link.getAttribute("id").replace("agency-", ""))
                .toList();
    }

    @Test
    void a_table_that_was_sorted_is_so_still_when_it_has_renewed_itself() {
        gateway().answers(OVERVIEW, 200, PlayedOperations.text("overview-bad"));
        try (Visit operator = new Visit(PAGES).login("r.ismayilov").english()) {
            operator.open("/operator?sort=ASKED");
            gateway()
                    .answers(
                            OVERVIEW,
                            200,
                            PlayedOperations.text("overview-bad").replace("\"asked\":37,", "\"asked\":38,"));
            operator.page().waitForSelector(ROWS + " td:text-is('38')");
            assertThat(order(operator).get(0)).isEqualTo("civil-status");
            assertThat(operator.page()
                            .locator("section[aria-labelledby=agencies] th[aria-sort=descending]")
                            .innerText())
                    .contains("Questions");
            operator.noticedNothing();
        }
    }

    @Test
    void each_concern_leads_to_where_somebody_acts() {
        gateway().answers(OVERVIEW, 200, PlayedOperations.text("overview-bad"));
        try (Visit operator = new Visit(PAGES).login("r.ismayilov").english()) {
            assertThat(operator.page().locator(".vahid-sentence li a").all().stream()
                            .map(link -> link.getAttribute("href")))
                    .containsExactly(
                            "/operator#below",
                            "/operator#gateways",
                            "/operator#gateways",
                            "/operator#gateways",
                            "/operator#agencies",
                            "/operator#agencies",
                            "/operator/rollout",
                            "/operator/certificates",
                            "/operator#below",
                            "/operator/partners#waiting",
                            "/operator/partners#keys");
            gateway()
                    .answers(
                            OVERVIEW, 200, PlayedOperations.text("overview-bad").replace("\"FAILING\"", "\"UP\""));
            operator.open("/operator");
            assertThat(operator.page()
                            .locator(".vahid-sentence a[href='/operator/agencies/pensions']")
                            .count())
                    .isOne();
        }
    }

    @Test
    void where_too_few_questions_came_to_know_it_is_not_said_that_all_is_well() {
        gateway()
                .answers(
                        OVERVIEW,
                        200,
                        PlayedOperations.text("overview-well")
                                .replaceFirst("\"state\":\"UP\"", "\"state\":\"FEW_QUESTIONS\""));
        try (Visit operator = new Visit(PAGES).login("r.ismayilov").english()) {
            assertThat(operator.text())
                    .contains("asked too little to know: 1 of 4")
                    .doesNotContain("All is well");
            operator.picture("operator-overview-few-en").isAccessible();
        }
    }

    @Test
    void the_page_of_an_agency_tells_its_reason_and_breaker_and_leads_to_its_switch() {
        gateway().answers(OVERVIEW, 200, PlayedOperations.text("overview-bad"));
        try (Visit operator = new Visit(PAGES).login("r.ismayilov").english()) {
            operator.open("/operator/agencies/tax");
            assertThat(operator.page().locator("#why").innerText())
                    .contains("The signature of the answer does not hold");
            assertThat(operator.text()).contains("gateway-1: Calls go through", "Nobody opens or closes it by hand");
            operator.picture("operator-agency-bad-en").isAccessible().isNotTooWide();
            operator.page().locator("#switch").click();
            operator.page().waitForURL("**/operator/rollout/agencies/tax?use=none");
            assertThat(operator.page().locator("input[name=use]:checked").inputValue())
                    .isEqualTo("none");
        }
    }

    @Test
    void a_page_that_was_stopped_stays_as_it_is() {
        try (Visit operator = new Visit(PAGES).login("r.ismayilov").english()) {
            operator.press("Stop refreshing by itself");
            operator.page().waitForURL("**/operator?sort=STATE&still");
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
                    "/operator/agencies/tax",
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
