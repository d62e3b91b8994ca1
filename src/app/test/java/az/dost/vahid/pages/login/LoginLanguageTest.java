package az.dost.vahid.pages.login;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The language that somebody chose goes with him to the issuer, back, and out again. */
@Tag("pages")
class LoginLanguageTest {
    private static final RunningPages PAGES = RunningPages.get();

    @BeforeEach
    void a_clerk() {
        PAGES.gateway().knows("a.mammadova", "CLERK").forget();
    }

    private static String language(Visit visit) {
        return visit.page().locator("html").getAttribute("lang");
    }

    private static void choose(Visit visit) {
        visit.page().locator("button[value='a.mammadova']").click();
        visit.page().waitForURL(address -> address.startsWith(PAGES.address()));
    }

    private static void logOut(Visit visit) {
        visit.page().locator("form[action='/logout'] button").click();
        visit.page().waitForSelector("a[href='/login/begin/vahid']");
    }

    @Test
    void chosen_before_the_login_it_is_that_of_the_issuer_and_stays_after_login_and_logout() {
        try (Visit clerk = new Visit(PAGES)) {
            clerk.open("/");
            clerk.english();
            clerk.open("/login/begin/vahid");
            assertThat(language(clerk)).as("at the issuer").isEqualTo("en");
            choose(clerk);
            assertThat(language(clerk)).as("after the login").isEqualTo("en");
            logOut(clerk);
            assertThat(language(clerk)).as("after the logout").isEqualTo("en");
            clerk.noticedNothing();
        }
    }

    @Test
    void chosen_at_the_issuer_it_stays_after_login_and_logout() {
        try (Visit clerk = new Visit(PAGES)) {
            clerk.open("/login/begin/vahid");
            assertThat(language(clerk)).as("before anything is chosen").isEqualTo("az");
            clerk.english();
            choose(clerk);
            assertThat(language(clerk)).as("after the login").isEqualTo("en");
            logOut(clerk);
            assertThat(language(clerk)).as("after the logout").isEqualTo("en");
        }
    }

    @Test
    void what_was_chosen_at_the_pages_is_not_changed_by_the_issuer() {
        try (Visit clerk = new Visit(PAGES)) {
            clerk.open("/?lang=az");
            clerk.open("/login/begin/vahid");
            clerk.english();
            choose(clerk);
            assertThat(language(clerk)).isEqualTo("az");
        }
    }

    @Test
    void whoever_chooses_nothing_reads_azerbaijani_and_keeps_no_cookie_for_it() {
        try (Visit clerk = new Visit(PAGES)) {
            clerk.login("a.mammadova");
            assertThat(language(clerk)).isEqualTo("az");
            assertThat(clerk.page().context().cookies()).noneMatch(cookie -> cookie.name.contains("language"));
        }
    }
}
