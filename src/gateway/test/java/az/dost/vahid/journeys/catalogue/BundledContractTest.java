package az.dost.vahid.journeys.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundledContractTest {
    private static final Map<String, PublishedContracts.File> FILES = new PublishedContracts().all();
    private static final Map<String, JsonNode> TREES = trees();
    /** No contract nests deeper than this, and none goes round. */
    private static final int DEEP = 100;

    private static Map<String, JsonNode> trees() {
        Map<String, JsonNode> trees = new HashMap<>();
        FILES.forEach((name, file) -> {
            try {
                if (name.endsWith("json")) {
                    trees.put(name, Json.mapper().readTree(file.bytes()));
                } else if (name.endsWith("yaml")) {
                    trees.put(name, Json.yaml().readTree(file.bytes()));
                }
            } catch (IOException e) {
                throw new AssertionError(name, e);
            }
        });
        return trees;
    }

    static Stream<String> contracts() {
        return TREES.keySet().stream()
                .filter(name -> name.endsWith(".openapi.yaml"))
                .sorted();
    }

    private static String bundle(String contract) {
        return "bundled/" + contract.replace(".yaml", ".json");
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void refers_to_nothing_outside_and_to_what_is_there(String contract) {
        JsonNode bundled = TREES.get(bundle(contract));
        assertThat(bundled.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(reference).matches("#/components/[^/]+/[^/]+"))
                .allSatisfy(reference -> assertThat(
                                bundled.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    /** Each written out in full, with another reading of references than the product's. */
    @ParameterizedTest
    @MethodSource("contracts")
    void says_what_the_files_say(String contract) {
        JsonNode files = new WrittenOut(TREES).of(contract, TREES.get(contract).path("paths"), DEEP);
        JsonNode bundled = new WrittenOut(TREES)
                .of(bundle(contract), TREES.get(bundle(contract)).path("paths"), DEEP);
        assertThat(bundled).isNotEmpty().isEqualTo(files);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void keeps_the_components_that_the_contract_has(String contract) {
        JsonNode bundled = TREES.get(bundle(contract)).path("components");
        TREES.get(contract)
                .path("components")
                .properties()
                .forEach(kind -> kind.getValue()
                        .properties()
                        .forEach(part -> assertThat(bundled.path(kind.getKey()).has(part.getKey()))
                                .as(part.getKey())
                                .isTrue()));
    }

    @Test
    void two_things_of_one_name_have_names_of_their_own() {
        JsonNode one = tree("{paths: {a: {$ref: 'other.json#/$defs/fin'}, b: {$ref: 'third.json#/$defs/fin'},"
                + " c: {$ref: '#/components/schemas/Fin'}}, components: {schemas: {Fin: {const: own}}}}");
        JsonNode bundled = BundledContract.of(
                "one.yaml",
                Map.of(
                        "one.yaml",
                        one,
                        "other.json",
                        tree("{$defs: {fin: {const: other}}}"),
                        "third.json",
                        tree("{$defs: {fin: {items: {$ref: '#/$defs/fin'}}}}")));
        assertThat(bundled)
                .isEqualTo(tree("{paths: {a: {$ref: '#/components/schemas/OtherFin'},"
                        + " b: {$ref: '#/components/schemas/ThirdFin'}, c: {$ref: '#/components/schemas/Fin'}},"
                        + " components: {schemas: {Fin: {const: own}, OtherFin: {const: other},"
                        + " ThirdFin: {items: {$ref: '#/components/schemas/ThirdFin'}}}}}"));
    }

    @Test
    void what_stands_beside_a_reference_is_a_condition_of_its_own() {
        JsonNode bundled = BundledContract.of(
                "one.yaml",
                Map.of(
                        "one.yaml",
                        tree("{a: {$ref: 'two.json', description: Told, properties: {b: {$ref: '#/a'}}},"
                                + " components: {schemas: {}}}"),
                        "two.json",
                        tree("{$schema: s, $id: i, $defs: {c: {}}, const: whole}")));
        assertThat(bundled)
                .isEqualTo(tree("{a: {description: Told, allOf: [{$ref: '#/components/schemas/Two'},"
                        + " {properties: {b: {$ref: '#/components/schemas/A'}}}]}, components: {schemas:"
                        + " {Two: {const: whole}, A: {description: Told, allOf: [{$ref: '#/components/schemas/Two'},"
                        + " {properties: {b: {$ref: '#/components/schemas/A'}}}]}}}}"));
    }

    @Test
    void a_component_that_names_one_of_another_file_is_that_one_with_its_own_references() {
        JsonNode bundled = BundledContract.of(
                "one.yaml",
                Map.of(
                        "one.yaml",
                        tree("{components: {responses: {Problem: {$ref: 'two.yaml#/components/responses/Problem'}},"
                                + " schemas: {Text: {const: own}}}}"),
                        "two.yaml",
                        tree("{components: {responses: {Problem: {content: {$ref: '#/components/schemas/Text'}}},"
                                + " schemas: {Text: {const: other}}}}")));
        assertThat(bundled)
                .isEqualTo(tree("{components: {responses: {Problem: {content: {$ref: '#/components/schemas/TwoText'}}},"
                        + " schemas: {Text: {const: own}, TwoText: {const: other}}}}"));
    }

    @Test
    void what_is_not_there_is_told() {
        assertThatThrownBy(() -> BundledContract.of(
                        "one.yaml", Map.of("one.yaml", tree("{paths: {$ref: 'other.json#/$defs/fin'}}"))))
                .hasMessageContaining("other.json#/$defs/fin");
    }

    private static JsonNode tree(String yaml) {
        try {
            return Json.yaml().readTree(yaml);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** With every reference replaced by what it names; what stands beside one is one more condition. */
    private record WrittenOut(Map<String, JsonNode> files) {
        private static final Set<String> OF_A_FILE = Set.of("$schema", "$id", "$defs");

        JsonNode of(String file, JsonNode part, int deep) {
            assertThat(deep).as("%s goes round", file).isPositive();
            if (part.isArray()) {
                ArrayNode list = JsonNodeFactory.instance.arrayNode();
                part.forEach(item -> list.add(of(file, item, deep - 1)));
                return list;
            }
            if (!part.isObject()) {
                return part;
            }
            ObjectNode written = JsonNodeFactory.instance.objectNode();
            part.properties().forEach(member -> {
                if (!member.getKey().equals("$ref") && !(part.has("$schema") && OF_A_FILE.contains(member.getKey()))) {
                    written.set(member.getKey(), of(file, member.getValue(), deep - 1));
                }
            });
            if (written.path("enum").path(0).isInt()) {
                written.put("type", "integer");
            }
            if (!part.path("$ref").isTextual()) {
                return written;
            }
            String[] target = part.path("$ref").textValue().split("#", -1);
            String named = target[0].isEmpty() ? file : target[0];
            JsonNode found = files.get(named).at(target.length == 1 ? "" : target[1]);
            assertThat(found.isMissingNode()).isFalse();
            return met(of(named, found, deep - 1), written);
        }

        /** Both, as the bundle writes it where what stands beside a reference says something of the value. */
        private static JsonNode met(JsonNode named, ObjectNode beside) {
            ObjectNode notes = JsonNodeFactory.instance.objectNode();
            List.copyOf(beside.properties()).stream()
                    .filter(member -> member.getKey().matches("title|description|x-.*"))
                    .forEach(member -> notes.set(member.getKey(), beside.remove(member.getKey())));
            if (!beside.isEmpty()) {
                notes.putArray("allOf").add(named).add(beside);
                return notes;
            }
            return notes.isEmpty() ? named : notes.set("named", named);
        }
    }
}
