package az.dost.vahid.journeys.report.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.fuzz.Fuzz;
import az.dost.vahid.json.Json;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand in a report for ever as the reason of its closing. */
class ClosingReasonTest {
    private static byte[] body(String because) {
        return Json.mapper()
                .createObjectNode()
                .put("because", because)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "entries of 30 October came late",
                "CORRECT figures",
                "2026-10 was counted again",
                "30.10.2026",
                "Oktyabrın qeydləri gecikdi (v2)",
                "rule 12345678"
            })
    void words_say_why(String reason) {
        assertThat(ClosingReason.read(body("  " + reason + " "))).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"late for 5KM2X7Q", "5km2x7q", "FIN:5KM2X7Q.", "(5KM2X7Q)", "1234567"})
    void a_word_of_the_form_of_a_FIN_is_refused_and_not_repeated(String reason) {
        assertThatThrownBy(() -> ClosingReason.read(body(reason))).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.code()).isEqualTo(ProblemCode.FIELD_INVALID);
            assertThat(String.valueOf(e.getMessage())).doesNotContainIgnoringCase("5KM2X7Q");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \t ", "two\nlines", "a\u0000b", "turned \u202E round"})
    void what_is_no_line_of_text_is_refused(String reason) {
        assertThatThrownBy(() -> ClosingReason.read(body(reason))).isInstanceOf(ProblemException.class);
    }

    @Test
    @Tag("attack")
    void a_mutilated_order_is_one_or_a_problem() {
        Fuzz.of(List.of(body("entries of 30 October came late")), 2_000)
                .read(ClosingReason::read, ProblemException.class);
    }

    @Test
    void a_reason_is_as_long_as_the_contract_says() {
        assertThat(ClosingReason.read(body("ə".repeat(ClosingReason.LONGEST)))).hasSize(ClosingReason.LONGEST);
        assertThatThrownBy(() -> ClosingReason.read(body("ə".repeat(ClosingReason.LONGEST + 1))))
                .isInstanceOf(ProblemException.class);
    }
}
