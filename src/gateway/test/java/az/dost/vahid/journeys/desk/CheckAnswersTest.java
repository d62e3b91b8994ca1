package az.dost.vahid.journeys.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a caller may answer, and when all of it is right. */
class CheckAnswersTest {
    private static final String FACTS =
            "{\"identity\":{\"value\":{\"birthDate\":\"1980-02-29\",\"documentNumber\":\"AZE12345678\"}},"
                    + "\"address\":{\"value\":{\"registeredSince\":\"2014-06-01\"}}}";

    private static CheckAnswers read(String body) {
        return CheckAnswers.read(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static boolean right(String answers, String facts) throws Exception {
        JsonNode told = new ObjectMapper().readTree(facts);
        return read("{'fin':'1ABCDE2','answers':" + answers + "}")
                .with(told, Set.of())
                .right();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'birthDate':'1980-02-29','documentNumber':'AZE12345678'}                                  | true",
                "{'birthDate':'1980-02-29','documentNumber':'aze 1234-5678'}                                | true",
                "{'birthDate':'1980-02-29','registeredSince':'2014-06-01'}                                  | true",
                "{'birthDate':'1980-02-29','documentNumber':'AZE12345678','registeredSince':'2014-06-01'}   | true",
                "{'birthDate':'1980-02-28','documentNumber':'AZE12345678'}                                  | false",
                "{'birthDate':'1980-02-29','documentNumber':'AZE12345679'}                                  | false",
                "{'birthDate':'1980-02-29','documentNumber':'-'}                                            | false",
                "{'birthDate':'1980-02-29','documentNumber':'AZE12345678','registeredSince':'2014-06-02'}   | false"
            })
    void every_answer_given_must_be_the_registers(String answers, boolean right) throws Exception {
        assertThat(right(answers, FACTS)).isEqualTo(right);
    }

    @Test
    void what_no_register_knows_confirms_nobody() throws Exception {
        assertThat(right(
                        "{'birthDate':'1980-02-29','registeredSince':'2014-06-01'}",
                        "{\"identity\":{\"value\":{\"birthDate\":\"1980-02-29\"}}}"))
                .isFalse();
        assertThat(right(
                        "{'birthDate':'1980-02-29','documentNumber':' '}",
                        "{\"identity\":{\"value\":{\"birthDate\":\"1980-02-29\"}}}"))
                .isFalse();
    }

    @ParameterizedTest(name = "{0}, {1} silent: wrong {2}, open {3}, some {4}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            nullValues = "-",
            value = {
                "{'birthDate':'1980-02-29','registeredSince':'2014-06-01'}  | address  | false | true  | true",
                "{'birthDate':'1980-02-28','registeredSince':'2014-06-01'}  | address  | true  | true  | true",
                "{'birthDate':'1980-02-28','registeredSince':'2014-06-01'}  | identity | true  | false | true",
                "{'birthDate':'1980-02-28','registeredSince':'2014-06-01'}  | -        | true  | false | true",
                "{'birthDate':'1980-02-29','documentNumber':'AZE12345678'}  | address  | false | false | true"
            })
    void a_wrong_answer_is_wrong_whatever_is_silent(
            String answers, String silent, boolean wrong, boolean open, boolean some) throws Exception {
        JsonNode told = new ObjectMapper().readTree(FACTS.replaceAll(",\"address\".*", "}"));
        CheckAnswers.Compared compared = read("{'fin':'1ABCDE2','answers':" + answers + "}")
                .with(told, silent == null ? Set.of() : Set.of(silent));
        assertThat(compared).isEqualTo(new CheckAnswers.Compared(wrong, open, some));
    }

    @Test
    void what_came_of_no_register_is_compared_with_nothing() throws Exception {
        CheckAnswers.Compared compared =
                read("{'fin':'1ABCDE2','answers':{'birthDate':'1980-02-29','registeredSince':'2014-06-01'}}")
                        .with(new ObjectMapper().readTree("{}"), Set.of("identity", "address"));
        assertThat(compared).isEqualTo(new CheckAnswers.Compared(false, true, false));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            nullValues = "-",
            value = {
                "[]                                                                                  | REQUEST_MALFORMED | -",
                "{'answers':{'birthDate':'1980-02-29','documentNumber':'A1'}}                        | FIELD_MISSING     | fin",
                "{'fin':7,'answers':{'birthDate':'1980-02-29','documentNumber':'A1'}}                | FIELD_INVALID     | fin",
                "{'fin':'1ABCDEI','answers':{'birthDate':'1980-02-29','documentNumber':'A1'}}        | FIELD_INVALID     | fin",
                "{'fin':'1ABCDE2'}                                                                   | FIELD_MISSING     | answers",
                "{'fin':'1ABCDE2','answers':[]}                                                      | FIELD_INVALID     | answers",
                "{'fin':'1ABCDE2','answers':{'birthDate':'1980-02-29'}}                              | FIELD_INVALID     | answers",
                "{'fin':'1ABCDE2','answers':{'birthDate':'1980-02-29','mother':'x'}}                 | FIELD_UNKNOWN     | answers.mother",
                "{'fin':'1ABCDE2','answers':{'birthDate':'29.02.1980','documentNumber':'A1'}}        | FIELD_INVALID     | answers.birthDate",
                "{'fin':'1ABCDE2','answers':{'birthDate':'1980-02-29','documentNumber':'<script>'}}  | FIELD_INVALID     | answers.documentNumber",
                "{'fin':'1ABCDE2','answers':{'birthDate':'1980-02-29','documentNumber':null}}        | FIELD_INVALID     | answers.documentNumber",
                "{'fin':'1ABCDE2','name':'x','answers':{}}                                           | FIELD_UNKNOWN     | name"
            })
    void anything_else_is_refused_without_a_word_of_it(String body, String code, String field) {
        assertThatThrownBy(() -> read(body)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.code().name()).isEqualTo(code);
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.getMessage() + problem.detail())
                    .doesNotContain("1ABCDE")
                    .doesNotContain("script");
        });
    }

    @Test
    void it_prints_nothing_of_the_caller() {
        assertThat(read("{'fin':'1ABCDE2','answers':{'birthDate':'1980-02-29','documentNumber':'A1'}}")
                        .toString())
                .doesNotContain("1ABCDE2", "1980");
    }
}
