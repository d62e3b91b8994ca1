package az.dost.vahid.sources.combine;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.SubjectState;
import az.dost.vahid.answer.Unmappable;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one register says of a time before the person was born, by another one. */
class ChronologyTest {
    private static final SourceAnswer BORN_1980 = Answers.saying(
            "identity-register", "identity", json("{givenName: Leyla, surname: Əliyeva, birthDate: '1980-06-15'}"));

    private static JsonNode json(String yaml) {
        try {
            return Json.yaml().readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceAnswer heard(SourceAnswer other, SourceAnswer... more) {
        List<SourceAnswer> answers = new ArrayList<>(List.of(other));
        answers.addAll(List.of(more));
        return Answers.COMBINER
                .plausible(answers, Set.of("family", "employment", "death"))
                .get(0);
    }

    @ParameterizedTest(name = "a child born on {0}")
    @CsvSource({"1975-01-01,false", "1980-06-15,false", "1992-06-14,false", "1992-06-15,true", "2020-01-01,true"})
    void a_child_is_twelve_years_younger_than_a_parent_at_least(String day, boolean believed) {
        SourceAnswer heard = heard(
                Answers.saying(
                        "civil-status",
                        "family",
                        json("{children: [{fin: 5AB1CD2, birthDate: '2010-01-01'}, {fin: 2AB1CD2, birthDate: '" + day
                                + "'}]}")),
                BORN_1980);
        assertThat(heard.facts().at("/family/children")).hasSize(believed ? 2 : 1);
        if (!believed) {
            assertThat(heard.unmappable())
                    .containsExactly(new Unmappable(
                            "family", "/family/children/1/birthDate", "CHILD_OLDER_THAN_PARENT", "/family/children/1"));
        }
    }

    @Test
    void a_place_is_that_of_the_agencys_own_list_of_which_items_are_lost() {
        SourceAnswer answer = Answers.saying(
                        "employment",
                        "employment",
                        json(
                                "[{employerVoen: '1', startedOn: '2001-01-01'}, {employerVoen: '1', startedOn: '1970-01-01'}]"))
                .believed(
                        Json.mapper()
                                .createObjectNode()
                                .set(
                                        "employment",
                                        json(
                                                "[{employerVoen: '1', startedOn: '2001-01-01'}, {employerVoen: '1', startedOn: '1970-01-01'}]")),
                        List.of(new Unmappable(
                                "employment", "/employment/0/employerVoen", "PATTERN", "/employment/0")));
        assertThat(heard(answer, BORN_1980).unmappable())
                .extracting(Unmappable::path)
                .containsExactly("/employment/0/employerVoen", "/employment/2/startedOn");
    }

    @Test
    void the_answer_itself_which_others_may_read_is_not_changed() {
        SourceAnswer answer =
                Answers.saying("employment", "employment", json("[{employerVoen: '1', startedOn: '1970-01-01'}]"));
        SourceAnswer heard = heard(answer, BORN_1980);
        assertThat(answer.facts().at("/employment")).hasSize(1);
        assertThat(heard.facts()).isEmpty();
        assertThat(heard.verdict()).as("nothing is left of what was asked for").isEqualTo(Verdict.REJECTED);
    }

    @Test
    void nobody_is_married_before_birth_and_the_children_stay() {
        SourceAnswer heard = heard(
                Answers.saying(
                        "civil-status",
                        "family",
                        json("{spouse: {fin: 2AB1CD2, since: '1970-01-01'}, children: [{fin: 5AB1CD2}]}")),
                BORN_1980);
        assertThat(heard.facts().at("/family/spouse").isMissingNode()).isTrue();
        assertThat(heard.facts().at("/family/children")).hasSize(1);
    }

    @Test
    void a_death_before_birth_leaves_it_unknown_whether_the_person_lives() {
        List<SourceAnswer> heard = Answers.COMBINER.plausible(
                List.of(Answers.saying("civil-status", "death", json("{date: '1970-01-01'}")), BORN_1980),
                Set.of("identity"));
        CombinedFacts combined = Answers.combined(List.of("identity"), heard);
        assertThat(combined.subject().state()).isEqualTo(SubjectState.UNKNOWN);
        assertThat(combined.subject().reason()).isEqualTo(Subject.Reason.DEATH_DOUBTED);
    }

    @Test
    void where_nobody_says_when_the_person_was_born_every_day_is_believed() {
        SourceAnswer answer =
                Answers.saying("civil-status", "family", json("{children: [{fin: 5AB1CD2, birthDate: '1970-01-01'}]}"));
        assertThat(heard(answer)).isSameAs(answer);
    }

    @Test
    void a_conflict_says_why_and_what_to_do_in_both_languages() {
        CombinedFacts combined = Answers.combined(
                List.of("identity"),
                List.of(
                        BORN_1980,
                        Answers.saying("mobilisation", "identity", json("{givenName: Lеyla, surname: Əliyeva}"))));
        JsonNode conflict = combined.conflicts().get(0);
        assertThat(conflict.at("/reason/en").asText())
                .isEqualTo("The register of identity documents is believed first");
        assertThat(conflict.at("/whatToDo/az").asText()).startsWith("Məlumatı şəxsiyyət sənədindəki kimi yazın");
        assertThat(conflict.at("/alike/en").asText()).endsWith("е (U+0435)");
    }

    @Test
    void values_that_differ_to_the_eye_are_not_told_as_alike() {
        CombinedFacts combined = Answers.combined(
                List.of("identity"),
                List.of(
                        BORN_1980,
                        Answers.saying("mobilisation", "identity", json("{givenName: Lala, surname: Əliyeva}"))));
        assertThat(combined.conflicts().get(0).has("alike")).isFalse();
    }
}
