package az.dost.vahid.whole;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.mock.population.Population;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * What a dossier of all facts must tell about a citizen: worked out from the population and from the text of
 * {@code combine-rules.yaml} and of the passport, with none of the gateway's code.
 */
final class Oracle {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();
    /** In which dotted and dotless i are two letters. */
    private static final Locale AZERBAIJANI = Locale.forLanguageTag("az");

    private final Population population;
    private final List<Connector> connectors;
    private final VerdictOracle judged;
    private final Map<String, JsonNode> rules = new HashMap<>();

    Oracle(Population population, List<Connector> connectors) {
        this.population = population;
        this.connectors = connectors;
        judged = new VerdictOracle(
                "ccu-intake", connectors.stream().map(Connector::id).collect(Collectors.toSet()));
        try (var in = new ClassPathResource("combine-rules.yaml").getInputStream()) {
            new ObjectMapper(new YAMLFactory())
                    .readTree(in)
                    .path("rules")
                    .forEach(rule -> rules.put(rule.path("fact").asText(), rule));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Facts that have a rule, and so can be disputed. */
    Set<String> ruled() {
        return rules.keySet();
    }

    /** By agency; empty for one that has no record, as all have none on a FIN that nobody bears. */
    Map<String, ObjectNode> says(String fin) {
        Map<String, ObjectNode> says = new TreeMap<>();
        connectors.forEach(connector -> says.put(
                connector.id(),
                population.number(fin).isEmpty()
                        ? JSON.createObjectNode()
                        : JSON.valueToTree(population.facts(
                                connector.id(), population.number(fin).getAsInt()))));
        return says;
    }

    /**
     * @param failed verdict and reason of the agencies that gave no answer; the others answer
     * @param day of the dossier, in Baku: papers end
     */
    Telling of(String fin, Map<String, String> failed, LocalDate day) {
        Map<String, ObjectNode> says = says(fin);
        Map<String, String> verdicts = new TreeMap<>(failed);
        says.keySet().removeAll(failed.keySet());
        says.forEach((agency, facts) -> verdicts.put(agency, facts.isEmpty() ? "NO_RECORD" : "ANSWERED"));
        Map<String, List<String>> sources = new TreeMap<>();
        says.forEach((agency, facts) -> facts.fieldNames()
                .forEachRemaining(fact ->
                        sources.computeIfAbsent(fact, name -> new ArrayList<>()).add(agency)));
        Map<String, JsonNode> facts = new TreeMap<>();
        Map<String, JsonNode> conflicts = new TreeMap<>();
        sources.forEach((fact, agencies) -> {
            JsonNode rule = rules.getOrDefault(fact, JSON.createObjectNode());
            List<String> preferred = texts(rule.path("prefer"));
            agencies.sort((one, other) -> Integer.compare(preferred.indexOf(one), preferred.indexOf(other)));
            if (denied(fact, agencies, says, rule, conflicts)) {
                return;
            }
            facts.put(fact, filled(fact, agencies, says, rule));
            texts(rule.path("compare")).forEach(field -> compare(fact, field, agencies, says, rule, conflicts));
            more(fact, agencies, says, rule, facts.get(fact).path("value"), conflicts);
            silence(fact, agencies.get(0), says, rule, conflicts);
        });
        return new Telling(verdicts, facts, conflicts, judged.subject(says), judged.papers(says, failed, day));
    }

    private static JsonNode filled(String fact, List<String> agencies, Map<String, ObjectNode> says, JsonNode rule) {
        ObjectNode known = Telling.fact(says.get(agencies.get(0)).get(fact).deepCopy(), agencies.get(0));
        for (String field : texts(rule.path("fill"))) {
            agencies.stream()
                    .filter(agency -> says.get(agency).get(fact).has(field))
                    .findFirst()
                    .filter(agency -> !agency.equals(agencies.get(0)))
                    .ifPresent(agency -> {
                        known.withObject("/value")
                                .set(field, says.get(agency).get(fact).get(field));
                        known.withObject("/fields").put(field, agency);
                    });
        }
        return known;
    }

    private static void compare(
            String fact,
            String field,
            List<String> agencies,
            Map<String, ObjectNode> says,
            JsonNode rule,
            Map<String, JsonNode> conflicts) {
        List<String> speaking = agencies.stream()
                .filter(agency -> says.get(agency).get(fact).has(field))
                .toList();
        boolean ignoreCase = rule.path("ignoreCase").asBoolean();
        Set<String> versions = new HashSet<>();
        ObjectNode values = JSON.createObjectNode();
        for (String agency : speaking) {
            JsonNode value = says.get(agency).get(fact).get(field);
            versions.add(ignoreCase ? value.asText().toUpperCase(AZERBAIJANI) : value.asText());
            values.set(agency, value);
        }
        if (versions.size() > 1) {
            conflicts.put(
                    fact + "." + field,
                    Telling.conflict(speaking.get(0), rule.path("rule").asText(), values));
        }
    }

    /** What a less believed agency says beside the compared fields, and the fact lacks or has otherwise. */
    private static void more(
            String fact,
            List<String> agencies,
            Map<String, ObjectNode> says,
            JsonNode rule,
            JsonNode known,
            Map<String, JsonNode> conflicts) {
        boolean ignoreCase = rule.path("ignoreCase").asBoolean();
        for (String agency : agencies.subList(1, agencies.size())) {
            says.get(agency).get(fact).fields().forEachRemaining(field -> {
                String said = field.getValue().asText();
                String knows = known.path(field.getKey()).asText(null);
                boolean same = knows != null
                        && (ignoreCase
                                ? said.toUpperCase(AZERBAIJANI).equals(knows.toUpperCase(AZERBAIJANI))
                                : said.equals(knows));
                if (!same && !conflicts.containsKey(fact + "." + field.getKey())) {
                    ObjectNode values = JSON.createObjectNode();
                    values.set(
                            agencies.get(0), says.get(agencies.get(0)).get(fact).get(field.getKey()));
                    agencies.stream()
                            .skip(1)
                            .filter(other -> says.get(other).get(fact).has(field.getKey()))
                            .forEach(other ->
                                    values.set(other, says.get(other).get(fact).get(field.getKey())));
                    conflicts.put(
                            fact + "." + field.getKey(),
                            Telling.conflict(agencies.get(0), rule.path("rule").asText(), values));
                }
            });
        }
    }

    /** Whether an agency whose silence counts is more believed than all that speak: then there is no such fact. */
    private static boolean denied(
            String fact,
            List<String> agencies,
            Map<String, ObjectNode> says,
            JsonNode rule,
            Map<String, JsonNode> conflicts) {
        List<String> preferred = texts(rule.path("prefer"));
        for (String agency : texts(rule.path("absenceConflicts"))) {
            if (says.containsKey(agency)
                    && !says.get(agency).isEmpty()
                    && !says.get(agency).has(fact)
                    && preferred.indexOf(agency) < preferred.indexOf(agencies.get(0))) {
                String field = rule.path("compare").path(0).asText();
                ObjectNode values = JSON.createObjectNode();
                values.set(agency, null);
                agencies.forEach(
                        other -> values.set(other, says.get(other).get(fact).get(field)));
                conflicts.put(
                        fact + "." + field,
                        Telling.conflict(agency, rule.path("rule").asText(), values));
                return true;
            }
        }
        return false;
    }

    private static void silence(
            String fact, String winner, Map<String, ObjectNode> says, JsonNode rule, Map<String, JsonNode> conflicts) {
        for (String agency : texts(rule.path("absenceConflicts"))) {
            if (says.containsKey(agency)
                    && !says.get(agency).isEmpty()
                    && !says.get(agency).has(fact)) {
                String field = rule.path("compare").path(0).asText();
                ObjectNode values = JSON.createObjectNode();
                values.set(winner, says.get(winner).get(fact).get(field));
                values.set(agency, null);
                conflicts.put(
                        fact + "." + field,
                        Telling.conflict(winner, rule.path("rule").asText(), values));
            }
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
