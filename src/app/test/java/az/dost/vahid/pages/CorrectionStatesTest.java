package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A citizen has a fact corrected: what is wrong with the form is told at its field, and what became of it is shown. */
@Tag("pages")
class CorrectionStatesTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final String CORRECTIONS = "/v1/citizens/me/corrections";

    private static PlayedGateway gateway() {
        return PAGES.gateway();
    }

    @BeforeEach
    void a_citizen_who_was_not_looked_up() {
        gateway()
                .answers("GET /v1/citizens/me/lookups", 200, OwnData.lookups(0).toString())
                .answers(
                        "POST " + CORRECTIONS,
                        202,
                        OwnData.correction("RECEIVED").toString())
                .answers(
                        "GET " + CORRECTIONS + "/" + OwnData.CORRECTION,
                        200,
                        OwnData.correction("REJECTED").toString())
                .answers("GET /v1/catalogue/agencies", 200, OwnData.agencies().toString())
                .forget();
    }

    private static Visit citizen() {
        return new Visit(PAGES).login("martyrs-widow");
    }

    private static List<PlayedGateway.Asked> posts() {
        return gateway().asked().stream()
                .filter(asked -> asked.method().equals("POST"))
                .toList();
    }

    @Test
    void a_correction_is_asked_for_and_its_steps_are_shown() {
        try (Visit citizen = citizen()) {
            citizen.open("/my/corrections/new");
            citizen.page().locator("#fact").selectOption("address");
            citizen.page().locator("#source").selectOption("local-executive");
            citizen.page().locator("#claim").fill("I moved\nin May");
            citizen.page().locator("#send").click();
            citizen.page().waitForURL("**/my/corrections/" + OwnData.CORRECTION);
            assertThat(posts())
                    .singleElement()
                    .satisfies(
                            asked -> assertThat(asked.body())
                                    .isEqualTo(
                                            "{\"fact\":\"address\",\"claim\":\"I moved\\nin May\",\"source\":\"local-executive\"}"));
            assertThat(citizen.page().locator("ol li").count()).isEqualTo(3);
            assertThat(citizen.text()).contains("Qurumun cavabı: Sənəddə 11-ci mənzil göstərilib");
        }
    }

    @ParameterizedTest
    @CsvSource({"409,CORRECTION_OPEN,fact", "400,FIELD_INVALID,source", "400,FIELD_INVALID,claim"})
    void what_is_wrong_with_a_correction_is_told_at_its_field_and_what_was_typed_stays(
            int status, String code, String field) {
        gateway()
                .answers(
                        "POST " + CORRECTIONS,
                        status,
                        "{\"code\":\"" + code + "\",\"field\":\"" + field + "\",\"status\":" + status + "}");
        try (Visit citizen = citizen()) {
            citizen.open("/my/corrections/new");
            citizen.page().locator("#fact").selectOption("address");
            citizen.page().locator("#claim").fill("I moved");
            citizen.page().locator("#send").click();
            citizen.page().waitForSelector("#error-summary");
            assertThat(citizen.page().locator("#" + field).getAttribute("aria-invalid"))
                    .isEqualTo("true");
            assertThat(citizen.page().locator("#claim").inputValue()).isEqualTo("I moved");
            assertThat(citizen.page().locator("#fact").inputValue()).isEqualTo("address");
            citizen.picture("citizen-correct-" + code.toLowerCase() + "-" + field + "-az")
                    .isAccessible()
                    .isNotTooWide()
                    .noticedNothing();
        }
    }

    @Test
    void a_correction_of_nothing_is_not_sent() {
        try (Visit citizen = citizen()) {
            citizen.open("/my/corrections/new");
            citizen.page().locator("#send").click();
            citizen.page().waitForSelector("#error-summary");
            assertThat(citizen.page().locator("#error-summary li").count()).isEqualTo(2);
            assertThat(posts()).isEmpty();
            citizen.picture("citizen-correct-nothing-az").isAccessible().isNotTooWide();
        }
    }
}
