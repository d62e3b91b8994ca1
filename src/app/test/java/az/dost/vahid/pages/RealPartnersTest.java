package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import az.dost.vahid.signature.key.ClientCertificate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Nothing is played: somebody applies at the gateway, one operator proposes at the pages, another one confirms, and the
 * partner is ended again.
 */
@Tag("pages")
class RealPartnersTest {
    private static final RunningPages PAGES = RunningPages.real();

    @Test
    @Tag("attack")
    void an_applicant_comes_in_by_two_operators_and_is_ended_by_one() {
        RealApplicant applicant = RealApplicant.applies("Office of two operators");
        try (Visit operator = new Visit(PAGES, Visit.Eyes.WITHOUT_SCRIPTS)
                .login("r.ismayilov")
                .english()) {
            operator.open("/operator");
            operator.page().locator("a[href='/operator/partners#waiting']").click();
            operator.press("Office of two operators");
            assertThat(operator.text())
                    .contains(
                            "Law on tests, article 2",
                            "A. Tester, a@tests.example",
                            ClientCertificate.of(applicant.key().certificate()).thumbprint());
            String first = proposes(operator, "walks-in");
            operator.open("/operator/partners/applications/" + applicant.id());
            assertThat(proposes(operator, "walks-in")).as("the same once more").isEqualTo(first);
            assertThat(applicant.waiting().path("proposals")).hasSize(1);

            operator.page().locator("#confirm").click();
            assertThat(operator.text()).as("his own").contains("OWN_PROPOSAL");
            assertThat(applicant.state().path("state").asText()).isEqualTo("OPEN");
            RealApplicant.confirmed(first.replaceFirst(".*/operator/partners", ""));
            operator.page().navigate(first);
            assertThat(operator.text()).contains("Confirmed by b.second");
            assertThat(applicant.state().path("requester").asText()).isEqualTo("walks-in");

            operator.open("/operator/partners");
            operator.press("walks-in");
            operator.page().locator("#because").fill("The walk is over");
            operator.page().locator("#send").click();
            assertThat(operator.page().locator("a[href$='/walks-in']").count()).isZero();
            assertThat(operator.open("/operator/partners/admitted/walks-in").status())
                    .as("who was a partner")
                    .isEqualTo(404);
            operator.noticedNothing();
        }
        assertThat(RealApplicant.partners())
                .noneMatch(one -> one.path("id").asText().equals("walks-in"));
    }

    private static String proposes(Visit operator, String id) {
        operator.page().locator("#act").check();
        operator.page().locator("#because").fill("Agreement 12");
        operator.page().locator("#id").fill(id);
        operator.page().locator("#officials").fill("a.tester");
        operator.page().locator("#send").click();
        operator.page().waitForURL("**/operator/partners/proposals/*");
        return operator.page().url();
    }

    @Test
    void an_applicant_who_is_refused_at_the_pages_reads_why() {
        RealApplicant applicant = RealApplicant.applies("Office without an agreement");
        try (Visit operator = new Visit(PAGES).login("r.ismayilov").english()) {
            operator.open("/operator/partners/applications/" + applicant.id());
            operator.page().locator("#act-refuse").check();
            operator.page().locator("#because").fill("There is no agreement");
            operator.page().locator("#send").dblclick();
            operator.page().waitForURL("**/operator/partners");
            assertThat(operator.text()).doesNotContain("Office without an agreement");
            operator.isAccessible().noticedNothing();
        }
        assertThat(applicant.state().path("state").asText()).isEqualTo("REFUSED");
        assertThat(applicant.state().path("because").asText()).isEqualTo("There is no agreement");
    }
}
