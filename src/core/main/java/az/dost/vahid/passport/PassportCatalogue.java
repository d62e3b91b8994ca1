package az.dost.vahid.passport;

import az.dost.vahid.connector.CanonicalFacts;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.definition.Definition;
import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;

/** The service passports, {@code contracts/services/<code>.yaml}. */
public final class PassportCatalogue {
    private static final ObjectMapper JSON = Json.mapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    /** Lies beside the passports and tells which services there are. */
    private static final String LIST = "catalogue.yaml";

    private static final Set<String> LOOKED_UP =
            Set.of("code", "family", "title", "legalBasis", "illustrative", "facts", "documents");
    private final Map<String, Passport> passports = new TreeMap<>();
    /** What the gateway asks by itself, no service of anybody's. */
    private final Map<String, Passport> purposes = new ConcurrentHashMap<>();

    private final Map<String, ObjectNode> descriptions = new TreeMap<>();
    private final CanonicalFacts known;
    private final Collection<Connector> connectors;

    /**
     * @param connectors those of the registers that papers may name
     * @throws DefinitionException with every error of every passport
     */
    public PassportCatalogue(
            Resource[] files, DefinitionReader reader, CanonicalFacts known, Collection<Connector> connectors) {
        this.known = known;
        this.connectors = connectors;
        List<Finding> findings = new ArrayList<>();
        for (Resource file : files) {
            if (LIST.equals(file.getFilename())) {
                continue;
            }
            Definition definition = reader.read(file, "contracts/services/" + file.getFilename());
            findings.addAll(definition.findings());
            if (definition.findings().isEmpty()) {
                add(definition, file.getFilename(), findings);
            }
        }
        if (!findings.isEmpty()) {
            throw new DefinitionException(findings);
        }
    }

    private void add(Definition definition, String file, List<Finding> findings) {
        try {
            Passport passport =
                    JSON.treeToValue(named((ObjectNode) definition.content().deepCopy()), Passport.class);
            if (!(passport.code() + ".yaml").equals(file)) {
                findings.add(definition.at("the code must be the file's name", "code"));
            }
            for (int i = 0; i < passport.facts().size(); i++) {
                int at = i;
                String fact = passport.facts().get(i);
                if (!known.names().contains(fact)) {
                    findings.add(definition.at("no fact is called " + fact, "facts", i));
                } else if (passport.fields().containsKey(fact)) {
                    fields(fact, passport.fields().get(fact))
                            .forEach(message -> findings.add(definition.at(message, "facts", at, "fields")));
                }
            }
            for (int i = 0; i < passport.documents().size(); i++) {
                String fact = passport.documents().get(i).fact();
                new DocumentCheck(known, connectors, definition, i, findings)
                        .check(passport.documents().get(i));
                if (fact != null && !passport.facts().contains(fact)) {
                    findings.add(
                            definition.at("the service does not ask for the fact " + fact, "documents", i, "fact"));
                }
            }
            descriptions.put(passport.code(), described((ObjectNode) definition.content()));
            if (passports.putIfAbsent(passport.code(), passport) != null) {
                findings.add(definition.at("the code " + passport.code() + " is that of another passport", "code"));
            }
        } catch (JsonProcessingException e) {
            findings.add(definition.at(e.getOriginalMessage()));
        }
    }

    private static ObjectNode described(ObjectNode content) {
        return content.deepCopy().without(LOOKED_UP);
    }

    /** A fact stands in a passport's file by its name, or with the fields that are needed of it. */
    private static ObjectNode named(ObjectNode passport) {
        ArrayNode facts = JSON.createArrayNode();
        ObjectNode fields = JSON.createObjectNode();
        passport.path("facts").forEach(fact -> {
            facts.add(fact.isObject() ? fact.path("fact") : fact);
            if (fact.isObject()) {
                fields.set(fact.path("fact").asText(), fact.path("fields"));
            }
        });
        passport.set("facts", facts);
        passport.set("fields", fields);
        return passport;
    }

    private List<String> fields(String fact, Set<String> fields) {
        List<String> wrong = new ArrayList<>();
        fields.stream()
                .filter(field -> !known.fields().get(fact).contains(field))
                .sorted()
                .forEach(field -> wrong.add("the fact " + fact + " has no field " + field));
        known.required().get(fact).stream()
                .filter(field -> !fields.contains(field))
                .sorted()
                .forEach(field -> wrong.add(
                        "the field " + field + " of " + fact + " is in every dossier and cannot be left out"));
        return wrong;
    }

    /**
     * What the passport tells people beside what a lookup needs of it, as its file says it: members that
     * {@code contracts/passport.schema.json} does not require. Empty when there is no such passport.
     *
     * @return a copy
     */
    public ObjectNode description(String code) {
        return descriptions.getOrDefault(code, JSON.createObjectNode()).deepCopy();
    }

    public Optional<Passport> find(String code) {
        return Optional.ofNullable(passports.getOrDefault(code, purposes.get(code)));
    }

    /**
     * Has a purpose of the gateway's own found. It stands in no list, and its code, with a colon in it, is none that
     * anybody outside can ask for.
     *
     * @throws IllegalArgumentException for a code that a service could have
     */
    public void admit(Passport purpose) {
        if (!purpose.code().contains(":")) {
            throw new IllegalArgumentException("A purpose of the gateway's own has a colon in its code");
        }
        purposes.put(purpose.code(), purpose);
    }

    /** Those of services. */
    public Collection<Passport> all() {
        return passports.values();
    }
}
