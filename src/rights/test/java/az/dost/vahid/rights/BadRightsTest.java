package az.dost.vahid.rights;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.definition.Finding;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/** One fault in a right, and what its writer is told: file, line, what is wrong and what to do. */
class BadRightsTest {
    private static final Path BAD = Path.of("src/rights/test/resources/rights/bad");
    private static final RightReader READER = new RightReader(RightCase.VOCABULARY);

    private static String good() throws IOException {
        return Files.readString(BAD.resolve("right.yaml"));
    }

    private static Resource file(String text, String name) {
        return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return name;
            }
        };
    }

    private static List<String> findings(String text) throws IOException {
        String other = good().replace("right: right", "right: other").replace("proactive:right", "proactive:other");
        return READER.read(List.of(file(text, "right.yaml"), file(other, "other.yaml")), "rights").findings().stream()
                .map(Finding::toString)
                .map(finding -> finding.replaceFirst("^rights/", ""))
                .toList();
    }

    @Test
    void a_right_without_a_fault_has_no_finding() throws IOException {
        assertThat(findings(good())).isEmpty();
    }

    @Test
    void a_fault_of_a_right_with_a_birthday_is_told_and_no_other() throws IOException {
        String text = good().replace("on: [ { event: az.dost.birth.v1 } ]", "on: [ { birthday: 65 } ]")
                .replace("event.fin", "identity.fin");
        assertThat(findings(text.replace("identity.birthDate", "identity.birthDay")))
                .anySatisfy(
                        told -> assertThat(told).contains("identity has no field birthDay; did you mean birthDate?"))
                .noneSatisfy(told -> assertThat(told).contains("a birthday changes nothing"));
        assertThat(findings(text.replace("'600'", "'salary'")))
                .anySatisfy(told -> assertThat(told).contains("no fact is called salary"));
    }

    @Test
    void a_birthday_that_no_condition_reads_is_told() throws IOException {
        String text = good().replace(
                        "on: [ { event: az.dost.birth.v1 } ]", "on: [ { event: az.dost.birth.v1 }, { birthday: 65 } ]");
        assertThat(findings(text)).isEmpty();
        assertThat(findings(
                        text.replace("today >= identity.birthDate + duration(\"P65Y\")", "identity.sex = \"MALE\"")))
                .containsExactly(
                        "right.yaml:5:38: no condition reads identity.birthDate, so a birthday changes nothing");
    }

    static Stream<JsonNode> faults() {
        return RightCase.yaml(BAD.resolve("faults.yaml")).valueStream();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void one_fault_is_told_with_its_place_and_what_to_do(JsonNode fault) throws IOException {
        String replaced = fault.path("replace").asText();
        assertThat(good()).contains(replaced);
        String text = good();
        int at = text.indexOf(replaced);
        List<String> findings =
                findings(text.substring(0, at) + fault.path("by").asText() + text.substring(at + replaced.length()));
        if (fault.has("says")) {
            assertThat(findings).containsExactly(fault.path("says").asText());
        } else {
            assertThat(findings).isNotEmpty();
            assertThat(findings.get(0)).startsWith(fault.path("starts").asText());
        }
    }
}
