package az.dost.vahid.fact;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.Unmappable;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.FileSystemResource;

/** The cases of {@code cases.yaml}. */
class FactCheckTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final FileSystemResource SCHEMA = new FileSystemResource("contracts/dossier.schema.json");
    /** In Baku, 27 November 2026 has just begun. */
    private static final Clock NIGHT = Clock.fixed(Instant.parse("2026-11-26T20:00:01Z"), ZoneId.of("Asia/Baku"));

    private static final FactCheck CHECK = FactCheck.of(SCHEMA, NIGHT);

    static Stream<Arguments> cases() throws IOException {
        JsonNode cases = YAML.readTree(
                Path.of("src/core/test/resources/az/dost/vahid/fact/cases.yaml").toFile());
        List<Arguments> arguments = new ArrayList<>();
        cases.forEach(one -> arguments.add(Arguments.of(one.path("what").asText(), one)));
        return arguments.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void what_is_not_believed_is_told_and_the_rest_stays(String what, JsonNode one) {
        ObjectNode facts = (ObjectNode) one.get("facts");
        ObjectNode before = facts.deepCopy();
        CheckedFacts checked = CHECK.check(facts, one.path("subject").textValue());
        assertThat(checked.facts().toString())
                .isEqualTo(one.path(one.has("left") ? "left" : "facts").toString());
        List<Unmappable> told = new ArrayList<>();
        for (Map.Entry<String, JsonNode> part : one.path("told").properties()) {
            told.add(new Unmappable(
                    part.getKey().split("/")[1], part.getKey(), part.getValue().asText()));
        }
        assertThat(checked.unmappable())
                .extracting(part -> new Unmappable(part.fact(), part.path(), part.rule()))
                .containsExactlyInAnyOrderElementsOf(told);
        assertThat(facts).as("the mapping's own tree is not changed").isEqualTo(before);
    }

    @Test
    void facts_that_are_whole_are_not_copied() {
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        facts.putObject("death").put("date", "2020-01-01");
        assertThat(CHECK.check(facts).facts()).isSameAs(facts);
    }

    @Test
    void an_answer_that_is_wrong_throughout_does_not_fill_the_dossier() {
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        ArrayNode list = facts.putArray("landShare");
        for (int i = 0; i < 10_000; i++) {
            list.addObject().put("plotNumber", 1).put("areaHa", "1");
        }
        List<Unmappable> told = CHECK.check(facts).unmappable();
        assertThat(told).hasSize(101).endsWith(new Unmappable("landShare", "/landShare", "AND_MORE"));
    }

    @Test
    void a_fact_that_is_lost_behind_a_hundred_faults_of_another_one_is_told() {
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        ArrayNode list = facts.putArray("landShare");
        for (int i = 0; i < 101; i++) {
            list.addObject().put("plotNumber", 1).put("areaHa", "1");
        }
        facts.putObject("death").put("date", "2020-02-30");
        assertThat(CHECK.check(facts).unmappable())
                .hasSize(102)
                .endsWith(new Unmappable("death", "/death/date", "NOT_A_DATE", "/death"));
    }

    @Test
    void a_fault_tells_the_largest_part_that_it_has_cost() throws IOException {
        ObjectNode facts = (ObjectNode) YAML.readTree("""
                vehicles: [{plate: 10-AA-001, make: Lada, year: 9999, colour: red}, {plate: ''}]
                family: {spouse: {fin: none}, children: [{fin: none}], birthActNumber: '7'}
                """);
        assertThat(CHECK.check(facts).unmappable())
                .extracting(part -> part.path() + " " + part.cost())
                .containsExactly(
                        "/vehicles/0/year /vehicles/0/year",
                        "/vehicles/0 null",
                        "/vehicles/1/plate /vehicles/1",
                        "/family/spouse/fin /family/spouse",
                        "/family/children/0/fin /family/children");
    }
}
