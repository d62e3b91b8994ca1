package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import com.microsoft.playwright.BrowserContext;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a clerk has filled in he need not fill in again, and nobody else sees it. */
@Tag("pages")
class KeptFormTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final String SERVICE = "ccu-martyr-family-pension";

    private static PlayedGateway gateway() {
        return PAGES.gateway();
    }

    @BeforeEach
    void a_clerk() {
        gateway().knows("a.mammadova", "CLERK").forget();
    }

    @AfterEach
    void others_are_answered() {
        gateway().answers("POST /v1/dossiers", 200, Dossiers.complete().toString());
    }

    private static Visit filled() {
        Visit clerk = new Visit(PAGES).login("a.mammadova");
        fill(clerk);
        return clerk;
    }

    private static void fill(Visit clerk) {
        clerk.page().locator("#fin").fill(Dossiers.FIN);
        clerk.page().locator("#service-" + SERVICE).check();
        clerk.page().locator("#caseRef").fill("DEMO/7");
        clerk.page().locator("#channel").selectOption("MOBILE");
    }

    private static void isFilled(Visit clerk) {
        assertThat(clerk.page().locator("#fin").inputValue()).isEqualTo(Dossiers.FIN);
        assertThat(clerk.page().locator("#service-" + SERVICE).isChecked()).isTrue();
        assertThat(clerk.page().locator("#caseRef").inputValue()).isEqualTo("DEMO/7");
        assertThat(clerk.page().locator("#channel").inputValue()).isEqualTo("MOBILE");
    }

    @Test
    void another_language_leaves_it_filled_in_and_nothing_is_asked() {
        try (Visit clerk = filled()) {
            clerk.english();
            clerk.page().waitForSelector("html[lang=en]");
            isFilled(clerk);
            clerk.in("az");
            isFilled(clerk);
            clerk.noticedNothing();
            assertThat(gateway().asked()).noneMatch(asked -> asked.method().equals("POST"));
            clerk.open("/desk");
            assertThat(clerk.page().locator("#fin").inputValue())
                    .as("of the next citizen")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"403, NOT_GRANTED", "503, OVERLOADED", "500, INTERNAL", "502, ''"})
    void whatever_goes_wrong_the_way_back_leads_to_it(int status, String code) {
        if (code.isEmpty()) {
            gateway().answers("POST /v1/dossiers", status, "<html>Bad gateway</html>");
        } else {
            gateway().refuses("POST /v1/dossiers", status, code, "Retry-After", "3");
        }
        try (Visit clerk = filled()) {
            clerk.page().locator("#send").click();
            clerk.page().waitForSelector("#state");
            clerk.picture("state-form-kept-" + status + "-az").isAccessible();
            clerk.page().locator("#state a[href='/desk']").click();
            clerk.page().waitForSelector("#form");
            isFilled(clerk);
            clerk.noticedNothing();
        }
    }

    @Test
    void an_answer_leaves_an_empty_form() {
        gateway()
                .answers("POST /v1/dossiers", 200, Dossiers.complete().toString(), "Vahid-Signature", "a..b")
                .answers(
                        "GET /v1/dossiers/" + Dossiers.ID,
                        200,
                        Dossiers.complete().toString(),
                        "Vahid-Signature",
                        "a..b");
        try (Visit clerk = filled()) {
            clerk.page().locator("#send").click();
            clerk.page().waitForURL("**/desk/dossiers/*");
            clerk.open("/desk");
            assertThat(clerk.page().locator("#fin").inputValue()).isEmpty();
            assertThat(clerk.page().locator("#channel").inputValue()).isEqualTo("MOBILE");
        }
    }

    /** Long enough to fill in a form on a busy machine. */
    private static RunningPages hasty() {
        return RunningPages.played("--vahid.pages.idle=PT25S", "--vahid.pages.warning=PT20S");
    }

    /** Somebody else logs in at the browser; the issuer has forgotten who was there before. */
    private static Visit another(Visit visit, String person) {
        visit.page()
                .context()
                .clearCookies(new BrowserContext.ClearCookiesOptions().setName(Pattern.compile("^(?!__Host-vahid).*")));
        return visit.login(person);
    }

    @Test
    void the_end_of_a_session_leaves_it_to_whoever_logs_in_as_the_same() {
        try (RunningPages hasty = hasty()) {
            hasty.gateway().knows("a.mammadova", "CLERK");
            try (Visit clerk = new Visit(hasty).login("a.mammadova")) {
                fill(clerk);
                clerk.page().waitForURL("**/login/over");
                assertThat(clerk.text()).contains("15 dəqiqə saxlanılır");
                clerk.picture("session-over-kept-az").isAccessible();
                // The issuer still knows who he is.
                clerk.press("Daxil ol");
                clerk.page().waitForURL("**/desk");
                isFilled(clerk);
                clerk.noticedNothing();
            }
        }
    }

    @Test
    @Tag("attack")
    void somebody_else_at_the_same_browser_does_not_see_it() {
        try (RunningPages hasty = hasty()) {
            hasty.gateway().knows("a.mammadova", "CLERK");
            try (Visit clerk = new Visit(hasty).login("a.mammadova")) {
                fill(clerk);
                clerk.page().waitForURL("**/login/over");
                hasty.gateway().knows("e.guliyev", "CLERK");
                another(clerk, "e.guliyev").page().waitForURL("**/desk");
                assertThat(clerk.page().locator("#fin").inputValue()).isEmpty();
                assertThat(clerk.page().locator("#caseRef").inputValue()).isEmpty();
                assertThat(clerk.page().content()).doesNotContain(Dossiers.FIN);
                clerk.noticedNothing();
            }
        }
    }
}
