package az.dost.vahid.fact;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.check.fact.FactSchemas;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.springframework.core.io.FileSystemResource;

/**
 * The compiled check beside a validator of JSON Schema, on the facts of every sample of every connector, whole and
 * spoilt.
 */
class FactCheckPropertiesTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final FactCheck CHECK = FactCheck.ofContract();
    private static final FactSchemas SCHEMAS = new FactSchemas(new FileSystemResource("contracts/dossier.schema.json"));
    private static final List<ObjectNode> SAMPLES = samples();

    private static List<ObjectNode> samples() {
        ObjectMapper json = new ObjectMapper();
        List<ObjectNode> samples = new ArrayList<>();
        try (var files = Files.walk(Path.of("connectors"))) {
            for (Path file :
                    files.filter(one -> one.endsWith("expected.json")).sorted().toList()) {
                if (json.readTree(file.toFile()).get("facts") instanceof ObjectNode facts && !facts.isEmpty()) {
                    samples.add(facts);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return samples;
    }

    @Provide
    Arbitrary<ObjectNode> facts() {
        return Arbitraries.of(SAMPLES);
    }

    @Property(tries = 200)
    void valid_facts_are_never_touched(@ForAll("facts") ObjectNode facts) {
        CheckedFacts checked = CHECK.check(facts);
        assertThat(checked.unmappable()).isEmpty();
        assertThat(checked.facts()).isSameAs(facts);
    }

    @Property(tries = 4000)
    void checked_facts_always_fit_the_contract_and_every_loss_is_told(
            @ForAll("facts") ObjectNode facts, @ForAll long seed) {
        ObjectNode spoilt = facts.deepCopy();
        Random random = new Random(seed);
        for (int i = random.nextInt(3); i >= 0; i--) {
            spoil(spoilt, random);
        }
        CheckedFacts checked = CHECK.check(spoilt);
        assertThat(SCHEMAS.misfits(checked.facts())).isEmpty();
        if (!SCHEMAS.misfits(spoilt).isEmpty()) {
            assertThat(checked.facts()).isNotEqualTo(spoilt);
        }
        if (checked.unmappable().isEmpty()) {
            assertThat(withoutNothing(checked.facts().deepCopy()))
                    .as("nothing was lost")
                    .isEqualTo(withoutNothing(spoilt));
        }
        assertThat(checked.unmappable())
                .allSatisfy(part -> assertThat(part.path()).startsWith("/" + part.fact()));
        assertThat(CHECK.check(checked.facts()).unmappable())
                .as("what was believed is believed again")
                .isEmpty();
    }

    private static JsonNode withoutNothing(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.forEach(FactCheckPropertiesTest::withoutNothing);
            object.removeIf(value -> value.isNull() || value.isContainerNode() && value.isEmpty());
            // A text is believed as it looks.
            object.properties().stream()
                    .filter(member -> member.getValue().isTextual())
                    .forEach(member -> member.setValue(
                            TextNode.valueOf(PlainText.of(member.getValue().textValue()))));
        } else {
            node.forEach(FactCheckPropertiesTest::withoutNothing);
        }
        return node;
    }

    /** Changes one place anywhere below. */
    private static void spoil(JsonNode node, Random random) {
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            if (object.get(name).isContainerNode() && random.nextInt(4) > 0) {
                spoil(object.get(name), random);
            } else if (random.nextInt(5) == 0) {
                object.remove(name);
            } else if (random.nextInt(8) == 0) {
                object.set("stranger", strange(random));
            } else {
                object.set(name, strange(object.get(name), random));
            }
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            int at = random.nextInt(array.size());
            if (array.get(at).isContainerNode() && random.nextInt(4) > 0) {
                spoil(array.get(at), random);
            } else {
                array.set(at, strange(array.get(at), random));
            }
        }
    }

    private static JsonNode strange(JsonNode value, Random random) {
        if (value.isTextual() && !value.textValue().isEmpty() && random.nextInt(3) > 0) {
            StringBuilder text = new StringBuilder(value.textValue());
            int at = random.nextInt(text.length());
            return switch (random.nextInt(4)) {
                case 0 -> NODES.textNode(text.deleteCharAt(at).toString());
                case 1 ->
                    NODES.textNode(
                            text.insert(at, (char) random.nextInt(0x10000)).toString());
                case 2 -> NODES.textNode(text.insert(at, random.nextInt(10)).toString());
                default -> NODES.textNode(text.toString().repeat(100));
            };
        }
        return strange(random);
    }

    private static JsonNode strange(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(random.nextInt());
            case 2 -> NODES.numberNode(random.nextDouble() * 100);
            case 3 -> NODES.numberNode(-1L);
            case 4 -> NODES.textNode("");
            case 5 -> NODES.textNode("2031-02-30");
            case 6 -> NODES.textNode("-8880.00");
            case 7 -> NODES.booleanNode(random.nextBoolean());
            case 8 -> NODES.arrayNode().add(random.nextInt(10));
            case 9 -> NODES.arrayNode();
            case 10 -> NODES.objectNode().put("fin", "İI 0O");
            default -> NODES.objectNode();
        };
    }
}
