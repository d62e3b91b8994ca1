package az.dost.vahid.journeys.misuse;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A citizen's question in the database: with its hit and its entry, once for each lookup, and found when somebody edits
 * it.
 */
class CitizenQuestionsTest {
    private static final RunningVahid VAHID = RunningVahid.get();
    private static final String PERSON = "c3".repeat(32);
    private final JdbcTemplate jdbc = VAHID.bean(JdbcTemplate.class);
    private final CitizenQuestions questions = VAHID.bean(CitizenQuestions.class);
    private final UUID lookup = RecordId.next();

    private JsonNode entry() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", lookup.toString())
                .put("person", PERSON)
                .put("requester", "dost-centre-1")
                .put("official", "a.b")
                .put("service", "ccu-car")
                .put("caseRef", "ASKED/1");
    }

    @Test
    void a_question_is_a_hit_and_an_entry_of_the_chain() {
        assertThat(questions.keep(entry(), "Why was I looked up?")).isTrue();
        CitizenQuestions.Asked asked = questions.about(lookup, PERSON).orElseThrow();
        assertThat(asked.text()).isEqualTo("Why was I looked up?");
        assertThat(asked.hit()).satisfies(hit -> {
            assertThat(hit.id()).isEqualTo(asked.id());
            assertThat(hit.rule()).isEqualTo("asked-by-citizen");
            assertThat(hit.official()).isEqualTo("a.b");
            assertThat(hit.caseRef()).isEqualTo("ASKED/1");
            assertThat(hit.state()).isEqualTo("OPEN");
        });
        assertThat(questions.text(asked.id())).contains("Why was I looked up?");
        assertThat(jdbc.queryForObject("select entry::text from audit where id = ?", String.class, asked.id()))
                .contains("lookup-asked-about", lookup.toString(), PERSON)
                .doesNotContain("Why was");
    }

    @Test
    @Tag("attack")
    void a_lookup_is_asked_about_once_however_often_it_is_sent() {
        assertThat(IntStream.range(0, 16)
                        .parallel()
                        .filter(i -> questions.keep(entry(), "Why " + i))
                        .count())
                .isEqualTo(1);
        assertThat(jdbc.queryForObject(
                        "select count(*) from misuse_hit where subject = ?", Integer.class, lookup.toString()))
                .isEqualTo(1);
        assertThat(jdbc.queryForObject(
                        "select count(*) from audit where entry ->> 'act' = 'lookup-asked-about' and entry ->> 'lookup' = ?",
                        Integer.class,
                        lookup.toString()))
                .isEqualTo(1);
    }

    @Test
    void a_refusal_that_names_no_official_can_be_asked_about() {
        questions.keep(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", lookup.toString())
                        .put("person", PERSON)
                        .put("requester", "dost-centre-1"),
                "Why?");
        assertThat(questions.about(lookup, PERSON).orElseThrow().hit().official())
                .isEqualTo("-");
    }

    @Test
    @Tag("attack")
    void nobody_else_reads_it() {
        questions.keep(entry(), "Why was I looked up?");
        assertThat(questions.about(lookup, "d4".repeat(32))).isEmpty();
        assertThat(new String(
                        jdbc.queryForObject(
                                "select content from lookup_question where lookup = ?", byte[].class, lookup),
                        StandardCharsets.ISO_8859_1))
                .doesNotContain("looked");
    }

    @ParameterizedTest
    @Tag("attack")
    @ValueSource(strings = {"person = 'e5'", "lookup = gen_random_uuid()", "mac = '\\x00'"})
    void one_that_somebody_edits_is_not_shown(String change) {
        questions.keep(entry(), "Why?");
        UUID id = questions.about(lookup, PERSON).orElseThrow().id();
        jdbc.update("update lookup_question set " + change + " where id = ?", id);
        assertThat(questions.about(lookup, PERSON)).isEmpty();
        assertThat(questions.text(id)).isEmpty();
        jdbc.update("delete from lookup_question where id = ?", id);
    }

    @Test
    void its_words_are_gone_when_their_time_is_over_and_it_is_still_known_that_there_was_one() {
        questions.keep(entry(), "Why?");
        UUID id = questions.about(lookup, PERSON).orElseThrow().id();
        jdbc.update("update lookup_question set content = null where id = ?", id);
        assertThat(questions.about(lookup, PERSON))
                .isPresent()
                .get()
                .satisfies(asked -> assertThat(asked.text()).isNull());
        assertThat(questions.text(id)).isEmpty();
    }
}
