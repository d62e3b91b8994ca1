package az.dost.vahid.sources.combine;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an old file says is marked as old wherever it stands in a dossier. */
class StaleTest {
    private static SourceAnswer old(SourceAnswer answer) {
        return new SourceAnswer(
                answer.agency(),
                Verdict.STALE,
                Reason.SNAPSHOT_OLD,
                answer.asOf(),
                1,
                answer.facts(),
                answer.evidence());
    }

    private static SourceAnswer saying(String agency, String fact, String field, String value) {
        return Answers.saying(
                agency, fact, JsonNodeFactory.instance.objectNode().put(field, value));
    }

    @Test
    void a_word_in_a_conflict_is_marked_and_the_other_one_is_not() {
        CombinedFacts combined = Answers.combined(
                List.of("address"),
                List.of(
                        saying("identity-register", "address", "city", "Bakı"),
                        old(saying("local-executive", "address", "city", "Şəki"))));
        assertThat(combined.conflicts().at("/0/values/1/stale").booleanValue()).isTrue();
        assertThat(combined.conflicts().at("/0/values/0").has("stale")).isFalse();
    }

    @Test
    void a_field_that_an_old_file_fills_in_is_marked() {
        CombinedFacts combined = Answers.combined(
                List.of("identity"),
                List.of(
                        saying("identity-register", "identity", "givenName", "Aynur"),
                        old(saying("mobilisation", "identity", "patronymic", "Elçin"))));
        assertThat(combined.facts()
                        .at("/identity/provenance/fields/patronymic/stale")
                        .booleanValue())
                .isTrue();
        assertThat(combined.facts().at("/identity/provenance").has("stale")).isFalse();
    }

    @Test
    void a_person_whom_only_an_old_file_knows_is_marked() {
        ObjectNode subject = JsonNodeFactory.instance.objectNode();
        Answers.combined(
                        List.of("militaryService"),
                        List.of(old(saying("defence", "militaryService", "kind", "OFFICER"))))
                .subject()
                .write(subject);
        assertThat(subject.path("stale").booleanValue()).isTrue();
    }
}
