package az.dost.vahid.journeys.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Within a version no contract takes back what it promised, and whoever tries is told what he breaks. */
class PromisedContractsTest {
    private static final String API = ".openapi.yaml";
    private static final Path PROMISED = Path.of("src/gateway/test/resources/promised");
    private static final Map<String, JsonNode> NOW = bundles();
    private static final Map<String, JsonNode> BEFORE = promised();

    private static Map<String, JsonNode> bundles() {
        Map<String, JsonNode> bundles = new TreeMap<>();
        new PublishedContracts().all().forEach((name, file) -> {
            if (name.startsWith("bundled/")) {
                bundles.put(name.substring("bundled/".length()).replace(".openapi.json", ""), tree(name, file.bytes()));
            }
        });
        return bundles;
    }

    private static JsonNode tree(String name, byte[] bytes) {
        try {
            return name.endsWith("yaml")
                    ? Json.yaml().readTree(bytes)
                    : Json.mapper().readTree(bytes);
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    /** The contracts as they were last given out. */
    private static Map<String, JsonNode> promised() {
        Map<String, JsonNode> files = new HashMap<>();
        try (ZipFile zip = new ZipFile(PROMISED.resolve("contracts.zip").toFile())) {
            for (ZipEntry file : Collections.list(zip.entries())) {
                if (!file.isDirectory()) {
                    files.put(
                            file.getName().substring("contracts/".length()),
                            tree(file.getName(), zip.getInputStream(file).readAllBytes()));
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Map<String, JsonNode> promised = new TreeMap<>();
        files.keySet().stream()
                .filter(name -> name.endsWith(API))
                .forEach(name -> promised.put(name.replace(API, ""), BundledContract.of(name, files)));
        return promised;
    }

    @Test
    void no_contract_breaks_what_it_promised() throws IOException {
        assertThat(BEFORE).hasSizeGreaterThan(10);
        Map<String, String> widened = new TreeMap<>();
        tree("widened.yaml", Files.readAllBytes(PROMISED.resolve("widened.yaml")))
                .path("widened")
                .forEach(one -> widened.put(
                        one.path("operation").textValue(), one.path("because").textValue()));
        assertThat(widened.values()).doesNotContain("", null);
        Map<String, String> broken = new TreeMap<>();
        BEFORE.forEach((name, before) -> {
            assertThat(NOW).as("the contract %s is gone", name).containsKey(name);
            Map<String, String> of = Promise.broken(before, NOW.get(name));
            String all = of.remove("all changes");
            of.forEach((operation, what) -> broken.put(operation, what + "\n" + all));
        });
        broken.keySet().removeIf(operation -> widened.remove(operation) != null);
        assertThat(broken).isEmpty();
        assertThat(widened)
                .as("listed as widened, and not seen by the comparison")
                .isEmpty();
    }

    private static ObjectNode request(JsonNode contract) {
        return (ObjectNode) contract.at("/components/schemas/LookupRequest");
    }

    private static ObjectNode progress(JsonNode contract) {
        return (ObjectNode) contract.at("/components/schemas/Progress");
    }

    private static JsonNode form(JsonNode contract, int index) {
        return contract.at(contract.at("/components/schemas/Answer/anyOf/" + index + "/$ref")
                .asText()
                .substring(1));
    }

    private static Arguments change(String what, Consumer<JsonNode> change) {
        return Arguments.of(what, change);
    }

    static Stream<Arguments> breaks() {
        return Stream.of(
                change("a renamed field of an answer", contract -> {
                    ObjectNode properties = (ObjectNode) progress(contract).path("properties");
                    properties.set("finished", properties.remove("done"));
                }),
                change(
                        "a field of an answer with another type",
                        contract -> ((ObjectNode) progress(contract).at("/properties/done")).put("type", "string")),
                change(
                        "an answer's field that need not be there any more",
                        contract -> ((ArrayNode) progress(contract).path("required")).remove(0)),
                change("a renamed field of a request", contract -> {
                    ObjectNode properties = (ObjectNode) request(contract).path("properties");
                    properties.set("deadline", properties.remove("deadlineMs"));
                }),
                change(
                        "a field of a part of a request that is gone",
                        contract ->
                                ((ObjectNode) request(contract).at("/properties/subject/properties")).remove("fin")),
                change("a new required field of a request", contract -> {
                    ((ObjectNode) request(contract).path("properties"))
                            .putObject("reason")
                            .put("type", "string");
                    ((ArrayNode) request(contract).path("required")).add("reason");
                }),
                change(
                        "a field of a request that must be there now",
                        contract -> ((ArrayNode) request(contract).path("required")).add("deadlineMs")),
                change(
                        "a narrowed enum of a request",
                        contract -> ((ArrayNode) request(contract).at("/properties/view/enum")).remove(0)),
                change(
                        "a shorter text of a request",
                        contract -> ((ObjectNode) request(contract).at("/properties/caseRef")).put("maxLength", 3)),
                change(
                        "another pattern of a parameter",
                        contract -> ((ObjectNode) contract.at("/components/parameters/idempotencyKey/schema"))
                                .put("pattern", "^[0-9]+$")),
                change(
                        "a parameter that must be there now",
                        contract -> ((ObjectNode) contract.at("/components/parameters/idempotencyKey"))
                                .put("required", true)),
                change("a renamed field of one of several forms of an answer", contract -> {
                    ObjectNode properties = (ObjectNode) form(contract, 0).path("properties");
                    properties.set("id", properties.remove("dossierId"));
                }),
                change(
                        "an operation that is gone",
                        contract -> ((ObjectNode) contract.path("paths")).remove("/v1/keys")),
                change(
                        "a form of an answer that is gone",
                        contract -> ((ObjectNode) contract.at("/components/responses/Dossier/content"))
                                .remove("application/jose")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaks")
    void a_break_is_told_with_the_operation(String what, Consumer<JsonNode> change) {
        JsonNode changed = NOW.get("lookup").deepCopy();
        change.accept(changed);
        assertThat(changed).as("the case changes something").isNotEqualTo(NOW.get("lookup"));
        assertThat(Promise.broken(NOW.get("lookup"), changed)).as(what).hasSizeGreaterThan(1);
    }

    static Stream<Arguments> additions() {
        return Stream.of(
                change(
                        "a further field of an answer",
                        contract -> ((ObjectNode) progress(contract).path("properties"))
                                .putObject("more")
                                .put("type", "string")),
                change(
                        "a further field of a request that may be left out",
                        contract -> ((ObjectNode) request(contract).path("properties"))
                                .putObject("more")
                                .put("type", "string")),
                change(
                        "a further value in a request's enum",
                        contract -> ((ArrayNode) request(contract).at("/properties/view/enum")).add("COUNTS")),
                change(
                        "a further operation",
                        contract -> ((ObjectNode) contract.path("paths"))
                                .set(
                                        "/v1/keys/again",
                                        contract.at("/paths/~1v1~1keys").deepCopy())),
                change("another title", contract -> ((ObjectNode) contract.path("info")).put("title", "Another")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("additions")
    void what_is_added_is_no_break(String what, Consumer<JsonNode> change) {
        JsonNode changed = NOW.get("lookup").deepCopy();
        change.accept(changed);
        assertThat(changed).as("the case changes something").isNotEqualTo(NOW.get("lookup"));
        assertThat(Promise.broken(NOW.get("lookup"), changed)).as(what).isEmpty();
    }
}
