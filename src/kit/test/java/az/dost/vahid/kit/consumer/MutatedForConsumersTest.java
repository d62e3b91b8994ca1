package az.dost.vahid.kit.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.definition.Definition;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.FileSystemResource;

/**
 * The contracts changed member by member: whatever the sample's examples send or read is told when it is gone, has
 * another type or may be absent, and a member that they do not have never is.
 */
class MutatedForConsumersTest {
    private static final Path EXAMPLES = Path.of("src/docs/clients/consumer");
    private static final Path CONTRACTS = Path.of("contracts");
    private static final String PROPERTIES = "properties";

    private static final List<Definition> examples = new ArrayList<>();
    private static final Map<String, JsonNode> contracts = new HashMap<>();
    /** Names of all members that some contract describes, and of those that the examples have. */
    private static final Set<String> described = new TreeSet<>();

    private static final Set<String> used = new TreeSet<>();

    @BeforeAll
    static void read() throws IOException {
        DefinitionReader reader = DefinitionReader.of("consumer-example");
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            files.sorted().forEach(file -> examples.add(reader.read(new FileSystemResource(file), file.toString())));
        }
        for (String name : List.of(
                "lookup.openapi.yaml",
                "follow.openapi.yaml",
                "events.openapi.yaml",
                "dossier.schema.json",
                "verdicts.schema.json",
                "event.schema.json",
                "passport.schema.json")) {
            Path file = CONTRACTS.resolve(name);
            contracts.put(
                    name,
                    name.endsWith("yaml")
                            ? Json.yaml().readTree(file.toFile())
                            : Json.mapper().readTree(file.toFile()));
        }
        contracts
                .values()
                .forEach(contract -> properties(
                        contract, properties -> properties.fieldNames().forEachRemaining(described::add)));
        for (Definition example : examples) {
            assertThat(example.findings()).isEmpty();
            names(example.content().at("/sends/body"), used);
            names(example.content().at("/reads/body"), used);
        }
        assertThat(used).hasSizeGreaterThan(25);
    }

    private static void names(JsonNode value, Set<String> into) {
        value.properties().forEach(member -> into.add(member.getKey()));
        value.forEach(inner -> names(inner, into));
    }

    /** Each {@code properties} of a schema, wherever it stands. */
    private static void properties(JsonNode node, Consumer<ObjectNode> each) {
        if (node.path(PROPERTIES) instanceof ObjectNode properties) {
            each.accept(properties);
        }
        node.forEach(inner -> properties(inner, each));
    }

    private static List<Breakage> told(Consumer<ObjectNode> change) {
        Map<String, JsonNode> changed = new HashMap<>();
        contracts.forEach((name, contract) -> {
            JsonNode copy = contract.deepCopy();
            properties(copy, change);
            changed.put(name, copy);
        });
        return told(changed);
    }

    private static List<Breakage> told(Map<String, JsonNode> changed) {
        ExampleTrial trial = new ExampleTrial(new ReleasedContracts(changed, "changed"));
        return examples.stream().flatMap(example -> trial.of(example).stream()).toList();
    }

    private static boolean of(String name, Breakage told) {
        return (told.member() + ".").matches("(.*[.])?" + name + "(\\[\\d+])?[.]");
    }

    @Test
    void as_they_are_nothing_is_told() {
        assertThat(told(properties -> {})).isEmpty();
    }

    @Test
    void each_member_that_is_gone_is_told_where_it_is_sent_or_read_and_nowhere_else() {
        for (String name : described) {
            List<Breakage> told = told(properties -> properties.remove(name));
            if (used.contains(name)) {
                assertThat(told)
                        .as("%s is gone", name)
                        .anyMatch(one -> of(name, one)
                                && Set.of(BreakCode.MEMBER_GONE, BreakCode.MEMBER_REFUSED)
                                        .contains(one.code()));
            } else {
                assertThat(told).as("%s is gone, and nobody has it", name).isEmpty();
            }
        }
    }

    @Test
    void each_member_of_another_type_is_told_where_it_is_sent_or_read_and_nowhere_else() {
        for (String name : described) {
            List<Breakage> told = told(properties -> {
                if (properties.has(name)) {
                    properties.set(name, JsonNodeFactory.instance.objectNode().put("type", "null"));
                }
            });
            if (used.contains(name)) {
                assertThat(told)
                        .as("%s has another type", name)
                        .anyMatch(one -> of(name, one) && one.code() == BreakCode.TYPE_CHANGED);
            } else {
                assertThat(told)
                        .as("%s has another type, and nobody has it", name)
                        .isEmpty();
            }
        }
    }

    @Test
    void each_member_that_must_be_there_and_may_be_absent_is_told() {
        for (Definition example : examples) {
            for (JsonNode always : example.content().at("/reads/always")) {
                String path = always.asText();
                String name = path.substring(path.lastIndexOf('.') + 1);
                Map<String, JsonNode> changed = new HashMap<>();
                contracts.forEach((file, contract) -> {
                    JsonNode copy = contract.deepCopy();
                    optional(copy, name);
                    changed.put(file, copy);
                });
                assertThat(told(changed))
                        .as("%s of %s", path, example.file())
                        .anyMatch(one -> one.code() == BreakCode.MAY_BE_ABSENT
                                && of(name, one)
                                && one.at().file().equals(example.file()));
            }
        }
    }

    private static void optional(JsonNode node, String name) {
        if (node.path("required") instanceof ArrayNode required) {
            for (int i = required.size() - 1; i >= 0; i--) {
                if (required.get(i).asText().equals(name)) {
                    required.remove(i);
                }
            }
        }
        node.forEach(inner -> optional(inner, name));
    }
}
