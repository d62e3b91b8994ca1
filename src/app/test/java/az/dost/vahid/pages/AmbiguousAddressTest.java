package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.session.Walker;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Wire;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However an address is written, it is one page's, and for that page's roles. */
@Tag("attack")
class AmbiguousAddressTest {
    private static final RunningPages PAGES = RunningPages.get();
    private final Wire wire = new Wire(PAGES);

    @AfterEach
    void end() throws IOException {
        wire.close();
    }

    @ParameterizedTest
    @CsvSource({"AUDITOR, 200", "AUDITOR_READ, 404"})
    void a_narrower_area_is_not_entered_by_another_spelling(String role, int status) {
        PAGES.gateway().knows("somebody", role).forget();
        Walker auditor = Walker.in(PAGES, "somebody", "official");
        for (String address : new String[] {"/audit/reports/new", "/audit/reports/%6eew", "/%61udit/reports/n%65w"}) {
            assertThat(auditor.get(PAGES, address).statusCode()).as(address).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk%2fcases",
                "/desk%5Ccases",
                "/desk;a=b/cases",
                "/desk%3Ba=b",
                "/desk/..;/cases",
                "/desk/../desk",
                "/desk/./cases",
                "/desk/%2e%2e/desk",
                "/login/%2E%2E/desk",
                "/%2564esk",
                "//desk",
                "/desk//cases",
                "/assets/..%2f..%2fdesk"
            })
    void an_address_that_can_be_read_in_two_ways_is_refused_on_a_page_with_its_code(String address) throws IOException {
        PAGES.gateway().knows("somebody", "CLERK").forget();
        for (String who :
                new String[] {"", Walker.in(PAGES, "somebody", "official").cookie()}) {
            assertThat(wire.ask("GET " + address, who))
                    .startsWith("HTTP/1.1 400")
                    .contains("id=\"state\"", "REQUEST_MALFORMED");
        }
        assertThat(PAGES.gateway().asked()).isEmpty();
    }

    @Test
    void a_login_begins_nowhere_else() throws IOException {
        for (String address : new String[] {"/login/begin/other", "/login/begin/", "/login/begin/vahid/x"}) {
            assertThat(wire.ask("GET " + address, ""))
                    .as(address)
                    .startsWith("HTTP/1.1 404")
                    .contains("id=\"state\"");
        }
        assertThat(wire.ask("GET /login/begin/vahid", ""))
                .startsWith("HTTP/1.1 302")
                .contains("/issuer/");
    }
}
