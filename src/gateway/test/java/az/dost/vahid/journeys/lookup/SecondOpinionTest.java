package az.dost.vahid.journeys.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Unmappable;
import az.dost.vahid.calendar.Baku;
import az.dost.vahid.connector.BuiltInConnectors;
import az.dost.vahid.connector.CanonicalFacts;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.edge.access.TestRequester;
import az.dost.vahid.faces.OutsideTool;
import az.dost.vahid.fact.FactCheck;
import az.dost.vahid.json.Json;
import az.dost.vahid.passport.Passport;
import az.dost.vahid.passport.PassportCatalogue;
import az.dost.vahid.sources.combine.CombineRules;
import az.dost.vahid.sources.combine.Combiner;
import az.dost.vahid.sources.verdict.ReasonTexts;
import az.dost.vahid.verdicts.SelfContradictions;
import az.dost.vahid.wordbook.Word;
import az.dost.vahid.wordbook.Wordbook;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opentelemetry.api.trace.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/**
 * Verdicts of papers beside those of somebody who has not read ours: {@code second_opinion.py}, written from the
 * passports, the page for readers and the laws, with tables of its own. What it doubts stands in
 * {@code second-opinion.md}.
 */
class SecondOpinionTest {
    private static final Path OPINION = Path.of("src/gateway/test/resources/verdicts/second_opinion.py");
    private static final FileSystemResource SCHEMA = new FileSystemResource("contracts/dossier.schema.json");
    private static final Instant NOON = Instant.parse("2026-12-01T08:00:00Z");
    private static final LocalDate TODAY = LocalDate.ofInstant(NOON, Baku.ZONE);
    private static final int SHOWN = 40;

    @TempDir
    Path folder;

    @Test
    void twenty_thousand_strange_persons_are_judged_alike() throws Exception {
        judged(36, 20_000);
    }

    @Test
    @Tag("siege")
    void others_each_time_are_judged_alike() throws Exception {
        for (int i = 0; i < 5; i++) {
            judged(System.nanoTime(), 20_000);
        }
    }

    private void judged(long seed, int persons) throws Exception {
        CanonicalFacts facts = CanonicalFacts.of(SCHEMA);
        Collection<Connector> connectors = BuiltInConnectors.read(facts);
        List<Passport> passports = passports(facts, connectors);
        Random services = new Random(seed);
        RandomRegisters registers = new RandomRegisters(
                Json.mapper().readTree(SCHEMA.getInputStream()), FactCheck.ofContract(), TODAY, seed);
        Combiner combiner =
                new Combiner(new CombineRules(new ClassPathResource("combine-rules.yaml"), Wordbook.builtIn()));
        DossierWriter writer = new DossierWriter(
                combiner,
                new DocumentRows(new ReasonTexts(
                        Wordbook.builtIn(),
                        agency -> connectors.stream()
                                .filter(connector -> connector.id().equals(agency))
                                .map(connector -> new Word(
                                        connector.authority().az(),
                                        connector.authority().en()))
                                .findFirst()
                                .orElseThrow())),
                Clock.fixed(NOON, Baku.ZONE));
        DefaultCamelContext camel = new DefaultCamelContext();
        Path asked = folder.resolve("asked.jsonl");
        List<ObjectNode> dossiers = new ArrayList<>();
        try (var lines = Files.newBufferedWriter(asked)) {
            for (int i = 0; i < persons; i++) {
                Passport passport = passports.get(services.nextInt(passports.size()));
                List<SourceAnswer> answers = connectors.stream()
                        .filter(connector -> passport.facts().stream()
                                .anyMatch(fact -> connector.facts().contains(fact)
                                        || connector.confirms().contains(fact)
                                        || fact.equals("death")))
                        .map(registers::of)
                        .filter(Objects::nonNull)
                        .toList();
                Lookup.Planned planned = planned(passport, connectors, answers);
                dossiers.add(writer.verdicts(writer.combine(planned, answers, new DefaultExchange(camel))).dossier);
                List<SourceAnswer> heard = combiner.plausible(
                        answers.stream()
                                .map(answer -> answer.askedFor(passport.facts()))
                                .toList(),
                        passport.facts());
                lines.write(line(i, passport, heard).toString());
                lines.newLine();
            }
        }
        compare(asked, dossiers);
    }

