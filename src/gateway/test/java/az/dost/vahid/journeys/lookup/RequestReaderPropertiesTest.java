package az.dost.vahid.journeys.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.problem.Problems;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

class RequestReaderPropertiesTest {
    private static final String SOUND = "{" + RequestReaderTest.SUBJECT + "," + RequestReaderTest.REST
            + ",\"facts\":[\"identity\"],\"deadlineMs\":500}";
    private final RequestReader reader = new RequestReader();

    private ProblemException problem(byte[] body) {
        try {
            reader.read(body);
            return null;
        } catch (ProblemException problem) {
            return problem;
        }
    }

    @Property
    void bytes_of_any_kind_are_a_request_or_a_problem(@ForAll byte[] body) {
        assertThat(problem(body))
                .isNotNull()
                .extracting(ProblemException::code)
                .isEqualTo(ProblemCode.REQUEST_MALFORMED);
    }

    @Property
    void a_sound_request_with_one_byte_changed_is_a_request_or_a_problem(
            @ForAll @IntRange(max = 500) int at, @ForAll byte other) {
        byte[] body = SOUND.getBytes(StandardCharsets.UTF_8);
        body[at % body.length] = other;
        ProblemException problem = problem(body);
        assertThat(problem == null || problem.code().status() == 400).isTrue();
    }

    @Property
    void a_sound_request_cut_off_is_a_problem(@ForAll @IntRange(max = 500) int at) {
        byte[] body = SOUND.substring(0, at % SOUND.length()).getBytes(StandardCharsets.UTF_8);
        assertThat(problem(body)).isNotNull();
    }

    /** The mark is a FIN in form; neither the exception nor what the caller is told may repeat it. */
    @Property
    void no_problem_repeats_a_value_of_the_request(
            @ForAll("json") String json, @ForAll @NumericChars @StringLength(7) String mark) {
        ProblemException problem = problem(json.replace("MARK", mark).getBytes(StandardCharsets.UTF_8));
        if (problem != null) {
            assertThat(problem.toString()).doesNotContain(mark);
            assertThat(Problems.body(problem)
                            .without(java.util.List.of("instance"))
                            .toString())
                    .doesNotContain(mark);
        }
    }

    @Provide
    Arbitrary<String> json() {
        Arbitrary<String> names = Arbitraries.of(
                "subject",
                "service",
                "caseRef",
                "official",
                "facts",
                "deadlineMs",
                "view",
                "channel",
                "fin",
                "MARK",
                "xMARK",
                "other");
        Arbitrary<String> leaves = Arbitraries.of(
                "\"MARK\"",
                "MARK",
                "null",
                "true",
                "{}",
                "[]",
                "\"",
                "\"xMARK\"",
                "-MARK",
                "[\"MARK\"]",
                "{\"fin\":\"MARK\"}",
                "{\"MARK\":1}",
                "\"ccu-intake\"",
                "0.MARK",
                "MARKe9");
        Arbitrary<String> members = Combinators.combine(names, leaves).as((name, leaf) -> "\"" + name + "\":" + leaf);
        return members.list().ofMaxSize(8).map(list -> "{" + String.join(",", list) + "}");
    }
}
