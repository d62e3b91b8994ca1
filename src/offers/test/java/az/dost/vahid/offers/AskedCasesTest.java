package az.dost.vahid.offers;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.rights.RightCase;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of cases, asked of a running gateway: the played agencies have what a case says, an event or whoever awards
 * has the person looked at, the lookup goes over the agencies' own protocols, and what is kept and offered is what the
 * table says.
 */
@Tag("endurance")
class AskedCasesTest {
    private static AskedCases asked;

    @BeforeAll
    static void all_are_asked() {
        asked = new AskedCases();
        asked.ask();
    }

    @AfterAll
    static void end() {
        if (asked != null) {
            asked.close();
        }
    }

    static Stream<RightCase> cases() {
        Map<String, String> not = NotAsked.written();
        return RightCase.all().stream().filter(one -> !not.containsKey(one.toString()));
    }

    private static List<String> conditions(JsonNode found, String outcome) {
        return found.path("conditions")
                .valueStream()
                .filter(row -> row.path("outcome").asText().equals(outcome))
                .map(row -> row.path("id").asText())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void the_gateway_finds_what_the_table_says(RightCase one) {
        AskedCases.Answer answer = asked.answer(one);
        String wanted = one.written().path("outcome").asText();
        // Where no law is known there is nothing to be entitled to, and no condition.
        assertThat(answer.outcome()).as(answer.toString()).isEqualTo(wanted.equals("NONE") ? "NOT_ENTITLED" : wanted);
        assertThat(answer.found().isPresent()).isEqualTo(!wanted.equals("NONE"));
        answer.found().ifPresent(found -> {
            assertThat(conditions(found, "DOES_NOT_HOLD"))
                    .as(found.toPrettyString())
                    .containsExactlyInAnyOrderElementsOf(
                            RightCase.texts(one.written().path("fails")).toList());
            if (wanted.equals("UNDECIDED")) {
                assertThat(conditions(found, "NOT_KNOWN"))
                        .as(found.toPrettyString())
                        .containsExactlyInAnyOrderElementsOf(
                                RightCase.texts(one.written().path("notKnown")).toList());
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void whoever_is_entitled_is_offered_it_with_its_amount_and_nobody_else_is(RightCase one) {
        AskedCases.Answer answer = asked.answer(one);
        boolean entitled = one.written().path("outcome").asText().equals("ENTITLED");
        assertThat(answer.offer().isPresent()).as(answer.toString()).isEqualTo(entitled);
        answer.offer().ifPresent(offer -> {
            assertThat(offer.path("right").asText()).isEqualTo(one.code());
            assertThat(offer.at("/amount/azn").asText())
                    .isEqualTo(one.written().path("amount").asText());
            assertThat(conditions(offer, "HOLDS"))
                    .hasSize(offer.path("conditions").size());
        });
    }

    /** Nothing is left out without a reason, and no reason is left of what can be asked. */
    @Test
    void what_is_not_asked_cannot_be() {
        Map<String, String> reasons = new TreeMap<>();
        RightCase.all().forEach(one -> {
            asked.not(one).ifPresent(because -> reasons.put(one.toString(), because));
        });
        assertThat(NotAsked.written()).containsExactlyInAnyOrderEntriesOf(reasons);
        assertThat(RightCase.all()).hasSizeGreaterThanOrEqualTo(200);
    }
}
