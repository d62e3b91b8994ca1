package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import az.dost.vahid.signature.key.ClientCertificate;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
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

    @Test
    void a_developer_applies_at_the_pages_and_reads_there_what_became_of_it() throws IOException {
        try (Visit developer = new Visit(PAGES).login("o.safarov").english();
                Visit operator = new Visit(PAGES).login("r.ismayilov").english()) {
            developer.press("Apply");
            developer.page().locator("#organisation").fill("Office of the developer");
            developer.page().locator("#name").fill("A. Tester");
            developer.page().locator("#email").fill("a@tests.example");
            developer.page().locator("#purpose").fill("To see what a developer reads");
            developer.page().locator("#legalBasis").fill("Law on tests, article 3");
            developer.page().locator("#services").fill("ccu-car");
            developer.page().locator("#events").fill("az.dost.birth.v1=fin,dateOfBirth");
            developer.page().locator("#key").fill(request());
            developer.page().locator("#send").click();
            developer.page().waitForURL("**/developers/application/sent");
            String id = developer.page().locator("#id").innerText();
            String secret = developer.page().locator("#secret").innerText();

            operator.open("/operator/partners/applications/" + id);
            assertThat(operator.text()).contains("Law on tests, article 3", "Birth (fin, dateOfBirth)");
            operator.press("Request for a certificate");
            assertThat(operator.page().locator("pre code").innerText()).isEqualToIgnoringWhitespace(request());
            operator.page().locator("#act-refuse").check();
            operator.page().locator("#because").fill("Apply for fewer fields");
            operator.page().locator("#send").click();
            operator.page().waitForURL("**/operator/partners");

            developer.open("/developers/application/state");
            developer.page().locator("#id").fill(id);
            developer.page().locator("#secret").fill(secret);
            developer.page().locator("#send").click();
            developer.page().waitForSelector("#found");
            assertThat(developer.text()).contains("Refused", "Apply for fewer fields");
            developer.isAccessible().noticedNothing();
        }
    }

    /** That of the contract's example. */
    private static String request() throws IOException {
        return new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("contracts/partners.openapi.yaml").toFile())
                .at("/paths/~1v1~1partners~1applications/post/requestBody/content/application~1json/example/request")
                .asText();
    }
}
