package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A clerk asks about a citizen, and understands the answer. */
class DeskTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final String[] SIGNED = {"Vahid-Signature", "a..b"};

    private static final String SLIP = "/v1/dossiers/" + Dossiers.ID + "/slip";

    @BeforeEach
    void a_clerk_at_a_gateway_that_answers() {
        gateway().knows("a.mammadova", "CLERK").forget();
        answers(Dossiers.complete());
    }

    private static void answers(ObjectNode dossier) {
        gateway()
                .answers("POST /v1/dossiers", 200, dossier.toString(), SIGNED)
                .answers("GET /v1/dossiers/" + Dossiers.ID, 200, dossier.toString(), SIGNED)
                .answers("GET " + SLIP, 200, "{\"ratingCode\":\"7QK2-M0XD-93VT\"}");
    }

    @Test
    @Tag("attack")
    void the_rating_code_stands_on_the_slip_alone_and_is_left_out_where_the_gateway_gives_none() {
        try (Visit clerk = new Visit(PAGES).login("a.mammadova")) {
            clerk.open("/desk/dossiers/" + Dossiers.ID);
            assertThat(clerk.page().content()).doesNotContain("7QK2");
            clerk.open("/desk/dossiers/" + Dossiers.ID + "/slip");
            assertThat(clerk.page().locator(".vahid-code").innerText()).isEqualTo("7QK2-M0XD-93VT");
            gateway().refuses("GET " + SLIP, 404, "NOT_FOUND");
            clerk.open("/desk/dossiers/" + Dossiers.ID + "/slip");
            assertThat(clerk.page().locator(".vahid-code").count()).isZero();
            assertThat(clerk.text()).doesNotContain("/rating");
        }
    }

    private static PlayedGateway gateway() {
        return PAGES.gateway();
    }

    private static void ask(Visit clerk) {
        clerk.page().locator("#fin").fill(Dossiers.FIN);
        clerk.page().locator("#service-ccu-martyr-family-pension").check();
        clerk.page().locator("#caseRef").fill("DEMO/1");
        clerk.page().locator("#send").click();
        clerk.page().waitForURL("**/desk/dossiers/*");
    }

    @Test
    void a_clerk_logs_in_asks_and_reads_the_answer_in_both_languages() {
        try (Visit clerk = new Visit(PAGES)) {
            clerk.open("/");
            clerk.picture("door-az").isAccessible();
            clerk.login("a.mammadova").picture("desk-form-az").isAccessible();
            ask(clerk);
            assertThat(clerk.text()).contains("Heç bir sənəd lazım deyil");
            clerk.picture("desk-answer-az").isAccessible().english();
            assertThat(clerk.text()).contains("No paper is needed");
            clerk.picture("desk-answer-en").isAccessible();
            clerk.press("Slip for the citizen");
            clerk.picture("desk-slip-en").isAccessible();
            assertThat(clerk.text()).contains("Rating code", "7QK2-M0XD-93VT");
            assertThat(clerk.text()).doesNotContain(Dossiers.FIN);
            clerk.noticedNothing();
            assertThat(clerk.addresses()).noneMatch(address -> address.contains(Dossiers.FIN));
        }
    }

    @Test
    void a_page_that_is_longer_than_the_buffer_of_the_server_has_its_headers_all_the_same() {
        String one = "{\"caseRef\":\"DEMO/1\",\"service\":\"ccu-car\",\"dossierId\":\"" + Dossiers.ID
                + "\",\"at\":\"2026-11-27T05:00:00Z\",\"completeness\":\"COMPLETE\",\"stillNeeded\":0,\"open\":0}";
        gateway()
                .answers(
                        "GET /v1/officials/me/cases",
                        200,
                        "{\"cases\":[" + String.join(",", Collections.nCopies(100, one)) + "]}");
        try (Visit clerk = new Visit(PAGES).login("a.mammadova")) {
            clerk.open("/desk/cases");
            assertThat(clerk.page().content().getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThan(32 * 1024);
            clerk.noticedNothing();
        }
    }

    @Test
    void what_is_wrong_in_the_form_is_told_first_and_the_sign_that_no_fin_has_is_named() {
        try (Visit clerk = new Visit(PAGES).login("a.mammadova")) {
            clerk.page().locator("#fin").fill("OIOIOIO<b>");
            clerk.page().locator("#caseRef").fill("DEMO/7");
            clerk.page().locator("#send").click();
            clerk.page().waitForSelector("#error-summary");
            assertThat(clerk.page().evaluate("() => document.activeElement.id")).isEqualTo("error-summary");
            assertThat(clerk.page().locator("#fin").inputValue()).isEqualTo("OIOIOIO<B>");
            assertThat(clerk.page().locator("#fin-error").innerText()).contains("FİN-də O hərfi olmur");
            assertThat(clerk.page().locator("#caseRef").inputValue()).isEqualTo("DEMO/7");
            assertThat(clerk.page().content()).doesNotContain("O<B>");
            clerk.picture("desk-form-faults-az").isAccessible().noticedNothing();
            assertThat(gateway().asked()).noneMatch(asked -> asked.method().equals("POST"));
        }
    }
}
