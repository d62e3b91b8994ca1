package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.population.Personas;
import az.dost.vahid.pages.visit.Desk;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import az.dost.vahid.proof.record.AuditRoots;
import az.dost.vahid.proof.record.check.ReceiptCheck;
import az.dost.vahid.proof.record.check.Report;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.whole.RunningVahid;
import com.microsoft.playwright.Download;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/**
 * Nothing is played: a clerk looks a citizen up and hands a slip out; the citizen sees it, asks, proves it, and rates
 * by the slip.
 */
class RealCitizenTest {
    private static final RunningPages PAGES = RunningPages.real();

    @Test
    void a_citizen_sees_who_looked_asks_why_has_the_answer_and_rates_by_the_slip() throws Exception {
        String code;
        String dossier;
        try (Visit clerk = new Visit(PAGES).login("a.mammadova")) {
            new Desk(clerk)
                    .ask(Personas.MARTYRS_WIDOW.fin(), "ccu-intake", "MINE/1")
                    .answered();
            dossier = clerk.page().url().replaceFirst(".*/", "");
            clerk.open("/desk/dossiers/" + dossier + "/slip");
            code = clerk.page().locator(".vahid-code").innerText();
            assertThat(clerk.text()).contains("/rating");
        }
        RunningVahid.get().bean(AuditRoots.class).sign();
        try (Visit citizen = new Visit(PAGES).login("martyrs-widow")) {
            citizen.page().locator("a[href='/my/lookups/" + dossier + "']").click();
            citizen.page().waitForURL("**/my/lookups/" + dossier);
            assertThat(citizen.text()).contains("MINE/1", "a.mammadova", "Yaşayış yeri üzrə qeydiyyat");
            Download file = citizen.page().waitForDownload(() -> citizen.press("Qəbzi yüklə (JSON)"));
            assertThat(check().check(Files.readAllBytes(file.path()), new Report())
                            .path("id")
                            .asText())
                    .isEqualTo(dossier);
            citizen.page().locator("#question").fill("Mən mərkəzdə olmamışam");
            citizen.page().locator("#ask").click();
            citizen.page().waitForSelector("text=Sual qəbul edilib");
            citizen.isAccessible().noticedNothing();
        }
        try (Visit auditor = new Visit(PAGES).login("z.rzayeva")) {
            auditor.open("/audit/hits");
            auditor.page()
                    .locator(
                            "a",
                            new com.microsoft.playwright.Page.LocatorOptions()
                                    .setHasText("Vətəndaş sorğu barədə soruşur"))
                    .first()
                    .click();
            auditor.page().waitForSelector("#note");
            assertThat(auditor.text()).contains("Mən mərkəzdə olmamışam", "MINE/1");
            auditor.page().locator("#reason-JUSTIFIED").check();
            auditor.page().locator("#note").fill("Müraciət mobil ofisdə qəbul edilib");
            auditor.page().locator("#close").click();
            auditor.page().waitForSelector("text=Bağlanıb");
        }
        try (Visit citizen = new Visit(PAGES).login("martyrs-widow")) {
            citizen.open("/my/lookups/" + dossier);
            assertThat(citizen.text()).contains("Sorğu əsaslı olub", "Müraciət mobil ofisdə qəbul edilib");
        }
        try (Visit anybody = new Visit(PAGES)) {
            rate(anybody, code);
            anybody.page().waitForURL("**/rating/thanks");
            rate(anybody, code);
            anybody.page().waitForSelector("#error-summary");
            assertThat(anybody.text()).contains("artıq qiymətləndirilib");
            anybody.noticedNothing();
        }
        try (Visit manager = new Visit(PAGES).login("k.aliyev")) {
            manager.open("/centre/ratings");
            assertThat(manager.text()).contains("Gözləmə zalı soyuqdur").doesNotContain("MINE/1", "a.mammadova");
        }
    }

    private static void rate(Visit anybody, String code) {
        anybody.open("/rating");
        anybody.page().locator("#code").fill(code);
        anybody.page().locator("#stars-4").check();
        anybody.page().locator("#complaint").fill("Gözləmə zalı soyuqdur");
        anybody.page().locator("#send").click();
    }

    /** With nothing but the gateway's public certificate. */
    private static ReceiptCheck check() throws Exception {
        HttpResponse<byte[]> certificate = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(RunningVahid.get().address() + "/v1/keys/certificate"))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        return new ReceiptCheck(new GatewayProof(GatewayProof.certificate(certificate.body())), null);
    }
}
