package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A clerk asks somebody to show a digital document, and reads what was shown, in each state. */
@Tag("pages")
class ProofsStatesTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final String ID = "01a2220e-cddf-78a8-92b8-8d18e7d48eea";
    private static final String ONE = "/desk/proofs/" + ID;
    private static final String ALL = "/v1/presentations";
    private static final String KINDS = """
            {"types":[{"type":"disability","title":{"az":"Əlillik","en":"Disability"},"claims":[
              {"claim":"percentFrom","title":{"az":"Faiz, ən azı","en":"Percent, at least"}},
              {"claim":"cause","title":{"az":"Səbəb","en":"Cause"}}]},
             {"type":"pension","title":{"az":"Pensiya","en":"Pension"},"claims":[
              {"claim":"from","title":{"az":"Təyin edildiyi gün","en":"First day"}}]}]}""";

    private static PlayedGateway gateway() {
        return PAGES.gateway();
    }

    private static String one(String state, String more, String... values) {
        return """
                {"presentationId":"%s","type":"disability","title":{"az":"Əlillik","en":"Disability"},"fact":"disability","state":"%s",
                 "until":"2026-12-03T10:05:00Z","keptUntil":"2026-12-03T10:15:00Z",%s"claims":[
                 {"claim":"since","title":{"az":"Müəyyən edildiyi gün","en":"Day of the assessment"}%s},
                 {"claim":"percentFrom","title":{"az":"Faiz, ən azı","en":"Percent, at least"}%s}]}""".formatted(ID, state, more, values.length > 0 ? values[0] : "", values.length > 1 ? values[1] : "");
    }

    private static String open() {
        return one(
                "OPEN",
                "\"requestUri\":\"openid4vp://?client_id=x509_hash%3AqX9-3XgpA0bR1m3j5n8p2vZk6w7yT4sUeLhGd0cFbJI&request_uri=https%3A%2F%2Fvahid.example%2Fv1%2Fpresentations%2F"
                        + ID + "%2Frequest\",");
    }

    private static String shown() {
        return one("SHOWN", "", ",\"value\":\"2021-03-04\"", ",\"value\":61");
    }

    @BeforeEach
    void a_clerk() {
        gateway()
                .knows("a.mammadova", "CLERK")
                .answers("GET " + ALL, 200, KINDS)
                .forget();
    }

    private static void seen(Visit clerk, String name) {
        clerk.picture(name + "-az").isAccessible().isNotTooWide().english();
        clerk.picture(name + "-en").isAccessible().isNotTooWide().noticedNothing();
    }

    @Test
    void what_may_be_asked_for_is_ticked_and_asked() {
        gateway().answers("POST " + ALL, 201, open()).answers("GET " + ALL + "/" + ID, 200, open());
        for (Visit.Eyes eyes : new Visit.Eyes[] {Visit.Eyes.USUAL, Visit.Eyes.NARROW}) {
            try (Visit clerk = new Visit(PAGES, eyes).login("a.mammadova")) {
                clerk.open("/desk/proofs");
                seen(clerk, "proofs-" + eyes.width());
                clerk.page().locator("#disability-cause").check();
                clerk.page().locator("#proofs form button").first().click();
                clerk.page().waitForURL("**" + ONE);
                assertThat(gateway().asked())
                        .filteredOn(one -> one.method().equals("POST"))
                        .last()
                        .extracting(PlayedGateway.Asked::body)
                        .isEqualTo("{\"type\":\"disability\",\"claims\":[\"cause\"]}");
            }
        }
    }

    @Test
    void where_nothing_is_granted_the_page_says_what_would_be_there() {
        gateway().answers("GET " + ALL, 200, "{\"types\":[]}");
        try (Visit clerk = new Visit(PAGES, Visit.Eyes.USUAL).login("a.mammadova")) {
            clerk.open("/desk/proofs");
            assertThat(clerk.page().locator(".govuk-inset-text").innerText()).contains("Burada");
            seen(clerk, "proofs-none");
        }
    }

    @Test
    void the_qr_code_gives_way_to_what_was_shown_by_itself() {
        gateway().answers("GET " + ALL + "/" + ID, 200, open());
        for (Visit.Eyes eyes : new Visit.Eyes[] {Visit.Eyes.USUAL, Visit.Eyes.NARROW}) {
            gateway().answers("GET " + ALL + "/" + ID, 200, open());
            try (Visit clerk = new Visit(PAGES, eyes).login("a.mammadova")) {
                clerk.open(ONE);
                assertThat(clerk.page().locator("svg.vahid-qr").isVisible()).isTrue();
                seen(clerk, "proof-open-" + eyes.width());
                gateway().answers("GET " + ALL + "/" + ID, 200, shown());
                clerk.page().waitForSelector("dl");
                assertThat(clerk.text()).contains("04.03.2021", "61", "you decide");
                assertThat(clerk.page().locator("svg.vahid-qr").count()).isZero();
                seen(clerk, "proof-shown-" + eyes.width());
            }
        }
    }

    @Test
    void it_comes_without_scripts_too() {
        gateway().answers("GET " + ALL + "/" + ID, 200, open());
        try (Visit clerk = new Visit(PAGES, Visit.Eyes.WITHOUT_SCRIPTS).login("a.mammadova")) {
            clerk.open(ONE);
            assertThat(clerk.page().locator("svg.vahid-qr").isVisible()).isTrue();
            gateway().answers("GET " + ALL + "/" + ID, 200, shown());
            clerk.page().waitForSelector("dl");
            assertThat(clerk.text()).contains("04.03.2021");
        }
    }

    @ParameterizedTest
    @CsvSource({"DECLINED,''", "REFUSED,CREDENTIAL_REVOKED", "EXPIRED,OTHER_VERIFIER"})
    void what_did_not_come_to_anything_says_why(String state, String reason) {
        gateway()
                .answers(
                        "GET " + ALL + "/" + ID,
                        200,
                        one(state, reason.isEmpty() ? "" : "\"reason\":\"" + reason + "\","));
        try (Visit clerk = new Visit(PAGES, Visit.Eyes.USUAL).login("a.mammadova")) {
            clerk.open(ONE);
            assertThat(clerk.page().locator("#reason").count()).isEqualTo(reason.isEmpty() ? 0 : 1);
            assertThat(clerk.page().locator("svg.vahid-qr").count()).isZero();
            seen(clerk, "proof-" + state.toLowerCase(Locale.ROOT));
        }
    }
}
