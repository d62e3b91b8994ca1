package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A developer applies for another system, once, and reads what became of it by a secret that stands in no address. */
@Tag("pages")
class ApplicationPagesTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final String FORM = "/developers/application";
    private static final String GATEWAY = "/v1/partners/applications";
    private static final String ID = "01a2220e-cddf-78a8-92b8-8d18e7d48e03";
    private static final String SECRET = "q1w2e3r4t5y6u7i8o9p0a1s2d3f4g5h6j7k8l9z0x1c";
    private static final String REQUEST =
            "-----BEGIN CERTIFICATE REQUEST-----\nMIHLMHQCAQAwEjEQMA4GA1UE\n-----END CERTIFICATE REQUEST-----";

    private static PlayedGateway gateway() {
        return PAGES.gateway();
    }

    @BeforeEach
    void a_developer() {
        gateway().knows("o.safarov", "INTEGRATOR").forget();
        PortalPagesTest.lay(gateway());
        gateway()
                .answers(
                        "POST " + GATEWAY,
                        201,
                        "{\"applicationId\":\"" + ID + "\",\"state\":\"OPEN\",\"secret\":\"" + SECRET + "\"}")
                .answers("GET " + GATEWAY + "/" + ID, 200, state("OPEN", "\"until\":\"2026-12-27T09:30:00Z\""));
    }

    private static String state(String state, String more) {
        return "{\"applicationId\":\"" + ID + "\",\"state\":\"" + state + "\"," + more + "}";
    }

    private static List<PlayedGateway.Asked> sent() {
        return gateway().asked().stream()
                .filter(asked -> asked.path().startsWith(GATEWAY))
                .toList();
    }

    private static void fill(Visit developer) {
        developer.page().locator("#organisation").fill("Office for Wheelchairs");
        developer.page().locator("#name").fill("A. Tester");
        developer.page().locator("#email").fill("a@office.example");
        developer.page().locator("#purpose").fill("To hand out wheelchairs");
        developer.page().locator("#legalBasis").fill("Law on social services, article 12");
        developer.page().locator("#services").fill("ccu-car, ccu-intake");
        developer.page().locator("#events").fill("az.dost.birth.v1=fin,dateOfBirth");
        developer.page().locator("#key").fill(REQUEST);
    }

    private static void seen(Visit developer, String name) {
        for (String language : List.of("az", "en")) {
            developer
                    .in(language)
                    .picture("application-" + name + "-" + language)
                    .isAccessible()
                    .isNotTooWide()
                    .isReadableTwiceAsLarge()
                    .isReadableOnAPhone()
                    .isReadableFourTimesAsLarge();
            assertThat(developer.page().locator("h1").count()).isOne();
            assertThat(developer.text()).doesNotContain("??");
        }
        developer.noticedNothing();
    }

    @Test
    @Tag("attack")
    void an_application_is_sent_once_without_a_token_and_its_secret_stands_in_no_address() {
        try (Visit developer = new Visit(PAGES).login("o.safarov")) {
            developer.open(FORM);
            seen(developer, "form");
            fill(developer);
            String once = developer.page().locator("input[name=once]").inputValue();
            developer.page().locator("#send").dblclick();
            developer.page().waitForURL("**" + FORM + "/sent");
            assertThat(developer.page().locator("#secret").innerText()).isEqualTo(SECRET);
            seen(developer, "sent");
            developer.open(FORM);
            fill(developer);
            developer.page().evaluate("once => document.querySelector('input[name=once]').value = once", once);
            developer.page().locator("#send").click();
            developer.page().waitForURL("**" + FORM + "/sent");
            assertThat(developer.addresses()).noneMatch(address -> address.contains(SECRET));
        }
        assertThat(sent()).singleElement().satisfies(asked -> {
            assertThat(asked.header("Authorization")).as("nobody yet").isEmpty();
            assertThat(asked.body())
                    .isEqualTo("{\"organisation\":\"Office for Wheelchairs\",\"purpose\":\"To hand out wheelchairs\","
                            + "\"legalBasis\":\"Law on social services, article 12\",\"request\":\""
                            + REQUEST.replace("\n", "\\n") + "\\n\","
                            + "\"contacts\":[{\"name\":\"A. Tester\",\"email\":\"a@office.example\"}],"
                            + "\"services\":[\"ccu-car\",\"ccu-intake\"],"
                            + "\"events\":{\"az.dost.birth.v1\":[\"fin\",\"dateOfBirth\"]}}");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN, '\"until\":\"2026-12-27T09:30:00Z\"', Being looked at",
        "RELEASED, '\"requester\":\"my-office\"', my-office",
        "REFUSED, '\"because\":\"There is no agreement <img src=x>\"', There is no agreement <img src=x>"
    })
    void what_became_of_it_is_read_by_its_secret(String state, String more, String english) {
        gateway().answers("GET " + GATEWAY + "/" + ID, 200, state(state, more));
        try (Visit developer =
                new Visit(PAGES, Visit.Eyes.WITHOUT_SCRIPTS).login("o.safarov").english()) {
            developer.open(FORM + "/state");
            developer.page().locator("#id").fill(ID);
            developer.page().locator("#secret").fill(SECRET);
            developer.page().locator("#send").click();
            assertThat(developer.text()).contains(english);
            assertThat(developer.page().content()).as("shown again").doesNotContain(SECRET);
            assertThat(developer.addresses()).noneMatch(address -> address.contains(SECRET));
            developer.noticedNothing();
        }
        assertThat(sent())
                .singleElement()
                .satisfies(asked -> assertThat(asked.header("Authorization")).isEqualTo("Bearer " + SECRET));
    }

    @Test
    @Tag("attack")
    void a_wrong_secret_and_no_application_are_told_alike_and_what_is_no_number_is_asked_nowhere() {
        gateway().refuses("GET " + GATEWAY + "/" + ID, 404, "NOT_FOUND");
        try (Visit developer = new Visit(PAGES).login("o.safarov").english()) {
            developer.open(FORM + "/state");
            seen(developer, "state");
            developer.page().locator("#id").fill("../../requesters/me");
            developer.page().locator("#secret").fill(SECRET);
            developer.page().locator("#send").click();
            developer.page().waitForSelector("#error-summary a[href='#id']");
            assertThat(sent()).isEmpty();
            developer.page().locator("#id").fill(ID);
            developer.page().locator("#secret").fill(SECRET.replace('q', 'r'));
            developer.page().locator("#send").click();
            developer.page().waitForSelector("#error-summary a[href='#secret']");
            assertThat(developer.text()).contains("There is no application with this number and secret");
            developer.isAccessible().noticedNothing();
        }
    }

    @ParameterizedTest
    @CsvSource({"400, FIELD_INVALID, services", "404, NOT_FOUND, send", "429, TOO_MANY_REQUESTS, send"})
    void what_the_gateway_does_not_take_is_told_and_nothing_that_was_typed_is_lost(
            int status, String code, String field) {
        gateway()
                .answers(
                        "POST " + GATEWAY,
                        status,
                        "{\"code\":\"" + code + "\",\"field\":\"services\",\"status\":" + status + "}");
        try (Visit developer = new Visit(PAGES).login("o.safarov")) {
            developer.open(FORM);
            fill(developer);
            developer.page().locator("#send").click();
            developer.page().waitForSelector("#error-summary a[href='#" + field + "']");
            assertThat(developer.page().locator("#key").inputValue()).isEqualTo(REQUEST);
            assertThat(developer.page().locator("#email").inputValue()).isEqualTo("a@office.example");
            developer.isAccessible().noticedNothing();
        }
    }

    @Test
    void what_is_missing_is_told_before_anything_is_sent() {
        try (Visit developer = new Visit(PAGES).login("o.safarov")) {
            developer.open(FORM);
            developer.page().locator("#key").fill("-----BEGIN PRIVATE KEY-----\nMIGH\n-----END PRIVATE KEY-----");
            developer.page().locator("#events").fill("az.dost.birth.v1");
            developer.page().locator("#send").click();
            developer.page().waitForSelector("#error-summary");
            assertThat(developer.page().locator("#error-summary a").all().stream()
                            .map(link -> link.getAttribute("href")))
                    .containsExactly("#organisation", "#name", "#email", "#purpose", "#legalBasis", "#events", "#key");
            assertThat(developer.page().content()).as("his private key").doesNotContain("MIGH");
            developer
                    .picture("application-faults-az")
                    .isAccessible()
                    .isNotTooWide()
                    .noticedNothing();
        }
        assertThat(sent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/sent", "/state"})
    void it_is_for_developers_alone(String part) {
        gateway().knows("r.ismayilov", "CLERK");
        try (Visit clerk = new Visit(PAGES).login("r.ismayilov")) {
            assertThat(clerk.open(FORM + part).status()).isEqualTo(404);
        }
    }
}
