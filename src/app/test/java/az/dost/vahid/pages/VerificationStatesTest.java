package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of a file that is sent to be checked, in both languages, for a narrow screen and without scripts. */
@Tag("pages")
class VerificationStatesTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final String CALL = "POST /v1/audit/verifications";

    private static PlayedGateway gateway() {
        return PAGES.gateway();
    }

    @BeforeEach
    void an_auditor() {
        gateway().knows("z.rzayeva", "AUDITOR").forget();
    }

    static Stream<Arguments> results() {
        return Stream.of(Visit.Eyes.USUAL, Visit.Eyes.NARROW, Visit.Eyes.WITHOUT_SCRIPTS)
                .flatMap(eyes -> Stream.of(
                        Arguments.of("sound", VerificationTest.sound(), "Fayl həqiqidir", eyes),
                        Arguments.of("changed", VerificationTest.changed(), "Faylın həqiqiliyi təsdiqlənmədi", eyes)));
    }

    @ParameterizedTest(name = "{0} {3}")
    @MethodSource("results")
    void a_result_begins_with_its_sentence_and_with_what_is_wrong(
            String name, ObjectNode found, String sentence, Visit.Eyes eyes) {
        gateway().answers(CALL, 200, found.toString());
        try (Visit auditor = new Visit(PAGES, eyes).login("z.rzayeva")) {
            auditor.open("/audit/verification");
            VerificationTest.send(auditor, "PK".getBytes(StandardCharsets.US_ASCII));
            auditor.page().waitForSelector("#result");
            assertThat(auditor.page().locator("#result").innerText()).contains(sentence);
            if (name.equals("changed")) {
                assertThat(auditor.page().locator("tbody tr").first().innerText())
                        .contains("Hissə imzalanandan sonra dəyişdirilib", "evidence/tax/1.xml");
            }
            auditor.picture("verification-" + name + "-" + eyes.width() + (eyes.scripts() ? "" : "-plain"));
            if (eyes.scripts()) {
                auditor.isAccessible().isNotTooWide();
            }
            auditor.noticedNothing();
        }
    }

    @Test
    void the_form_is_there_in_english_too() {
        for (Visit.Eyes eyes : new Visit.Eyes[] {Visit.Eyes.USUAL, Visit.Eyes.NARROW}) {
            try (Visit auditor = new Visit(PAGES, eyes).login("z.rzayeva")) {
                auditor.open("/audit/verification");
                auditor.english()
                        .picture("verification-" + eyes.width() + "-en")
                        .isAccessible()
                        .isNotTooWide()
                        .noticedNothing();
                gateway().answers(CALL, 200, VerificationTest.sound().toString());
                VerificationTest.send(auditor, "PK".getBytes(StandardCharsets.US_ASCII));
                auditor.page().waitForSelector("#result");
                assertThat(auditor.text()).contains("The file is genuine");
                auditor.picture("verification-sound-" + eyes.width() + "-en")
                        .isAccessible()
                        .isNotTooWide();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"FILE_UNREADABLE 422", "REQUEST_TOO_LARGE 413"})
    void a_file_that_the_gateway_refuses_is_told_at_its_field(String refusal) {
        String code = refusal.split(" ")[0];
        int status = Integer.parseInt(refusal.split(" ")[1]);
        gateway().refuses(CALL, status, code);
        try (Visit auditor = new Visit(PAGES).login("z.rzayeva")) {
            auditor.open("/audit/verification");
            var answer = auditor.page()
                    .waitForResponse(
                            response -> response.request().method().equals("POST"),
                            () -> VerificationTest.send(auditor, "Hello".getBytes(StandardCharsets.US_ASCII)));
            assertThat(answer.status()).isEqualTo(status);
            auditor.page().waitForSelector("#error-summary");
            assertThat(auditor.text()).contains(code);
            assertThat(auditor.page().locator("#file").getAttribute("aria-invalid"))
                    .isEqualTo("true");
            auditor.picture("verification-" + code.toLowerCase().replace('_', '-') + "-az")
                    .isAccessible()
                    .isNotTooWide()
                    .noticedNothing();
        }
    }

    @Test
    void no_file_and_a_signature_that_is_none_are_told_before_the_gateway_is_asked() {
        try (Visit auditor = new Visit(PAGES).login("z.rzayeva")) {
            auditor.open("/audit/verification");
            auditor.page().locator("#send").click();
            auditor.page().waitForSelector("#error-summary");
            auditor.picture("verification-missing-az").isAccessible();
            auditor.page()
                    .locator("#signature")
                    .setInputFiles(
                            new FilePayload("a.jws", "text/plain", "no jws".getBytes(StandardCharsets.US_ASCII)));
            VerificationTest.send(auditor, "{}".getBytes(StandardCharsets.US_ASCII));
            auditor.page().waitForSelector("#signature-error");
            assertThat(gateway().asked()).noneMatch(asked -> asked.method().equals("POST"));
        }
    }

    @Test
    void a_signature_beside_a_dossier_goes_with_it() {
        gateway().answers(CALL, 200, VerificationTest.sound().toString());
        try (Visit auditor = new Visit(PAGES).login("z.rzayeva")) {
            auditor.open("/audit/verification");
            auditor.page()
                    .locator("#signature")
                    .setInputFiles(
                            new FilePayload("a.jws", "text/plain", "abc..def\n".getBytes(StandardCharsets.US_ASCII)));
            VerificationTest.send(auditor, "{}".getBytes(StandardCharsets.US_ASCII));
            auditor.page().waitForSelector("#result");
            assertThat(gateway().asked())
                    .filteredOn(asked -> asked.method().equals("POST"))
                    .singleElement()
                    .satisfies(
                            asked -> assertThat(asked.header("Vahid-Signature")).isEqualTo("abc..def"));
        }
    }

    @Test
    void a_gateway_that_checks_others_says_when_to_come_again() {
        gateway().refuses(CALL, 503, "OVERLOADED", "Retry-After", "3");
        try (Visit auditor = new Visit(PAGES).login("z.rzayeva")) {
            auditor.open("/audit/verification");
            VerificationTest.send(auditor, "PK".getBytes(StandardCharsets.US_ASCII));
            auditor.page().waitForSelector("#again-in");
            assertThat(auditor.text()).contains("OVERLOADED");
        }
    }
}
