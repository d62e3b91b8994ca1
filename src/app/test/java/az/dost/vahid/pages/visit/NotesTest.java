package az.dost.vahid.pages.visit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.mock.population.Personas;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a visit takes note of: a visit that notices nothing would hold no page to anything. */
class NotesTest {
    private static final RunningPages PAGES = RunningPages.get();
    /** Somebody's, but of nobody whom a register knows. */
    private static final String TYPED = "9ZZ8YY7";

    @BeforeAll
    static void a_clerk() {
        PAGES.gateway().knows("a.mammadova", "CLERK").forget();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', textBlock = """
            an address;                     location.hash = '%s'
            an address that scripts wrote;  history.pushState(null, '', '/desk?of=%s')
            an address of a request;        fetch('/desk?of=%s')
            a title;                        document.title = 'Dossier of %s'
            a cookie;                       document.cookie = 'of=%s'
            what the browser keeps;         sessionStorage.setItem('of', '%s')
            an error of a script;           console.error('of %s')""")
    void what_tells_a_fin_is_noticed(String where, String script) {
        try (Visit clerk = new Visit(PAGES).login("a.mammadova")) {
            clerk.page().evaluate("async () => { await (" + script.formatted(Personas.MARTYRS_WIDOW.fin()) + "); }");
            assertThatThrownBy(clerk::noticedNothing).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void a_fin_that_was_typed_in_is_looked_for_whoever_has_it() {
        try (Visit clerk = new Visit(PAGES).login("a.mammadova")) {
            clerk.open("/desk?of=" + TYPED);
            assertThatCode(clerk::noticedNothing).doesNotThrowAnyException();
            clerk.open("/desk");
            clerk.page().locator("#fin").fill(TYPED);
            clerk.page().locator("#send").click();
            clerk.page().waitForSelector(".govuk-error-summary");
            assertThatThrownBy(clerk::noticedNothing)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("of=" + TYPED);
        }
    }
}