    private void compare(Path asked, List<ObjectNode> dossiers) throws Exception {
        OutsideTool python = new OutsideTool("python3", folder);
        assertThat(python.accepts(OPINION.toAbsolutePath().toString(), asked.toString()))
                .as(python.output())
                .isTrue();
        List<String> questions = Files.readAllLines(asked);
        List<String> opinions = python.output().lines().toList();
        assertThat(opinions).hasSameSizeAs(dossiers);
        TreeMap<String, Integer> kinds = new TreeMap<>();
        List<String> differing = new ArrayList<>();
        for (int i = 0; i < dossiers.size(); i++) {
            JsonNode opinion = Json.mapper().readTree(opinions.get(i));
            ObjectNode dossier = dossiers.get(i);
            String state = dossier.at("/subject/state").asText();
            List<String> found = new ArrayList<>();
            SelfContradictions.of(dossier, TODAY.toString())
                    .forEach(one -> found.add(one.substring(0, one.indexOf(": {"))));
            if (!opinion.path("subject").asText().equals(state)) {
                found.add(
                        "subject: " + state + ", not " + opinion.path("subject").asText());
            } else {
                for (JsonNode document : dossier.path("documents")) {
                    JsonNode other =
                            opinion.path("documents").path(document.path("id").asText());
                    String ours = document.path("verdict").asText() + " "
                            + document.at("/reason/code").asText();
                    List<String> theirs =
                            Json.list(other.path(1), code -> other.path(0).asText() + " " + code.asText());
                    if (!theirs.contains(ours)) {
                        found.add(document.path("id").asText() + ": " + ours + ", not " + theirs);
                    }
                }
            }
            for (String one : found) {
                kinds.merge(one, 1, Integer::sum);
                if (kinds.get(one) == 1) {
                    differing.add(one + "\n  " + questions.get(i));
                }
            }
        }
        assertThat(differing.stream().limit(SHOWN))
                .as("%s kinds of differences, how often each: %s", differing.size(), kinds)
                .isEmpty();
    }

    private static Lookup.Planned planned(
            Passport passport, Collection<Connector> connectors, List<SourceAnswer> answers) {
        Set<String> planned =
                Set.copyOf(answers.stream().map(SourceAnswer::agency).toList());
        Lookup.New asked = LookupOf.asked(
                TestRequester.of("a", "A", "", Set.of("*"), null, null, null, false, null),
                new LookupRequest("1AAAAAA", passport.code(), "CASE/1", "a.b", List.of(), 3000));
        return new Lookup.Planned(
                new Lookup.Judged(new Lookup.Granted(asked, passport, passport.facts()), "person", 0),
                Span.getInvalid(),
                connectors.stream()
                        .filter(connector -> planned.contains(connector.id()))
                        .toList(),
                Set.of());
    }

    private static ObjectNode line(int n, Passport passport, List<SourceAnswer> answers) {
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("case", n)
                .put("day", TODAY.toString())
                .put("service", passport.code());
        ArrayNode list = line.putArray("answers");
        answers.forEach(answer -> {
            ObjectNode one = list.addObject()
                    .put("agency", answer.agency())
                    .put("verdict", answer.verdict().name())
                    .put(
                            "reason",
                            answer.reason() == null ? null : answer.reason().name());
            one.set("facts", answer.facts());
            ArrayNode lost = one.putArray("lost");
            for (Unmappable part : answer.unmappable()) {
                lost.addObject()
                        .put("fact", part.fact())
                        .put("path", part.path())
                        .put("rule", part.rule());
            }
        });
        return line;
    }

    private static List<Passport> passports(CanonicalFacts facts, Collection<Connector> connectors) throws IOException {
        try (var files = Files.list(Path.of("contracts/services"))) {
            PassportCatalogue catalogue = new PassportCatalogue(
                    files.sorted().map(FileSystemResource::new).toArray(Resource[]::new),
                    new DefinitionReader(new FileSystemResource("contracts/passport.schema.json")),
                    facts,
                    connectors);
            return List.copyOf(catalogue.all());
        }
    }
}
