package az.dost.vahid.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.problem.StartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only GraphQL does: data and errors in one reply. */
class GraphqlTest {
    @TempDir
    private Path desk;

    private Example example;
    private GraphqlPeer peer;
    private Map<String, String> settings;

    @BeforeEach
    void start() throws IOException {
        example = Example.patient("vocational-register", desk);
        peer = new GraphqlPeer(example);
        settings = peer.behave(Conduct.ANSWERS);
    }

    @AfterEach
    void stop() {
        peer.close();
    }

    private void query(String text) throws IOException {
        Files.writeString(example.folder().resolve("query.graphql"), text);
    }

    @Test
    void a_field_that_may_fail_is_left_out_of_the_fact() throws Exception {
        peer.failing.add("Study.trade");
        SourceAnswer answer = example.ask(settings);
        assertThat(answer.verdict()).isEqualTo(Verdict.ANSWERED);
        assertThat(answer.facts().at("/education/0").has("programme")).isFalse();
        assertThat(answer.facts().at("/education/0/level").asText()).isEqualTo("VOCATIONAL");
    }

    @Test
    void data_that_lacks_more_than_may_fail_is_no_proof_that_there_is_no_record() throws Exception {
        peer.failing.add("Student.studies");
        SourceAnswer answer = example.ask(settings);
        assertThat(answer.verdict()).isEqualTo(Verdict.UNAVAILABLE);
        assertThat(answer.reason()).isEqualTo(Reason.AGENCY_ERROR);
    }

    @Test
    void a_field_that_may_fail_must_not_take_what_is_around_it_along() throws Exception {
        // school may not be null: its error makes the whole list null, and that would read as no record.
        Path descriptor = example.folder().resolve("connector.yaml");
        Files.writeString(
                descriptor, Files.readString(descriptor).replace("student.studies.trade", "student.studies.school"));
        peer.failing.add("Study.school");
        assertThat(example.ask(settings).reason()).isEqualTo(Reason.AGENCY_ERROR);
    }

    @Test
    void an_error_beside_one_that_is_part_of_an_answer_still_refuses_the_reply() throws Exception {
        peer.behave(Conduct.KNOWS_NOBODY);
        peer.failing.add("Query.time");
        assertThat(example.ask(settings).reason()).isEqualTo(Reason.AGENCY_ERROR);
    }

    @Test
    void a_query_that_the_agency_does_not_understand_is_its_error() throws Exception {
        query("query Q($fin: ID!) { time pupil(fin: $fin) { fin } }");
        assertThat(example.ask(settings).reason()).isEqualTo(Reason.AGENCY_ERROR);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void a_status_that_refuses_needs_no_code_beside_it(int status) throws Exception {
        peer.status = status;
        query("query Q($fin: ID!) { time pupil(fin: $fin) { fin } }");
        assertThat(example.ask(settings).reason()).isEqualTo(Reason.CREDENTIALS_REFUSED);
    }

    @Test
    void an_error_status_does_not_hide_an_answer_that_the_connector_takes() throws Exception {
        peer.behave(Conduct.KNOWS_NOBODY);
        peer.status = 404;
        assertThat(example.ask(settings).verdict()).isEqualTo(Verdict.NO_RECORD);
    }

    @Test
    void a_selection_that_looks_like_a_placeholder_is_asked_as_it_stands() throws Exception {
        query("query Q($fin: ID!) { time student(fin: $fin) {fin} }");
        SourceAnswer answer = example.ask(settings);
        assertThat(answer.verdict()).isEqualTo(Verdict.NO_RECORD);
        assertThat(answer.evidence()).hasSize(1);
    }

    @Test
    void the_citizen_travels_in_the_body_only() throws Exception {
        example.ask(settings);
        assertThat(peer.called).containsExactly("/graphql");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mutation M($fin: ID!) { strike(fin: $fin) }",
                "subscription S { student { fin } }",
                "query A { time } query B { time }",
                "type Query { time: String }",
                "query {",
                ""
            })
    void a_query_that_does_more_than_read_is_refused_at_the_start(String text) throws Exception {
        query(text);
        assertThatThrownBy(() -> example.gateway(settings))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("vocational-register");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [1, 2]
            {"fin":
            """)
    void variables_that_are_no_object_are_refused_at_the_start(String text) throws Exception {
        Files.writeString(example.folder().resolve("variables.json"), text);
        assertThatThrownBy(() -> example.gateway(settings))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("variables.json");
    }
}
