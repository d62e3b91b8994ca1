package az.dost.vahid.rights;

import az.dost.vahid.connector.CanonicalFacts;
import az.dost.vahid.connector.Connector.Absence;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What conditions may speak of: the facts of {@code contracts/dossier.schema.json} and the fields of life events; and
 * what it means when a register has no record.
 */
final class Vocabulary {
    /** Whether the registers have a record: a field of each fact that is one record. */
    static final String RECORDED = "recorded";

    private static final String IDENTITY = "identity";
    private static final String CITIZENSHIP = "citizenship";

    private final JsonNode definitions;
    private final Map<String, Type> facts = new TreeMap<>();
    private final Map<String, Map<String, Type>> fields = new TreeMap<>();
    private final Map<String, List<String>> registers = new TreeMap<>();
    private final Map<String, Set<String>> required;
    private final JsonNode events;
    private final Map<String, Absence> absences;
    private final Map<String, Map<String, Set<String>>> asked = new ConcurrentHashMap<>();

    private Vocabulary(CanonicalFacts canonical, JsonNode events, Map<String, Absence> absences) {
        this.definitions = canonical.schemas();
        this.events = events;
        this.absences = absences;
        this.required = canonical.required();
        for (String fact : canonical.names()) {
            JsonNode definition = definitions.path(fact);
            Type type = type(definition, definitions);
            facts.put(fact, type.is(Type.Kind.RECORD) ? withRecorded(type) : type);
            fields.put(fact, type.is(Type.Kind.LIST) ? type.element().fields() : type.fields());
            registers.put(fact, Json.list(definition.path("x-sources"), JsonNode::textValue));
        }
    }

    /**
     * That of the contracts and connectors of this program.
     *
     * @throws UncheckedIOException when they are not there
     */
    static Vocabulary builtIn() {
        try {
            ObjectMapper yaml = Json.yaml();
            Map<String, Absence> absences = new TreeMap<>();
            for (Resource connector :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:connectors/*/connector.yaml")) {
                try (var in = connector.getInputStream()) {
                    JsonNode descriptor = yaml.readTree(in);
                    absences.put(
                            descriptor.path("id").asText(),
                            yaml.convertValue(descriptor.path("absence").asText("inconclusive"), Absence.class));
                }
            }
            try (var in = new ClassPathResource("contracts/event.schema.json").getInputStream()) {
                return new Vocabulary(
                        CanonicalFacts.of(new ClassPathResource("contracts/dossier.schema.json")),
                        Json.mapper().readTree(in),
                        absences);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All facts. */
    Map<String, Type> facts() {
        return Collections.unmodifiableMap(facts);
    }

    /** Fields of a fact, or of each of its records, as the dossier has them. */
    Map<String, Type> fieldsOf(String fact) {
        return fields.get(fact);
    }

    /** The registers whose word it is that there is no such record. */
    List<String> registers(String fact) {
        return registers.get(fact);
    }

    /** What it means that a register has no record; of an unknown register nothing. */
    Absence absence(String register) {
        return absences.getOrDefault(register, Absence.INCONCLUSIVE);
    }

    /** The fields without which no dossier has the fact; a set that may be added to. */
    Set<String> required(String fact) {
        return new TreeSet<>(required.getOrDefault(fact, Set.of()));
    }

    /** Whether that a register has no record of it is a no for citizens alone. */
    boolean silentOnForeigners(String fact) {
        return registers(fact).stream().anyMatch(register -> absence(register) == Absence.CONCLUSIVE_FOR_CITIZENS);
    }

    /** Has it asked whether somebody is a citizen. */
    void addCitizenship(Map<String, Set<String>> asked) {
        asked.computeIfAbsent(IDENTITY, this::required).add(CITIZENSHIP);
    }

    boolean knows(String agency) {
        return absences.containsKey(agency);
    }

    Set<String> agencies() {
        return Collections.unmodifiableSet(absences.keySet());
    }

    /** Types of events, in the order of their contract. */
    Set<String> eventTypes() {
        Set<String> types = new LinkedHashSet<>();
        events.at("/properties/type/enum").forEach(type -> types.add(type.textValue()));
        return types;
    }

    /** The data of an event of this type, a record. */
    Type event(String type) {
        for (JsonNode rule : events.path("allOf")) {
            if (rule.at("/if/properties/type/const").asText().equals(type)) {
                String name = rule.at("/then/properties/data/$ref").asText().substring("#/$defs/".length());
                return type(events.at("/$defs").path(name), events.at("/$defs"));
            }
        }
        return Type.record(Map.of());
    }

    /**
     * The fields that a service asks of each of its facts, as its passport says; a fact without fields of its own is
     * asked whole, and has an empty set. Empty for a service without a passport.
     */
    Optional<Map<String, Set<String>>> asked(String service) {
        return Optional.ofNullable(asked.computeIfAbsent(service, Vocabulary::readAsked));
    }

    /** Null for a service without a passport, which is looked for again. */
    private static Map<String, Set<String>> readAsked(String service) {
        Resource file = new ClassPathResource("contracts/services/" + service + ".yaml");
        if (!service.matches("[a-z0-9-]{1,64}") || !file.exists()) {
            return null;
        }
        try (var in = file.getInputStream()) {
            Map<String, Set<String>> asked = new TreeMap<>();
            Json.yaml().readTree(in).path("facts").forEach(fact -> {
                Set<String> fields = new HashSet<>();
                fact.path("fields").forEach(field -> fields.add(field.asText()));
                asked.put(fact.isObject() ? fact.path("fact").asText() : fact.asText(), fields);
            });
            return asked;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Type withRecorded(Type record) {
        Map<String, Type> fields = new TreeMap<>(record.fields());
        fields.put(RECORDED, Type.BOOLEAN);
        return Type.record(fields);
    }

    private static Type type(JsonNode schema, JsonNode definitions) {
        String reference = schema.path("$ref").asText("").substring(schema.has("$ref") ? "#/$defs/".length() : 0);
        return switch (reference) {
            case "day" -> schema.has("x-absenceMeans") ? Type.endlessDay() : Type.DAY;
            case "amount" -> Type.NUMBER;
            case "fin" -> Type.of(Type.Kind.FIN);
            case "" -> described(schema, definitions);
            default -> type(definitions.path(reference), definitions);
        };
    }

    /** Of a schema that says itself what it is. */
    private static Type described(JsonNode schema, JsonNode definitions) {
        if (schema.path("properties").isObject()) {
            Map<String, Type> fields = new TreeMap<>();
            schema.path("properties")
                    .properties()
                    .forEach(field -> fields.put(field.getKey(), type(field.getValue(), definitions)));
            return Type.record(fields);
        }
        if (schema.path("items").isObject()) {
            return Type.list(type(schema.path("items"), definitions));
        }
        if (schema.path("enum").path(0).isTextual()) {
            return Type.code(Json.list(schema.path("enum"), JsonNode::textValue));
        }
        if (schema.path("enum").path(0).isNumber()) {
            return Type.numberOf(Json.list(schema.path("enum"), JsonNode::asText));
        }
        return switch (schema.path("type").asText()) {
            case "integer", "number" -> Type.NUMBER;
            case "boolean" -> Type.BOOLEAN;
            default -> Type.TEXT;
        };
    }
}
