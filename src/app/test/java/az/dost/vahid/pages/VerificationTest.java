package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An auditor has a file checked that Vahid signed. */
class VerificationTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final String CALL = "POST /v1/audit/verifications";

    @BeforeEach
    void an_auditor() {
        gateway()
                .knows("t.babayev", "AUDITOR_READ")
                .answers(CALL, 200, sound().toString())
                .forget();
    }

    private static PlayedGateway gateway() {
        return PAGES.gateway();
    }

    static ObjectNode sound() {
        ObjectNode json = new ObjectMapper()
                .createObjectNode()
                .put("holds", true)
                .put("kind", "DOSSIER_CONTAINER")
                .put("form", "XAdES-BASELINE-T")
                .put("signedAt", "2026-11-27T09:30:00Z")
                .put("signer", "CN=Vahid gateway")
                .put("dossierId", Dossiers.ID)
                .put("service", "ccu-car")
                .put("more", 0);
        check(
                json,
                "HOLDS",
                "CONTAINER_SIGNED",
                "The signature (XAdES-BASELINE-T) covers every part of the container and holds.");
        check(json, "HOLDS", "AGENCY_SIGNED_ANSWER", "2 answers are as the dossier says.", "pensions", "disability");
        check(json, "HOLDS", "TIME_STAMPED", "A time-stamp authority saw the signature.", "2026-11-27T09:30:01Z");
        check(json, "NOTED", "NO_RECEIPT", "It has no receipt of the audit chain.");
        return json;
    }

    static ObjectNode changed() {
        ObjectNode json = new ObjectMapper()
                .createObjectNode()
                .put("holds", false)
                .put("kind", "DOSSIER_CONTAINER")
                .put("more", 0);
        check(json, "HOLDS", "DOSSIER_SIGNED", "The dossier's own JWS holds.");
        check(
                json,
                "WRONG",
                "PART_CHANGED",
                "The part evidence/tax/1.xml is not what was signed.",
                "evidence/tax/1.xml");
        return json;
    }

    private static void check(ObjectNode json, String outcome, String code, String detail, String... named) {
        ObjectNode check = json.withArray("/checks")
                .addObject()
                .put("outcome", outcome)
                .put("code", code)
                .put("detail", detail);
        var names = check.putArray("named");
        for (String name : named) {
            names.add(name);
        }
    }

    static void send(Visit auditor, byte[] file) {
        auditor.page()
                .locator("#file")
                .setInputFiles(new FilePayload("dossier.asice", "application/octet-stream", file));
        auditor.page().locator("#send").click();
    }

    @Test
    void each_check_of_a_file_is_told_in_words_and_the_bytes_go_to_the_gateway_as_they_are() {
        try (Visit auditor = new Visit(PAGES).login("t.babayev")) {
            auditor.open("/audit/verification");
            auditor.picture("verification-az").isAccessible();
            send(auditor, "PK-a-container".getBytes(StandardCharsets.UTF_8));
            auditor.page().waitForSelector("#result");
            assertThat(auditor.text()).contains("Fayl həqiqidir", "27.11.2026 13:30", "xmlsec1 --verify");
            auditor.picture("verification-sound-az").isAccessible().noticedNothing();
            assertThat(gateway().asked())
                    .filteredOn(asked -> asked.path().equals("/v1/audit/verifications"))
                    .singleElement()
                    .satisfies(asked -> {
                        assertThat(asked.body()).isEqualTo("PK-a-container");
                        assertThat(asked.header("Content-Type")).isEqualTo("application/octet-stream");
                    });
        }
    }

    @Test
    void a_file_that_is_too_large_is_refused_on_the_same_page_before_it_is_read() {
        try (Visit auditor = new Visit(PAGES).login("t.babayev")) {
            auditor.open("/audit/verification");
            send(auditor, new byte[17 << 20]);
            auditor.page().waitForSelector("#error-summary");
            assertThat(auditor.text()).contains("REQUEST_TOO_LARGE", "ən çoxu 16 MB");
            assertThat(gateway().asked()).noneMatch(asked -> asked.method().equals("POST"));
            auditor.picture("verification-too-large-az").isAccessible().noticedNothing();
        }
    }
}
