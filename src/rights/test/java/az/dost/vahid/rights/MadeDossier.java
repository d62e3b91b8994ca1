package az.dost.vahid.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;

/** A dossier in which every register has answered, and says that it has nothing but these facts. */
final class MadeDossier {
    private static final String MOMENT = "2026-12-01T08:00:00.000Z";
    private final Vocabulary vocabulary;
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    MadeDossier(Vocabulary vocabulary, JsonNode facts) {
        this.vocabulary = vocabulary;
        json.putObject("subject")
                .put("fin", "SVBJECT")
                .put("state", "KNOWN")
                .put("source", "identity-register")
                .put("asOf", MOMENT)
                .put("evidence", "identity-register-1");
        json.put("dossierId", "00000000-0000-4000-8000-000000000001")
                .put("assembledAt", MOMENT)
                .put("service", "ccu-intake")
                .put("requester", "made")
                .put("official", "made")
                .put("caseRef", "MADE/1")
                .put("currency", "AZN");
        ObjectNode known = json.putObject("facts");
        facts.properties().forEach(fact -> {
            ObjectNode one = known.putObject(fact.getKey());
            one.set("value", fact.getValue().deepCopy());
            one.putObject("provenance")
                    .put("source", register(fact.getKey()))
                    .put("asOf", MOMENT)
                    .put("evidence", register(fact.getKey()) + "-1");
        });
        json.putArray("conflicts");
        ArrayNode sources = json.putArray("sources");
        Set<String> registers = new TreeSet<>();
        vocabulary.facts().keySet().forEach(fact -> registers.addAll(vocabulary.registers(fact)));
        for (String register : registers) {
            ObjectNode row = sources.addObject()
                    .put("agency", register)
                    .put("verdict", "ANSWERED")
                    .put("asOf", MOMENT)
                    .put("elapsedMs", 1);
            row.putArray("evidence").addObject().put("id", register + "-1").put("digest", "sha-256:" + "0".repeat(64));
        }
        ArrayNode documents = json.putArray("documents");
        vocabulary.facts().keySet().forEach(fact -> {
            ObjectNode paper = documents.addObject().put("id", fact.toLowerCase(java.util.Locale.ROOT));
            paper.putObject("title").put("az", "-").put("en", "-");
            paper.put("concerns", "self")
                    .put("fact", fact)
                    .put("register", register(fact))
                    .put("verdict", "UNKNOWN")
                    .putObject("reason")
                    .put("code", "MADE")
                    .put("az", "-")
                    .put("en", "-");
        });
    }

    private String register(String fact) {
        return vocabulary.registers(fact).get(0);
    }

    JsonNode json() {
        boolean complete = json.path("sources")
                .valueStream()
                .allMatch(row -> row.path("verdict").asText().equals("ANSWERED") && !row.has("unmappable"));
        return json.put("completeness", complete ? "COMPLETE" : "PARTIAL");
    }

    private ObjectNode row(String register) {
        for (JsonNode row : json.path("sources")) {
            if (row.path("agency").asText().equals(register)) {
                return (ObjectNode) row;
            }
        }
        throw new IllegalArgumentException(register);
    }

    /** Its register did not answer, so that what it would have said is not there. */
    MadeDossier silent(String register) {
        ObjectNode row = row(register).put("verdict", "TIMED_OUT");
        row.remove("asOf");
        row.remove("evidence");
        for (String fact : vocabulary.facts().keySet()) {
            if (vocabulary.registers(fact).contains(register)) {
                facts().remove(fact);
            }
        }
        return this;
    }

    private ObjectNode facts() {
        return (ObjectNode) json.path("facts");
    }

    MadeDossier stale(String fact) {
        if (facts().has(fact)) {
            ((ObjectNode) facts().path(fact).path("provenance")).put("stale", true);
        }
        row(register(fact)).put("verdict", "STALE");
        return this;
    }

    /** The lookup was not for it. */
    MadeDossier without(String fact) {
        facts().remove(fact);
        ArrayNode documents = (ArrayNode) json.path("documents");
        for (int i = documents.size() - 1; i >= 0; i--) {
            if (documents.path(i).path("fact").asText().equals(fact)) {
                documents.remove(i);
            }
        }
        return this;
    }

    MadeDossier unmappable(String path) {
        String fact = path.split("/")[1];
        row(register(fact))
                .withArray("unmappable")
                .addObject()
                .put("fact", fact)
                .put("path", path)
                .put("rule", "REQUIRED");
        return this;
    }

    /** @param silence whether it is the other's silence that contradicts */
    MadeDossier conflict(String fact, String field, boolean silence) {
        ObjectNode conflict = ((ArrayNode) json.path("conflicts"))
                .addObject()
                .put("fact", fact)
                .put("field", field);
        ArrayNode values = conflict.putArray("values");
        value(values, "civil-status").put("value", "one");
        ObjectNode other = value(values, "pensions");
        if (!silence) {
            other.put("value", "other");
        }
        conflict.put("winner", "civil-status").put("rule", "MADE");
        conflict.putObject("reason").put("az", "-").put("en", "-");
        conflict.putObject("whatToDo").put("az", "-").put("en", "-");
        return this;
    }

    private static ObjectNode value(ArrayNode values, String source) {
        return values.addObject().put("source", source).put("asOf", MOMENT).put("evidence", source + "-1");
    }

    /** The same facts with others in their place, field by field; null takes one out. */
    static ObjectNode with(JsonNode facts, JsonNode others) {
        ObjectNode merged = facts.deepCopy();
        others.properties().forEach(other -> {
            if (other.getValue().isNull()) {
                merged.remove(other.getKey());
            } else if (other.getValue().isObject()
                    && merged.path(other.getKey()).isObject()) {
                merged.set(other.getKey(), with(merged.path(other.getKey()), other.getValue()));
            } else {
                merged.set(other.getKey(), other.getValue());
            }
        });
        return merged;
    }
}
