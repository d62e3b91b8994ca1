package az.dost.vahid.pages.session;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import az.dost.vahid.sources.ingest.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A browser that a balancer leads to one node now and to the other then. */
@Tag("pages")
class LoginAtTwoNodesTest {
    @Test
    void a_login_at_one_node_counts_at_the_other_and_a_logout_there_ends_both() {
        String[] shared = {
            "--vahid.pages.nodes=2",
            "--vahid.pages.shared-sessions.url=" + TestDatabase.create(),
            "--vahid.pages.shared-sessions.username=postgres",
            "--vahid.pages.shared-sessions.secret=" + "s".repeat(43)
        };
        try (RunningPages one = RunningPages.played(shared);
                RunningPages other = one.beside(shared)) {
            one.gateway().knows("a.mammadova", "CLERK");
            try (Visit clerk = new Visit(one).login("a.mammadova")) {
                clerk.page().navigate(other.address() + "/desk");
                assertThat(clerk.page().locator("#fin").isVisible()).isTrue();
                // From there the issuer leads back to the address of all nodes. Here that is no balancer's, and the
                // policy of the page ends the way: no answer is seen.
                clerk.page()
                        .waitForRequest(
                                request -> request.url().contains("/issuer/logout"), () -> clerk.press("Çıxış"));
                for (RunningPages node : new RunningPages[] {one, other}) {
                    clerk.page().navigate(node.address() + "/desk");
                    assertThat(clerk.page().locator("#door").isVisible()).isTrue();
                }
                clerk.open("/login/begin/vahid");
                assertThat(clerk.page().locator("button[value='a.mammadova']").isVisible())
                        .isTrue();
            }
        }
    }
}
