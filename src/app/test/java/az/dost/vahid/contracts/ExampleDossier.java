package az.dost.vahid.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** A dossier with every fact and every field of the schema filled, made by walking the schema. */
final class ExampleDossier {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** A word for each definition that has a pattern. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("agency", "civil-status"),
            Map.entry("fin", "5KM2X7Q"),
            Map.entry("text", "Şəki & <Bakı>"),
            Map.entry("day", "2024-02-29"),
            Map.entry("instant", "2026-01-31T08:15:30.120Z"),
            Map.entry("amount", "1234.50"),
            Map.entry("area", "64.30"),
            Map.entry("academicYear", "2025/2026"),
            Map.entry("fraction", "1/3"),
            Map.entry("voen", "1234567890"),
            Map.entry("country", "AZE"),
            Map.entry("postalCode", "AZ1000"),
            Map.entry("icd10", "S88.1"),
            Map.entry("photo", "/9j/4A=="),
            Map.entry("evidenceId", "e-1"),
            Map.entry("rule", "PREFER_CIVIL_STATUS_ACT"));

    private static final String HEAD = """
            {"subject": {"fin": "5KM2X7Q", "state": "DECEASED", "since": "2024-02-29", "source": "civil-status",
               "asOf": "2026-01-31T08:15:30.001Z", "evidence": "e-1", "stale": true},
             "dossierId": "0197f3a2-5b1c-7d2e-8f00-0123456789ab", "assembledAt": "2026-01-31T08:15:30.120Z",
             "service": "ccu-intake", "requester": "back-office", "official": "a.mammadova", "caseRef": "DOST-1/2026/4711",
             "completeness": "COMPLETE", "currency": "AZN", "facts": {},
             "conflicts": [{"fact": "death", "field": "date", "values": [
                 {"source": "civil-status", "value": "2024-02-29", "record": {"date": "2024-02-29"},
                  "asOf": "2026-01-31T08:15:30.001Z", "evidence": "e-1"},
                 {"source": "pensions", "asOf": "2026-01-31T08:15:30.002Z", "evidence": "e-2", "stale": true}],
               "winner": "civil-status", "rule": "PREFER_CIVIL_STATUS_ACT",
               "reason": {"az": "Akt", "en": "An act"}, "whatToDo": {"az": "Soruşun", "en": "Ask"},
               "alike": {"az": "Eyni görünür", "en": "They look the same"}}],
             "sources": [{"agency": "civil-status", "verdict": "ANSWERED", "asOf": "2026-01-31T08:15:30.001Z",
               "elapsedMs": 41, "evidence": [{"id": "e-1", "digest": "sha-256:%s", "signer": "CN=civil-status"}]}],
             "documents": [{"id": "id-card", "title": {"az": "Vəsiqə", "en": "Card"}, "concerns": "self", "ground": true, "fact": "identity",
               "register": "identity-register", "verdict": "STILL_NEEDED", "reason": {"code": "EXPIRED", "source": "identity-register",
               "field": "documentExpires", "day": "2024-02-29", "az": "Vaxtı keçib", "en": "It has expired"}}]}
            """.formatted("0a".repeat(32));

    static ObjectNode whole() throws Exception {
        ObjectNode dossier = (ObjectNode) new ObjectMapper().readTree(HEAD);
        for (String fact : Contracts.factNames()) {
            ObjectNode known = dossier.withObject("facts").putObject(fact);
            known.set("value", fill(Contracts.definition(fact)));
            origin(known.putObject("provenance"), "civil-status");
        }
        origin(dossier.withObject("/facts/identity/provenance/fields/patronymic"), "mobilisation");
        return dossier;
    }

    private static void origin(ObjectNode of, String agency) {
        of.put("source", agency)
                .put("asOf", WORDS.get("instant"))
                .put("evidence", "e-1")
                .put("stale", true);
    }

    private static JsonNode fill(JsonNode schema) {
        if (schema.has("$ref")) {
            String name = schema.path("$ref").asText().replace("#/$defs/", "");
            return WORDS.containsKey(name) ? NODES.textNode(WORDS.get(name)) : fill(Contracts.definition(name));
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(0);
        }
        return switch (schema.path("type").asText()) {
            case "array" -> NODES.arrayNode().add(fill(schema.path("items"))).add(fill(schema.path("items")));
            case "integer" -> NODES.numberNode(schema.path("minimum").asInt());
            case "boolean" -> NODES.booleanNode(true);
            case "object" -> {
                ObjectNode object = NODES.objectNode();
                schema.path("properties")
                        .properties()
                        .forEach(field -> object.set(field.getKey(), fill(field.getValue())));
                yield object;
            }
            default -> throw new AssertionError("no example for " + schema);
        };
    }

    private ExampleDossier() {}
}
