package az.dost.vahid.journeys.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import az.dost.vahid.edge.access.Channel;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {
    static final String SUBJECT = "\"subject\":{\"fin\":\"1ABCDE2\"}";
    static final String REST = "\"service\":\"ccu-intake\",\"caseRef\":\"2026/7_a.b-c\",\"official\":\"a.b_c-7\"";
    private static final Path REFUSED =
            Path.of("src/gateway/test/resources/az/dost/vahid/journeys/lookup/requests.yaml");
    private static final ObjectMapper JSON = new ObjectMapper();
    private final RequestReader reader = new RequestReader();

    static Stream<JsonNode> refused() throws IOException {
        return StreamSupport.stream(
                new ObjectMapper(new YAMLFactory()).readTree(REFUSED.toFile()).spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void a_request_out_of_form_is_refused_with_the_field_at_fault(JsonNode refused) {
        refused(
                refused.path("code").asText(),
                refused.path("field").asText(null),
                refused.path("body").asText().replace("{S}", SUBJECT).replace("{R}", REST));
    }

    private void refused(String code, String field, String body) {
        Throwable thrown = catchThrowable(() -> reader.read(body.getBytes(StandardCharsets.UTF_8)));
        assertThat(thrown).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.valueOf(code));
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.getMessage() + problem.detail()).doesNotContain("1ABCDE2");
        });
    }

    @Test
    void a_sound_request_is_read_with_the_default_deadline_and_all_facts() {
        LookupRequest request = reader.read(("{" + SUBJECT + "," + REST + "}").getBytes(StandardCharsets.UTF_8));
        assertThat(request)
                .isEqualTo(new LookupRequest("1ABCDE2", "ccu-intake", "2026/7_a.b-c", "a.b_c-7", List.of(), 3000));
        assertThat(request.toString()).doesNotContain("1ABCDE2");
    }

    @Test
    void facts_and_deadline_are_read_when_they_are_given() {
        LookupRequest request =
                reader.read(("{" + SUBJECT + "," + REST + ",\"facts\":[\"identity\",\"address\"],\"deadlineMs\":30000}")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(request.facts()).containsExactly("identity", "address");
        assertThat(request.deadlineMs()).isEqualTo(30_000);
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void a_channel_is_read_when_it_is_given(Channel channel) {
        assertThat(reader.read(("{" + SUBJECT + "," + REST + ",\"channel\":\"" + channel + "\"}")
                                .getBytes(StandardCharsets.UTF_8))
                        .channel())
                .isEqualTo(channel);
    }

    /**
     * Letters that look like Latin ones, digits of other scripts, what is not seen, and what is too long or too short.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1ABCDE",
                "1ABCDE22",
                "1abcde2",
                "1ABCDI2",
                "1ABCDO2",
                "1АВСDE2",
                "1ABCDΕ2",
                "١ABCDE2",
                "１ABCDE2",
                "1ABCDE2\n",
                "\n1ABCDE2",
                "1ABCDE2\u0000",
                "1ABC\u200bDE2",
                "1ABCDE\u0301",
                "\ufeff1ABCDE2",
                "1ABCDE2 ",
                "1ABCD\ud83d\ude00",
                "1ABCD\ud83d",
                "İABCDE2",
                "1ƏBCDE2",
                "1AB-DE2",
                "1AB%452",
                "{fin}  ",
                "$1ABCDE"
            })
    void a_fin_of_other_letters_is_refused(String fin) throws IOException {
        ObjectNode body = (ObjectNode) JSON.readTree("{" + SUBJECT + "," + REST + "}");
        ((ObjectNode) body.path("subject")).put("fin", fin);
        Throwable thrown = catchThrowable(() -> reader.read(body));
        assertThat(thrown).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.FIELD_INVALID);
            assertThat(problem.field()).isEqualTo("subject.fin");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void nesting_without_end_is_refused(String opening) {
        refused("REQUEST_MALFORMED", null, opening.repeat(30_000));
        refused(
                "REQUEST_MALFORMED",
                null,
                "{" + SUBJECT + "," + REST + ",\"facts\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}");
    }

    @Test
    void a_number_without_end_is_refused() {
        refused("REQUEST_MALFORMED", null, "{" + SUBJECT + "," + REST + ",\"deadlineMs\":" + "9".repeat(60_000) + "}");
    }

    @Test
    void more_facts_than_there_are_are_refused() {
        String facts = String.join(
                ",",
                IntStream.range(0, 101)
                        .mapToObj(i -> "\"f" + "ab".repeat(i % 20) + (char) ('a' + i % 26) + "\"")
                        .toList());
        refused("FIELD_INVALID", "facts", "{" + SUBJECT + "," + REST + ",\"facts\":[" + facts + "]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"caseRef\"", "\"official\"", "\"service\""})
    void a_text_longer_than_its_limit_is_refused(String field) {
        String rest = REST.replaceAll(field + ":\"[^\"]*\"", field + ":\"" + "a".repeat(65) + "\"");
        refused("FIELD_INVALID", field.replace("\"", ""), "{" + SUBJECT + "," + rest + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-32", "windows-1254"})
    void bytes_of_another_encoding_are_read_as_they_are_or_refused_as_a_problem(String charset) {
        byte[] body = ("{" + SUBJECT + "," + REST.replace("ccu", "çcü") + "}").getBytes(Charset.forName(charset));
        assertThat(catchThrowable(() -> reader.read(body))).isInstanceOf(ProblemException.class);
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        byte[] body = ("{" + SUBJECT + "," + REST + "}").getBytes(StandardCharsets.UTF_8);
        body[14] = (byte) 0xC0;
        assertThat(catchThrowable(() -> reader.read(body)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.REQUEST_MALFORMED));
    }
}
