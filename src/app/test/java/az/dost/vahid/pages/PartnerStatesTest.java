package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The operators' pages of partners in each of their states, in both languages, on every screen and without scripts. */
@Tag("pages")
class PartnerStatesTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final String PARTNERS = PlayedOperations.PARTNERS;
    private static final String APPLICATION = "/operator/partners/applications/" + PlayedOperations.APPLICATION;
    private static final String REQUEST = "/operator/partners/applications/" + PlayedOperations.REQUEST;
    private static final String RELEASE = "/operator/partners/proposals/" + PlayedOperations.RELEASE;

    private static PlayedGateway gateway() {
        return PAGES.gateway();
    }

    @BeforeEach
    void an_operator() {
        gateway().knows("r.ismayilov", "OPERATOR").forget();
        PlayedOperations.lay(gateway());
        gateway()
                .answers(
                        "GET " + PlayedOperations.OPERATIONS + "/overview", 200, PlayedOperations.text("overview-bad"));
    }

    private static Arguments page(String name, String address, String english, Consumer<PlayedGateway> laid) {
        return Arguments.of(name, address, english, laid);
    }

    static Stream<Arguments> pages() {
        Consumer<PlayedGateway> usual = gateway -> {};
        return Stream.of(
                page("partners", "/operator/partners", "Keys that changed within 7 days", usual),
                page("partners-settled", "/operator/partners?settled", "It does not wait any more", usual),
                page(
                        "partners-none",
                        "/operator/partners",
                        "Nobody waits",
                        gateway -> gateway.answers("GET " + PARTNERS, 200, "{\"partners\":[]}")
                                .answers("GET " + PARTNERS + "/applications", 200, "{\"applications\":[]}")
                                .answers(
                                        "GET " + PlayedOperations.OPERATIONS + "/overview",
                                        200,
                                        PlayedOperations.text("overview-well"))),
                page("partner-application", APPLICATION, "Law on social services, article 12", usual),
                page("partner-request", REQUEST, "Request for a certificate", usual),
                page("partner", "/operator/partners/admitted/my-office", "Ask him by another way", usual),
                page("partner-old", "/operator/partners/admitted/old-fund", "nobody is known any more", usual),
                page("partner-release", RELEASE, "Nothing is released yet", usual),
                page(
                        "partner-released",
                        RELEASE,
                        "Confirmed by r.ismayilov",
                        gateway -> gateway.answers(
                                "GET " + PARTNERS + "/proposals/" + PlayedOperations.RELEASE,
                                200,
                                PlayedOperations.text("partner-release-confirmed"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void a_page_is_read_in_both_languages_on_every_screen(
            String name, String address, String english, Consumer<PlayedGateway> laid) {
        laid.accept(gateway());
        for (Visit.Eyes eyes : new Visit.Eyes[] {Visit.Eyes.USUAL, Visit.Eyes.NARROW}) {
            try (Visit operator = new Visit(PAGES, eyes).login("r.ismayilov")) {
                assertThat(operator.open(address).status()).isEqualTo(200);
                for (String language : new String[] {"az", "en"}) {
                    operator.in(language)
                            .picture("operator-" + name + "-" + eyes.width() + "-" + language)
                            .isAccessible()
                            .isNotTooWide();
                }
                assertThat(operator.text()).contains(english).doesNotContain("??");
                assertThat(operator.page().locator("h1").count()).isOne();
                operator.noticedNothing();
            }
        }
        try (Visit operator = new Visit(PAGES, Visit.Eyes.WITHOUT_SCRIPTS)
                .login("r.ismayilov")
                .english()) {
            assertThat(operator.open(address).status()).isEqualTo(200);
            assertThat(operator.text()).contains(english);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void a_page_is_readable_four_times_as_large(
            String name, String address, String english, Consumer<PlayedGateway> laid) {
        laid.accept(gateway());
        try (Visit operator = new Visit(PAGES).login("r.ismayilov")) {
            operator.open(address);
            operator.isReadableTwiceAsLarge().isReadableOnAPhone().isReadableFourTimesAsLarge();
        }
    }

    @ParameterizedTest
    @CsvSource({"propose, act-refuse, because", "propose, act, id", "end, , because", "nothing, , act"})
    void what_is_wrong_in_a_form_is_told_first_and_leads_to_its_field(String form, String chosen, String field) {
        try (Visit operator = new Visit(PAGES).login("r.ismayilov")) {
            operator.open(form.equals("end") ? "/operator/partners/admitted/my-office" : APPLICATION);
            if (chosen != null) {
                operator.page().locator("#" + chosen).check();
            }
            operator.page().locator("#send").click();
            operator.page().waitForSelector("#error-summary");
            assertThat(operator.page().evaluate("() => document.activeElement.id"))
                    .isEqualTo("error-summary");
            operator.page().locator("#error-summary a[href='#" + field + "']").click();
            assertThat(operator.page().evaluate("() => document.activeElement.id"))
                    .isEqualTo(field);
            operator.picture("operator-partner-fault-" + form + "-" + field)
                    .isAccessible()
                    .isNotTooWide()
                    .noticedNothing();
        }
        assertThat(gateway().asked().stream().filter(asked -> asked.method().equals("POST")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"requester, id", "certificate, certificate"})
    void what_the_gateway_does_not_take_is_told_at_its_field_and_nothing_that_was_typed_is_lost(
            String refused, String field) {
        gateway()
                .answers(
                        "POST " + PARTNERS + "/proposals",
                        400,
                        "{\"code\":\"FIELD_INVALID\",\"field\":\"" + refused + "\",\"status\":400}");
        try (Visit operator = new Visit(PAGES).login("r.ismayilov").english()) {
            operator.open(REQUEST);
            operator.page().locator("#act").check();
            operator.page().locator("#because").fill("Agreement 12");
            operator.page().locator("#id").fill("dost-centre-1");
            operator.page().locator("#certificate").fill("-----BEGIN CERTIFICATE-----");
            operator.page().locator("#services-0").uncheck();
            operator.page().locator("#send").click();
            operator.page().waitForSelector("#error-summary a[href='#" + field + "']");
            assertThat(operator.text()).contains("The gateway does not take this");
            assertThat(operator.page().locator("#id").inputValue()).isEqualTo("dost-centre-1");
            assertThat(operator.page().locator("#certificate").inputValue()).startsWith("-----BEGIN");
            assertThat(operator.page().locator("#services-0").isChecked()).isFalse();
            operator.isAccessible().noticedNothing();
        }
    }
}
