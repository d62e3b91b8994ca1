package az.dost.vahid.rights;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.faces.OutsideTool;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The second evaluator, {@code src/rights/test/second}: the FEEL of others, and a reading in another language. */
public final class SecondEngine {
    private static final Path SECOND = Path.of("src/rights/test/second").toAbsolutePath();
    private final Path folder;
    private final ObjectMapper json = Json.mapper();

    /** @param folder for its questions and answers */
    public SecondEngine(Path folder) {
        this.folder = folder;
    }

    /** Files of rights, as they stand in a folder. */
    public static List<JsonNode> rights(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(RightCase::yaml)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> answers(List<JsonNode> rights, ArrayNode questions) throws IOException, InterruptedException {
        ObjectNode asked = asked(rights);
        asked.set("questions", questions);
        return run(asked);
    }

    /**
     * What both sets of rules say of each person.
     *
     * @param people day and dossier of each; service and papers of the dossiers are those of a lookup for these facts
     * @param fields that the dossiers were asked, by fact
     */
    public List<JsonNode> simulated(
            List<JsonNode> rights, List<JsonNode> proposed, ArrayNode people, Map<String, Set<String>> fields)
            throws IOException, InterruptedException {
        ObjectNode asked = asked(rights);
        proposed.forEach(asked.putArray("proposed")::add);
        ObjectNode service = asked.withObject("/asked").putObject("simulated");
        fields.forEach((fact, of) -> of.forEach(service.putArray(fact)::add));
        people.forEach(person -> {
            ObjectNode dossier = (ObjectNode) person.path("dossier");
            dossier.put("service", "simulated");
            ArrayNode papers = dossier.putArray("documents");
            fields.keySet().forEach(fact -> papers.addObject().put("fact", fact));
        });
        asked.set("people", people);
        return run(asked);
    }

    private ObjectNode asked(List<JsonNode> rights) throws IOException {
        ObjectNode asked = json.createObjectNode();
        asked.set("schema", json.readTree(Files.readString(Path.of("contracts/dossier.schema.json"))));
        rights.forEach(asked.putArray("rights")::add);
        ObjectNode absence = asked.putObject("absence");
        try (Stream<Path> connectors = Files.list(Path.of("connectors"))) {
            connectors.forEach(connector -> {
                JsonNode descriptor = RightCase.yaml(connector.resolve("connector.yaml"));
                absence.put(
                        descriptor.path("id").asText(),
                        descriptor.path("absence").asText("inconclusive"));
            });
        }
        ObjectNode services = asked.putObject("asked");
        for (JsonNode service : rights(Path.of("contracts/services"))) {
            ObjectNode facts = services.putObject(service.path("code").asText());
            service.path("facts").forEach(fact -> {
                ArrayNode fields =
                        facts.putArray(fact.isObject() ? fact.path("fact").asText() : fact.asText());
                fact.path("fields").forEach(fields::add);
            });
        }
        return asked;
    }

    private List<JsonNode> run(ObjectNode asked) throws IOException, InterruptedException {
        OutsideTool node = new OutsideTool("node", folder);
        OutsideTool.needed(
                Files.isDirectory(SECOND.resolve("node_modules/@bpmn-io/feelin")),
                "feelin is not installed (npm ci --prefix src/rights/test/second)");
        node.file("questions.json", json.writeValueAsBytes(asked));
        assertThat(node.accepts(SECOND.resolve("evaluate.mjs").toString(), SECOND.toString()))
                .as(node.output())
                .isTrue();
        return Json.list(json.readTree(Files.readString(folder.resolve("answers.json"))), answer -> answer);
    }
}
