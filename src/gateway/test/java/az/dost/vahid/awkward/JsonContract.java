package az.dost.vahid.awkward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Answers by a JSON Schema, alone or in an OpenAPI document. Each one is validated before it is given out. */
final class JsonContract implements AgencyContract {
    private static final int MOST = 3;
    private final JsonNode document;
    private final List<JsonNode> answers;
    private final List<Schema> rules;

    /** @param pointers where in the document the answers are described, {@code #/components/schemas/Cavab} */
    JsonContract(JsonNode document, List<String> pointers) {
        this.document = document;
        this.answers = pointers.stream().map(this::at).toList();
        this.rules = pointers.stream().map(this::rules).toList();
    }

    private JsonNode at(String pointer) {
        return document.at(pointer.substring(1));
    }

    /** The document with a reference to the answer as its only rule. */
    private Schema rules(String pointer) {
        ObjectNode schema = document.deepCopy();
        if (!pointer.equals("#")) {
            schema.retain("components", "$defs");
            schema.put("$ref", pointer);
        }
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
    }

    @Override
    public Map<String, List<Form>> leaves() {
        Leaves leaves = new Leaves();
        answers.forEach(answer -> leaves(answer, "", leaves));
        return leaves.found();
    }

    private void leaves(JsonNode reference, String path, Leaves leaves) {
        JsonNode schema = resolved(reference);
        if (schema.has("properties")) {
            schema.path("properties")
                    .properties()
                    .forEach(member -> leaves(member.getValue(), Leaves.below(path, member.getKey()), leaves));
        } else if (schema.has("items")) {
            leaves(schema.path("items"), path, leaves);
        } else if (schema.path("oneOf").path(0).has("$ref")
                && resolved(schema.path("oneOf").path(0)).has("properties")) {
            schema.path("oneOf").forEach(one -> leaves(one, path, leaves));
        } else {
            leaves.add(path, random -> drawn(schema, random));
        }
    }

    @Override
    public JsonNode answer(Random random) {
        int which = random.nextInt(answers.size());
        JsonNode answer = drawn(answers.get(which), random);
        if (!rules.get(which).validate(answer).isEmpty()) {
            throw new AssertionError("An answer that the contract does not allow: "
                    + rules.get(which).validate(answer) + " " + answer);
        }
        return answer;
    }

    private JsonNode drawn(JsonNode reference, Random random) {
        JsonNode schema = resolved(reference);
        if (schema.has("oneOf")) {
            return drawn(
                    schema.path("oneOf")
                            .path(random.nextInt(schema.path("oneOf").size())),
                    random);
        }
        if (schema.has("properties")) {
            return object(schema, random);
        }
        return schema.has("items") ? list(schema, random) : JsonValues.draw(schema, random);
    }

    private ObjectNode object(JsonNode schema, Random random) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        schema.path("properties").properties().forEach(member -> {
            if (contains(schema.path("required"), member.getKey()) || random.nextInt(4) > 0) {
                object.set(member.getKey(), drawn(member.getValue(), random));
            }
        });
        return object;
    }

    private ArrayNode list(JsonNode schema, Random random) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        int least = schema.path("minItems").asInt(0);
        int most = schema.path("maxItems").asInt(Math.max(least, MOST));
        for (int i = least + random.nextInt(most - least + 1); i > 0; i--) {
            list.add(drawn(schema.path("items"), random));
        }
        return list;
    }

    /** What stands beside a reference counts too. */
    private JsonNode resolved(JsonNode schema) {
        if (!schema.has("$ref")) {
            return schema;
        }
        ObjectNode merged = resolved(at(schema.path("$ref").asText())).deepCopy();
        schema.properties().forEach(member -> {
            if (member.getKey().equals("properties") && merged.has("properties")) {
                ((ObjectNode) merged.get("properties")).setAll((ObjectNode) member.getValue());
            } else if (member.getKey().equals("required") && merged.has("required")) {
                ((ArrayNode) merged.get("required")).addAll((ArrayNode) member.getValue());
            } else if (!member.getKey().equals("$ref")) {
                merged.set(member.getKey(), member.getValue());
            }
        });
        return merged;
    }

    private static boolean contains(JsonNode names, String name) {
        for (JsonNode one : names) {
            if (one.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
