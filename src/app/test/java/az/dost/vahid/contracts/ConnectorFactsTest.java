package az.dost.vahid.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Connectors give the facts that the dossier promises, in the form that it promises. */
class ConnectorFactsTest {
    private static final Path CONNECTORS = Path.of("connectors");
    private static final Schema FACTS = facts();

    static List<Path> connectors() throws IOException {
        return files("connector.yaml");
    }

    static List<Path> expectations() throws IOException {
        return files("expected.json");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("connectors")
    void giveAndConfirmWhatTheDossierSaysOfThem(Path file) {
        JsonNode connector = Contracts.read(file);
        String agency = connector.path("id").asText();
        List<String> given = Contracts.factNames().stream()
                .filter(fact -> Contracts.texts(Contracts.definition(fact).path("x-sources"))
                        .contains(agency))
                .toList();
        List<String> confirmed = Contracts.factNames().stream()
                .filter(fact -> Contracts.definition(fact).path("x-confirmedBy").has(agency))
                .toList();
        // An agency that the schema does not know yet may join without a new contract, with facts that it does know.
        assertThat(Contracts.factNames()).containsAll(Contracts.texts(connector.path("facts")));
        if (!given.isEmpty()) {
            assertThat(Contracts.texts(connector.path("facts"))).containsExactlyInAnyOrderElementsOf(given);
            assertThat(Contracts.texts(connector.path("confirms"))).containsExactlyInAnyOrderElementsOf(confirmed);
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("expectations")
    void expectFactsThatFitTheirDefinitions(Path file) {
        JsonNode facts = Contracts.read(file).path("facts");
        if (!facts.isMissingNode()) {
            assertThat(FACTS.validate(facts)).isEmpty();
        }
    }

    private static Schema facts() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("additionalProperties", false);
        schema.set("$defs", Contracts.read("dossier.schema.json").path("$defs"));
        ObjectNode properties = schema.putObject("properties");
        Contracts.factNames().forEach(fact -> properties.putObject(fact).put("$ref", "#/$defs/" + fact));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
    }

    /** None while no connector is there. */
    private static List<Path> files(String name) throws IOException {
        if (!Files.isDirectory(CONNECTORS)) {
            return List.of();
        }
        try (var files = Files.walk(CONNECTORS)) {
            return files.filter(file -> file.endsWith(name)).sorted().toList();
        }
    }
}
