package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.ScriptedGateway;
import az.dost.vahid.pages.visit.Visit;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An operator decides of an application, releases what another one proposed, and takes all away: each once. */
@Tag("pages")
class PartnerPagesTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final String LIST = "/operator/partners";
    private static final String APPLICATION = LIST + "/applications/" + PlayedOperations.APPLICATION;
    private static final String RELEASE = LIST + "/proposals/" + PlayedOperations.RELEASE;
    private static final String PARTNER = LIST + "/admitted/my-office";
    private static final String PARTNERS = PlayedOperations.PARTNERS;
    private static final String REFUSAL = PARTNERS + "/applications/" + PlayedOperations.APPLICATION + "/refusal";
    private static final String END = PARTNERS + "/admitted/my-office/end";

    private static PlayedGateway gateway() {
        return PAGES.gateway();
    }

    @BeforeEach
    void an_operator() {
        gateway().knows("r.ismayilov", "OPERATOR").forget();
        PlayedOperations.lay(gateway());
        gateway()
                .answers("POST " + REFUSAL, 200, "{\"applicationId\":\"x\",\"state\":\"REFUSED\"}")
                .answers("POST " + END, 200, "{\"id\":\"my-office\",\"state\":\"ENDED\"}");
    }

    private static List<PlayedGateway.Asked> acts() {
        return gateway().asked().stream()
                .filter(asked -> asked.method().equals("POST"))
                .toList();
    }

    @Test
    void an_application_is_proposed_and_released_each_once_however_often_the_button_is_pressed() {
        try (Visit operator = new Visit(PAGES).login("r.ismayilov").english()) {
            operator.open(LIST);
            operator.press("Office for Wheelchairs");
            operator.page().waitForURL("**" + APPLICATION);
            operator.page().locator("#act").check();
            operator.page().locator("#because").fill("Agreement 12 of 1 December");
            operator.page().locator("#id").fill("my-office");
            operator.page().locator("#services-1").uncheck();
            operator.page().locator("#officials").fill("a.tester, b.second");
            operator.page().locator("#specialFacts").fill("disability");
            operator.page().locator("#send").dblclick();
            operator.page().waitForURL("**" + RELEASE);
            assertThat(operator.text()).contains("Nothing is released yet", "s.operator", "bulk:ccu-car");
            gateway()
                    .answers(
                            "GET " + PARTNERS + "/proposals/" + PlayedOperations.RELEASE,
                            200,
                            PlayedOperations.text("partner-release-confirmed"));
            operator.page().locator("#confirm").dblclick();
            operator.page().waitForSelector("text=It is released");
            assertThat(operator.page().locator("#confirm").count()).isZero();
            operator.noticedNothing();
        }
        assertThat(acts())
                .extracting(PlayedGateway.Asked::path)
                .containsExactly(
                        PARTNERS + "/proposals", PARTNERS + "/proposals/" + PlayedOperations.RELEASE + "/confirmation");
        assertThat(acts().get(0).body())
                .isEqualTo("{\"application\":\"" + PlayedOperations.APPLICATION
                        + "\",\"requester\":{\"id\":\"my-office\",\"services\":[\"ccu-car\"],\"grants\":[\"bulk:ccu-car\"],"
                        + "\"specialFacts\":[\"disability\"],\"officials\":{\"a.tester\":{},\"b.second\":{}}},"
                        + "\"events\":{\"az.dost.birth.v1\":[\"fin\",\"dateOfBirth\"]},"
                        + "\"because\":\"Agreement 12 of 1 December\"}");
    }

    @Test
    void an_application_is_refused_by_the_keyboard_alone_and_a_second_time_is_told_that_it_does_not_wait() {
        try (Visit operator = new Visit(PAGES).login("r.ismayilov").english();
                Visit slower = new Visit(PAGES).login("r.ismayilov").english()) {
            slower.open(APPLICATION);
            operator.open(APPLICATION);
            tabTo(operator.page(), "act");
            operator.page().keyboard().press("ArrowDown");
            tabTo(operator.page(), "because");
            operator.page().keyboard().type("There is no agreement");
            tabTo(operator.page(), "send");
            operator.page().keyboard().press("Enter");
            operator.page().waitForURL("**" + LIST);
            assertThat(acts()).singleElement().satisfies(act -> {
                assertThat(act.path()).isEqualTo(REFUSAL);
                assertThat(act.body()).isEqualTo("{\"because\":\"There is no agreement\"}");
            });
            gateway().answers("GET " + PARTNERS + "/applications", 200, "{\"applications\":[]}");
            slower.page().locator("#act-refuse").check();
            slower.page().locator("#because").fill("There is no agreement");
            slower.page().locator("#send").click();
            slower.page().waitForURL("**" + LIST + "?settled");
            assertThat(slower.text()).contains("It does not wait any more");
            assertThat(slower.open(APPLICATION).status()).isEqualTo(404);
            slower.noticedNothing();
        }
        assertThat(acts()).hasSize(1);
    }

    @Test
    @Tag("attack")
    void all_is_taken_away_from_a_partner_once_and_he_is_not_there_any_more() {
        try (Visit operator = new Visit(PAGES).login("r.ismayilov").english();
                Visit slower = new Visit(PAGES).login("r.ismayilov").english()) {
            slower.open(PARTNER);
            operator.open(PARTNER);
            operator.page().locator("#because").fill("His key was stolen");
            operator.page().locator("#send").dblclick();
            operator.page().waitForURL("**" + LIST);
            gateway().answers("GET " + PARTNERS, 200, "{\"partners\":[]}");
            slower.page().locator("#because").fill("His key was stolen");
            slower.page().locator("#send").click();
            slower.page().waitForURL("**" + LIST + "?settled");
            assertThat(slower.open(PARTNER).status()).isEqualTo(404);
        }
        assertThat(acts()).singleElement().satisfies(act -> {
            assertThat(act.path()).isEqualTo(END);
            assertThat(act.body()).isEqualTo("{\"because\":\"His key was stolen\"}");
        });
    }

    @Test
    void somebody_far_down_the_lists_is_found_and_the_lists_lead_on() {
        ObjectNode first = (ObjectNode) PlayedOperations.read("partner-applications");
        JsonNode last = ((ArrayNode) first.path("applications")).remove(1);
        ObjectNode second = (ObjectNode) PlayedOperations.read("partner-applications");
        ((ArrayNode) second.path("applications")).removeAll().add(last);
        gateway()
                .answers(
                        "GET " + PARTNERS + "/applications",
                        200,
                        first.toString(),
                        "Link",
                        "<" + PARTNERS + "/applications?limit=50&page=" + PlayedOperations.APPLICATION
                                + ">; rel=\"next\"")
                .answers(
                        "GET " + PARTNERS + "/applications?page=" + PlayedOperations.APPLICATION,
                        200,
                        second.toString());
        try (Visit operator = new Visit(PAGES).login("r.ismayilov").english()) {
            operator.open(LIST);
            assertThat(operator.text()).doesNotContain("Municipality of Ganja");
            operator.press("Newer applications");
            operator.page().waitForURL("**" + LIST + "?waiting=" + PlayedOperations.APPLICATION);
            assertThat(operator.text()).contains("Municipality of Ganja").doesNotContain("Newer applications");
            assertThat(operator.open(LIST + "/applications/" + PlayedOperations.REQUEST)
                            .status())
                    .isEqualTo(200);
            operator.noticedNothing();
        }
    }

    @Test
    void what_waits_and_whose_keys_are_new_is_told_by_the_overview_and_leads_here() {
        gateway()
                .answers(
                        "GET " + PlayedOperations.OPERATIONS + "/overview", 200, PlayedOperations.text("overview-bad"));
        try (Visit operator = new Visit(PAGES).login("r.ismayilov").english()) {
            operator.press("Applications of partners that wait: 2");
            operator.page().waitForURL("**" + LIST + "#waiting");
            assertThat(operator.page()
                            .locator("section[aria-labelledby=keys] tbody tr")
                            .innerText())
                    .contains("my-office", "Ask him", "A. Tester, a@office.example");
        }
    }

    @Test
    @Tag("attack")
    void whoever_proposed_it_is_told_that_he_cannot_release_it() {
        gateway()
                .refuses(
                        "POST " + PARTNERS + "/proposals/" + PlayedOperations.RELEASE + "/confirmation",
                        403,
                        "OWN_PROPOSAL");
        try (Visit operator = new Visit(PAGES).login("r.ismayilov").english()) {
            operator.open(RELEASE);
            operator.page().locator("#confirm").click();
            operator.page().waitForSelector("text=OWN_PROPOSAL");
            assertThat(operator.text()).contains("You cannot confirm your own proposal");
            operator.isAccessible().noticedNothing();
        }
    }

    @Test
    @Tag("attack")
    void whoever_only_looks_or_is_no_operator_any_more_decides_nothing() {
        gateway().knows("s.karimova", "OPERATOR_READ");
        try (Visit twin = new Visit(PAGES).login("s.karimova")) {
            for (String address : List.of(LIST, APPLICATION, RELEASE, PARTNER)) {
                assertThat(twin.open(address).status()).as(address).isEqualTo(200);
                assertThat(twin.page().locator("main form[method=post]").count())
                        .as(address)
                        .isZero();
            }
            sendsAllTheSame(twin);
        }
        gateway().knows("r.ismayilov", "OPERATOR");
        try (Visit former = new Visit(PAGES).login("r.ismayilov")) {
            former.open(APPLICATION);
            gateway().knows("r.ismayilov", "CLERK");
            sendsAllTheSame(former);
            assertThat(former.open(LIST).status()).isEqualTo(404);
        }
        assertThat(acts()).isEmpty();
    }

    private static void sendsAllTheSame(Visit visit) {
        for (String address : List.of(APPLICATION, RELEASE, PARTNER)) {
            assertThat(visit.page()
                            .evaluate(
                                    "async address => { const form = new FormData(document.querySelector('form')); form.set('act', 'propose'); form.set('id', 'mine');"
                                            + " form.set('because', 'x'); return (await fetch(address, {method: 'POST', body: new URLSearchParams(form)})).status; }",
                                    address))
                    .as(address)
                    .isEqualTo(404);
        }
    }

    @Test
    @Tag("attack")
    void a_form_that_was_changed_on_its_way_proposes_nothing_that_nobody_asked_for() {
        try (Visit operator = new Visit(PAGES).login("r.ismayilov")) {
            operator.open(APPLICATION);
            operator.page().locator("#act").check();
            operator.page().locator("#because").fill("Agreement 12");
            operator.page().locator("#id").fill("my-office");
            operator.page()
                    .evaluate(
                            "() => { document.getElementById('services-0').value = 'ccu-intake'; document.getElementById('events-0').value = 'az.dost.death.v1';"
                                    + " document.getElementById('grants-0').value = 'operate'; }");
            operator.page().locator("#send").click();
            operator.page().waitForURL("**" + RELEASE);
        }
        assertThat(acts())
                .singleElement()
                .satisfies(act -> assertThat(act.body())
                        .contains("\"services\":[\"ccu-martyr-family-pension\"]", "\"officialsProven\":true")
                        .doesNotContain("ccu-intake", "operate", "death"));
    }

    @Test
    @Tag("attack")
    void what_an_applicant_writes_is_text() {
        ObjectNode waiting = (ObjectNode) PlayedOperations.read("partner-applications");
        ObjectNode one = (ObjectNode) waiting.at("/applications/0");
        one.put("organisation", "O" + ScriptedGateway.SCRIPT)
                .put("purpose", "P" + ScriptedGateway.SCRIPT)
                .put("legalBasis", "L" + ScriptedGateway.SCRIPT);
        ((ObjectNode) one.at("/contacts/0")).put("name", "C" + ScriptedGateway.SCRIPT);
        gateway().answers("GET " + PARTNERS + "/applications", 200, waiting.toString());
        try (Visit operator = new Visit(PAGES).login("r.ismayilov")) {
            for (String address : List.of(LIST, APPLICATION)) {
                operator.open(address);
                assertThat(operator.page().evaluate("() => window.scripted")).isNull();
                assertThat(operator.page()
                                .locator("img[src=x], script:not([src])")
                                .count())
                        .isZero();
            }
            assertThat(operator.text()).contains("O\"'><script>", "P\"'><script>", "L\"'><script>", "C\"'><script>");
            operator.noticedNothing();
        }
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
