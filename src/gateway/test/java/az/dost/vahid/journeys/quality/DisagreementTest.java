package az.dost.vahid.journeys.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What of a dossier a register can mend. */
class DisagreementTest {
    private static final String FIN = "5AB1C2D";

    private static List<String> in(SeenLookup lookup) {
        return Disagreement.in(lookup.dossier()).stream()
                .map(one -> String.join(
                        " ",
                        one.about().kind().name(),
                        one.about().fact() + "." + one.about().field(),
                        one.about().agency(),
                        String.valueOf(one.about().other()),
                        one.value().asText("-"),
                        one.otherValue().asText("-")))
                .toList();
    }

    @Test
    void where_registers_agree_there_is_none() {
        assertThat(in(new SeenLookup(FIN))).isEmpty();
    }

    @Test
    void a_conflict_is_the_register_s_that_is_not_believed() {
        assertThat(in(new SeenLookup(FIN).otherFlats()))
                .containsExactly("CONFLICT address.apartment local-executive identity-register 11 12");
    }

    @Test
    void each_register_that_says_otherwise_has_its_own() {
        assertThat(in(new SeenLookup(FIN)
                        .otherFlats()
                        .also("mobilisation", "12")
                        .also("civil-status", "7")))
                .containsExactly(
                        "CONFLICT address.apartment local-executive identity-register 11 12",
                        "CONFLICT address.apartment civil-status identity-register 7 12");
    }

    @Test
    void who_says_nothing_where_his_silence_contradicts_is_asked_too() {
        assertThat(in(new SeenLookup(FIN).conflict("death", "date", "civil-status", "2026-01-02", "pensions", null)))
                .containsExactly("CONFLICT death.date pensions civil-status - 2026-01-02");
    }

    @Test
    void capitals_are_no_difference_beside_another_one() {
        assertThat(in(new SeenLookup(FIN)
                        .conflict("identity", "surname", "identity-register", "İSMAYILOV", "civil-status", "İsmayılov")
                        .also("mobilisation", "Ismayilov")))
                .containsExactly("CONFLICT identity.surname mobilisation identity-register Ismayilov İSMAYILOV");
    }

    @Test
    void where_they_are_the_only_one_they_are_it() {
        assertThat(in(new SeenLookup(FIN).conflict("identity", "surname", "identity-register", "ƏLİ", "tax", "Əli")))
                .containsExactly("CONFLICT identity.surname tax identity-register Əli ƏLİ");
    }

    @Test
    void what_was_said_long_before_disagrees_with_nobody() {
        assertThat(in(new SeenLookup(FIN).otherFlats().stale("local-executive")))
                .isEmpty();
        assertThat(in(new SeenLookup(FIN).otherFlats().stale("identity-register")))
                .isEmpty();
    }

    @Test
    void what_cannot_be_is_one_whichever_of_a_list_it_is_in() {
        assertThat(in(new SeenLookup(FIN)
                        .unread("local-executive", "household", "/household/members/0/birthDate", "DAY_IMPOSSIBLE")
                        .unread("local-executive", "household", "/household/members/12/birthDate", "DAY_IMPOSSIBLE")
                        .unread("local-executive", "household", "/household/members/1/fin", "FIN_INVALID")))
                .containsExactly(
                        "UNREADABLE household./household/members/-/birthDate local-executive null - -",
                        "UNREADABLE household./household/members/-/fin local-executive null - -");
    }

    @Test
    void an_answer_about_somebody_else_is_one() {
        assertThat(in(new SeenLookup(FIN).ofSomebodyElse("local-executive")))
                .containsExactly("OTHER_CITIZEN . local-executive null - -");
    }
}
