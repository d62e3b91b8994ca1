package az.dost.vahid.sources.combine;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Unmappable;
import az.dost.vahid.answer.Verdict;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of {@code subjects.yaml}, in a lookup that does not ask for a death. */
class SubjectTest {
    private static final Path CASES = Path.of("src/gateway/test/resources/az/dost/vahid/sources/combine/subjects.yaml");

    static Stream<Arguments> cases() throws IOException {
        return StreamSupport.stream(
                        new ObjectMapper(new YAMLFactory())
                                .readTree(CASES.toFile())
                                .spliterator(),
                        false)
                .map(one -> Arguments.of(one.path("case").asText(), one));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void is_known_or_dead_by_what_registers_say(String name, JsonNode one) {
        List<SourceAnswer> answers = new ArrayList<>();
        one.path("answers")
                .fields()
                .forEachRemaining(answer ->
                        answers.add(answer(answer.getKey(), answer.getValue().asText())));
        CombinedFacts combined = Answers.COMBINER.combine(
                List.of("taxpayer"),
                answers,
                new Silence(one.path("foreigner").asBoolean() ? Set.of("civil-status") : Set.of(), false));
        Subject subject = combined.subject();
        assertThat(Stream.of(
                                subject.state(),
                                subject.origin() == null
                                        ? null
                                        : subject.origin().path("source").asText(),
                                subject.since(),
                                subject.reason())
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(one.path("subject").asText());
        assertThat(combined.facts().has("death")).as("it was not asked for").isFalse();
        assertThat(combined.conflicts())
                .extracting(conflict -> conflict.path("fact").asText())
                .isEqualTo(one.has("conflict") ? List.of(one.path("conflict").asText()) : List.of());
    }

    private static SourceAnswer answer(String agency, String said) {
        boolean dead = said.startsWith("DEAD ");
        List<Unmappable> doubts = said.equals("DOUBTFUL")
                ? List.of(new Unmappable("death", "/death/date", "NOT_A_DATE"))
                : said.equals("NOTHING_BELIEVED")
                        ? List.of(new Unmappable("livestock", "/livestock/cattle", "TYPE"))
                        : List.of();
        Verdict verdict = dead || !doubts.isEmpty() ? Verdict.ANSWERED : Verdict.valueOf(said);
        SourceAnswer answer = Answers.saying(
                agency,
                dead ? "death" : "taxpayer",
                !verdict.spoke() || verdict == Verdict.NO_RECORD || said.equals("NOTHING_BELIEVED")
                        ? null
                        : JsonNodeFactory.instance
                                .objectNode()
                                .put(dead ? "date" : "voen", dead ? said.substring("DEAD ".length()) : "1234567890"));
        return new SourceAnswer(agency, verdict, null, answer.asOf(), 1, answer.facts(), answer.evidence(), doubts);
    }
}
