package az.dost.vahid.demo;

import az.dost.vahid.answer.Evidence;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.calendar.Baku;
import az.dost.vahid.check.Kit;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.journeys.lookup.Minimisation;
import az.dost.vahid.journeys.lookup.SourceRows;
import az.dost.vahid.json.Json;
import az.dost.vahid.mock.population.Population;
import az.dost.vahid.mock.register.ComputedPopulation;
import az.dost.vahid.rights.MadeUpPeople;
import az.dost.vahid.sources.combine.CombineRules;
import az.dost.vahid.sources.combine.CombinedFacts;
import az.dost.vahid.sources.combine.Combiner;
import az.dost.vahid.sources.combine.Silence;
import az.dost.vahid.wordbook.Wordbook;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;

/**
 * The citizens of the played agencies as a lookup finds them: what the registers say of each, combined by the gateway's
 * own rules, without a call.
 */
public final class ComputedPeople implements MadeUpPeople {
    private static final ObjectMapper JSON = Json.mapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
    /** The registers speak of the day on which the population stands. */
    private static final Instant AS_OF =
            ComputedPopulation.TODAY.atStartOfDay(Baku.ZONE).toInstant();

    private static final List<Evidence> NOTHING_RECEIVED = List.of(new Evidence(
            new UUID(0, 0), new byte[0], "application/json", null, "sha-256:" + "0".repeat(64), null, null));

    private final Population population = new ComputedPopulation(ComputedPopulation.DEFAULT_SIZE);
    private final List<Connector> connectors = Kit.builtIn();
    private final Combiner combiner = new Combiner(new CombineRules(
            new ClassPathResource("combine-rules.yaml"),
            new Wordbook(new ClassPathResource("contracts/words/rules.yaml"))));

    @Override
    public int size() {
        return population.size();
    }

    @Override
    public JsonNode dossier(int number, Map<String, Set<String>> asked) {
        Collection<String> facts = new TreeSet<>(asked.keySet());
        List<Connector> plan = connectors.stream()
                .filter(connector -> connector.facts().stream().anyMatch(facts::contains))
                .toList();
        List<SourceAnswer> answers = combiner.plausible(
                plan.stream().map(connector -> answer(connector.id(), number)).toList(), facts);
        Silence silence = Silence.of(plan, answers, ComputedPopulation.TODAY.toString());
        List<SourceAnswer> heard = combiner.heard(answers, silence);
        Map<String, Set<String>> fields = new HashMap<>(asked);
        fields.values().removeIf(Set::isEmpty);
        CombinedFacts combined = Minimisation.of(combiner.combine(facts, heard, silence), facts, fields);
        ObjectNode dossier = JsonNodeFactory.instance.objectNode();
        dossier.set("facts", combined.facts());
        dossier.set("conflicts", combined.conflicts());
        dossier.set("sources", new SourceRows(heard, facts).rows());
        return dossier;
    }

    private SourceAnswer answer(String agency, int number) {
        Map<String, Object> said = population.facts(agency, number);
        return new SourceAnswer(
                agency,
                said.isEmpty() ? Verdict.NO_RECORD : Verdict.ANSWERED,
                null,
                AS_OF,
                0,
                said.isEmpty() ? JsonNodeFactory.instance.objectNode() : JSON.valueToTree(said),
                NOTHING_RECEIVED);
    }
}
