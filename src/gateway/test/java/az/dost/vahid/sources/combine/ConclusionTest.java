package az.dost.vahid.sources.combine;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Unmappable;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What follows from there being no act does not follow of a foreigner, whose acts may stand in a register abroad. */
class ConclusionTest {
    private static final Silence OF_A_FOREIGNER = new Silence(Set.of("civil-status"), false);

    private static SourceAnswer heard(String status, Silence silence) {
        return Answers.COMBINER
                .heard(
                        List.of(Answers.saying(
                                "civil-status",
                                "civilStatus",
                                JsonNodeFactory.instance.objectNode().put("status", status))),
                        silence)
                .get(0);
    }

    @Test
    void a_foreigner_without_an_act_of_marriage_is_not_told_as_single() {
        SourceAnswer heard = heard("SINGLE", OF_A_FOREIGNER);
        assertThat(heard.facts().has("civilStatus")).isFalse();
        assertThat(heard.unmappable())
                .containsExactly(new Unmappable("civilStatus", "/civilStatus/status", "ABSENCE_INCONCLUSIVE"));
        assertThat(heard.reason()).isEqualTo(Reason.UNMAPPABLE);
    }

    @Test
    void what_an_act_says_of_a_foreigner_is_told() {
        assertThat(heard("MARRIED", OF_A_FOREIGNER)
                        .facts()
                        .at("/civilStatus/status")
                        .asText())
                .isEqualTo("MARRIED");
    }

    @Test
    void a_citizen_without_an_act_of_marriage_is_single() {
        assertThat(heard("SINGLE", new Silence(Set.of(), false))
                        .facts()
                        .at("/civilStatus/status")
                        .asText())
                .isEqualTo("SINGLE");
    }
}
