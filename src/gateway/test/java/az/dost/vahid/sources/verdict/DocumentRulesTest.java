package az.dost.vahid.sources.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.SubjectState;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.connector.BuiltInConnectors;
import az.dost.vahid.connector.CanonicalFacts;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.fact.CheckedFacts;
import az.dost.vahid.fact.FactCheck;
import az.dost.vahid.passport.Passport;
import az.dost.vahid.passport.PassportCatalogue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** The cases of {@code papers.yaml}, with the product's own passports, connectors and definitions of facts. */
class DocumentRulesTest {
    private static final Path CASES = Path.of("src/gateway/test/resources/az/dost/vahid/sources/verdict/papers.yaml");
    private static final String TODAY = "2026-11-27";
    private static final FactCheck CHECK = FactCheck.ofContract();
    private static final Collection<Connector> CONNECTORS;
    private static final PassportCatalogue PASSPORTS;

    static {
        try (var files = Files.list(Path.of("contracts/services"))) {
            CanonicalFacts facts = CanonicalFacts.of(new FileSystemResource("contracts/dossier.schema.json"));
            CONNECTORS = BuiltInConnectors.read(facts);
            PASSPORTS = new PassportCatalogue(
                    files.sorted().map(FileSystemResource::new).toArray(Resource[]::new),
                    new DefinitionReader(new FileSystemResource("contracts/passport.schema.json")),
                    facts,
                    CONNECTORS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
    void a_paper_has_the_verdict_that_follows_from_the_evidence(String name, JsonNode one) {
        assertThat(verdict(
                        one.path("service").asText("ccu-intake"),
                        one.path("paper").asText(),
                        one.path("says")))
                .isEqualTo(one.path("verdict").asText());
    }

    @Test
    void a_fact_that_is_lost_behind_a_hundred_faults_of_another_one_is_not_absent() {
        ObjectNode says = JsonNodeFactory.instance.objectNode();
        ArrayNode employment = says.putObject("employment").putArray("employment");
        for (int i = 0; i < 101; i++) {
            employment.addObject().put("employerVoen", "none").put("startedOn", "2020-01-01");
        }
        ((ObjectNode) says.get("employment"))
                .putObject("unemployment")
                .put("registeredOn", "2020-02-30")
                .put("status", "REGISTERED");
        assertThat(verdict("ccu-intake", "unemployed-certificate", says)).isEqualTo("UNKNOWN UNMAPPABLE");
    }

    @Test
    void a_list_with_more_faults_than_are_told_is_in_doubt_as_a_whole() {
        ObjectNode says = JsonNodeFactory.instance.objectNode();
        ArrayNode children = says.putObject("civil-status").putObject("family").putArray("children");
        for (int i = 0; i < 101; i++) {
            children.addObject()
                    .put("fin", "1AB1CD2")
                    .put("birthDate", "2012-05-09")
                    .put("birthActNumber", "1")
                    .put("deathActNumber", "");
        }
        assertThat(verdict("ccu-intake", "birth-certificates", says)).isEqualTo("UNKNOWN UNMAPPABLE");
    }

    @Test
    void a_field_that_is_missing_is_not_excused_by_another_record_in_which_it_could_not_be_believed()
            throws IOException {
        Passport.PaperDocument lorry = new Passport.PaperDocument(
                "lorry",
                null,
                "vehicles",
                null,
                false,
                "traffic-police",
                List.of("make"),
                List.of(),
                null,
                null,
                Map.of("category", Set.of("C")),
                null,
                null,
                null,
                false);
        JsonNode says = new ObjectMapper(new YAMLFactory())
                .readTree("vehicles: [{plate: 22-AA-001, category: C}, {plate: 22-AA-002, category: B, make: ''}]");
        RulingInput gathered =
                new RulingInput(SubjectState.KNOWN, TODAY, List.of(), List.of(answer("traffic-police", says)));
        assertThat(told(DocumentRules.of(lorry, gathered))).isEqualTo("STILL_NEEDED FIELD_MISSING make");
    }

    @Test
    void a_register_that_does_not_give_the_fact_any_more_says_nothing_by_its_silence() {
        SourceAnswer earlier = answer("traffic-police", JsonNodeFactory.instance.objectNode());
        RulingInput gathered = new RulingInput(SubjectState.KNOWN, TODAY, List.of(), List.of(earlier));
        assertThat(told(DocumentRules.of(paper("ccu-intake", "vehicle-certificate"), gathered)))
                .isEqualTo("STILL_NEEDED ABSENCE_INCONCLUSIVE");
    }

    private static String verdict(String service, String paper, JsonNode says) {
        List<Connector> plan = new ArrayList<>(CONNECTORS);
        plan.removeIf(connector -> !says.has(connector.id()));
        List<SourceAnswer> answers = plan.stream()
                .map(connector -> answer(connector.id(), says.get(connector.id())))
                .toList();
        assertThat(plan).as("registers that there are").hasSize(says.size());
        return told(DocumentRules.of(paper(service, paper), new RulingInput(SubjectState.KNOWN, TODAY, plan, answers)));
    }

    private static Passport.PaperDocument paper(String service, String paper) {
        return PASSPORTS.find(service).orElseThrow().documents().stream()
                .filter(one -> one.id().equals(paper))
                .findFirst()
                .orElseThrow();
    }

    private static SourceAnswer answer(String agency, JsonNode says) {
        if (says.isNull()) {
            return new SourceAnswer(
                    agency, Verdict.TIMED_OUT, null, null, 1, JsonNodeFactory.instance.objectNode(), List.of());
        }
        CheckedFacts checked = CHECK.check((ObjectNode) says);
        Verdict verdict = !checked.facts().isEmpty()
                ? Verdict.ANSWERED
                : checked.unmappable().isEmpty() ? Verdict.NO_RECORD : Verdict.REJECTED;
        return new SourceAnswer(agency, verdict, null, null, 1, checked.facts(), List.of(), checked.unmappable());
    }

    private static String told(DocumentRuling ruling) {
        return Stream.of(ruling.reason().verdict(), ruling.reason(), ruling.field(), ruling.day())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }
}
