package az.dost.vahid.sources.combine;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.SourceAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CombinerPropertiesTest {
    private static final JsonNode RULES = rules();
    private static final Schema CONFLICT = conflict();

    /** A fact, its rule (missing for a fact without one) and what agencies say of it. */
    record Telling(String fact, JsonNode rule, List<SourceAnswer> answers) {}

    @Property
    void the_order_in_which_answers_come_makes_no_difference(
            @ForAll("tellings") Telling telling, @ForAll Random random) {
        List<SourceAnswer> shuffled = new ArrayList<>(telling.answers);
        Collections.shuffle(shuffled, random);
        assertThat(Answers.combined(List.of(telling.fact), shuffled))
                .isEqualTo(Answers.combined(List.of(telling.fact), telling.answers));
    }

    /** What a source says of any field stands in the dossier: as the value, but for its capitals, or in a conflict. */
    @Property
    void no_source_is_overruled_in_silence(@ForAll("tellings") Telling telling) {
        CombinedFacts combined = Answers.combined(List.of(telling.fact), telling.answers);
        for (SourceAnswer answer : telling.answers) {
            JsonNode said = answer.facts().path(telling.fact);
            if (telling.rule.isMissingNode()) {
                assertThat(said.isMissingNode()
                                || said.equals(value(combined, telling))
                                || stands(combined, telling.fact, answer, said))
                        .isTrue();
            }
            said.fields()
                    .forEachRemaining(field -> assertThat(capitals(field.getValue())
                                            .equals(capitals(
                                                    value(combined, telling).path(field.getKey())))
                                    || stands(combined, field.getKey(), answer, field.getValue())
                                    || stands(combined, telling.fact, answer, said))
                            .as("%s of %s in %s", field, answer, combined)
                            .isTrue());
        }
    }

    @Property
    void the_winner_is_the_most_believed_that_spoke_and_its_value_is_kept_whole(@ForAll("tellings") Telling telling) {
        CombinedFacts combined = Answers.combined(List.of(telling.fact), telling.answers);
        List<String> spoke = telling.answers.stream()
                .filter(answer -> answer.facts().has(telling.fact))
                .map(SourceAnswer::agency)
                .sorted()
                .toList();
        List<String> believed = new ArrayList<>();
        telling.rule.path("prefer").forEach(agency -> believed.add(agency.asText()));
        boolean denied = denied(telling, believed, spoke);
        assertThat(combined.facts().has(telling.fact)).isEqualTo(!spoke.isEmpty() && !denied);
        if (combined.facts().has(telling.fact)) {
            String winner =
                    believed.stream().filter(spoke::contains).findFirst().orElse(spoke.get(0));
            assertThat(combined.facts()
                            .at("/" + telling.fact + "/provenance/source")
                            .asText())
                    .isEqualTo(winner);
            JsonNode said = telling.answers.stream()
                    .filter(answer -> answer.agency().equals(winner))
                    .findFirst()
                    .orElseThrow()
                    .facts()
                    .path(telling.fact);
            said.fields()
                    .forEachRemaining(
                            field -> assertThat(value(combined, telling).path(field.getKey()))
                                    .isEqualTo(field.getValue()));
        }
    }

    /** Whether one whose silence counts is more believed than all who spoke. */
    private static boolean denied(Telling telling, List<String> believed, List<String> spoke) {
        return telling.answers.stream()
                .map(SourceAnswer::agency)
                .filter(agency -> !spoke.contains(agency))
                .filter(agency ->
                        telling.rule.path("absenceConflicts").toString().contains('"' + agency + '"'))
                .anyMatch(agency -> spoke.stream()
                        .noneMatch(other ->
                                believed.contains(other) && believed.indexOf(other) < believed.indexOf(agency)));
    }

    @Property
    void every_conflict_is_one_that_the_contract_knows(@ForAll("tellings") Telling telling) {
        for (JsonNode conflict :
                Answers.combined(List.of(telling.fact), telling.answers).conflicts()) {
            assertThat(CONFLICT.validate(conflict)).as(conflict.toString()).isEmpty();
            assertThat(conflict.at("/values/0/source")).isEqualTo(conflict.path("winner"));
        }
    }

    private static JsonNode value(CombinedFacts combined, Telling telling) {
        return combined.facts().path(telling.fact).path("value");
    }

    private static boolean stands(CombinedFacts combined, String field, SourceAnswer answer, JsonNode said) {
        for (JsonNode conflict : combined.conflicts()) {
            for (JsonNode value : conflict.path("values")) {
                if (value.path("source").asText().equals(answer.agency())
                        && (conflict.path("field").asText().equals(field)
                                        && value.path("value").equals(said)
                                || value.path("record")
                                        .equals(answer.facts()
                                                .path(conflict.path("fact").asText())))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String capitals(JsonNode value) {
        return value.toString().toUpperCase(Locale.forLanguageTag("az"));
    }

    @Provide
    Arbitrary<Telling> tellings() {
        List<JsonNode> rules = new ArrayList<>();
        RULES.path("rules").forEach(rules::add);
        rules.add(JsonNodeFactory.instance.missingNode());
        return Arbitraries.of(rules).flatMap(rule -> {
            String fact = rule.path("fact").asText("vehicles");
            List<String> agencies = new ArrayList<>(List.of("a-register", "z-register"));
            rule.path("prefer").forEach(agency -> agencies.add(agency.asText()));
            return Arbitraries.of(agencies)
                    .set()
                    .ofMaxSize(4)
                    .flatMap(chosen -> Combinators.combine(chosen.stream()
                                    .map(agency -> value(rule).map(value -> Answers.saying(agency, fact, value)))
                                    .toList())
                            .as(answers -> new Telling(fact, rule, answers)));
        });
    }

    private static Arbitrary<JsonNode> value(JsonNode rule) {
        List<String> fields = new ArrayList<>(List.of("other"));
        rule.path("compare").forEach(field -> fields.add(field.asText()));
        Arbitrary<ObjectNode> object = Arbitraries.maps(
                        Arbitraries.of(fields), Arbitraries.of("i", "I", "İ", "ı", "B", "b", "2020-01-01"))
                .ofMaxSize(4)
                .map(map -> {
                    ObjectNode node = JsonNodeFactory.instance.objectNode();
                    map.forEach(node::put);
                    return node;
                });
        return object.map(node -> (JsonNode) node).injectNull(0.2);
    }

    private static JsonNode rules() {
        try {
            return new ObjectMapper(new YAMLFactory())
                    .readTree(Path.of("src/gateway/main/resources/combine-rules.yaml")
                            .toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Schema conflict() {
        try {
            JsonNode dossier = new ObjectMapper().readTree(Files.readString(Path.of("contracts/dossier.schema.json")));
            ObjectNode schema = JsonNodeFactory.instance.objectNode().put("$ref", "#/$defs/conflict");
            schema.set("$defs", dossier.path("$defs"));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
