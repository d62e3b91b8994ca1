package az.dost.vahid.kit.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.check.CheckedFolder;
import az.dost.vahid.check.ConnectorCheck;
import az.dost.vahid.check.Kit;
import az.dost.vahid.kit.diff.ContractChange.Effect;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every case of {@code kit/diff.yaml}: what touches what the connector sends or reads breaks it, and nothing else does.
 */
class ConnectorDiffTest {
    private static final ConnectorCheck CHECK = new ConnectorCheck(Kit.reader(), Kit.facts(), List.of());

    @TempDir
    private Path folder;

    static Stream<Named<JsonNode>> cases() throws IOException {
        JsonNode cases = new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("src/kit/test/resources/kit/diff.yaml").toFile());
        return StreamSupport.stream(cases.spliterator(), false)
                .map(one -> Named.of(
                        one.path("connector").asText() + ": " + one.path("case").asText(), one));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_change_is_told_by_what_the_connector_sends_and_reads(JsonNode one) throws IOException {
        CheckedFolder connector =
                CHECK.read(Path.of("connectors").resolve(one.path("connector").asText()));
        String contract =
                Files.readString(connector.path().resolve(one.path("contract").asText()));
        for (var edit : one.path("edits").properties()) {
            assertThat(contract).contains(edit.getKey());
            contract = contract.replace(edit.getKey(), edit.getValue().asText());
        }
        Path changed = Files.writeString(folder.resolve(one.path("contract").asText()), contract);
        List<ContractChange> changes = ConnectorDiff.between(connector, changed);
        told(changes, Effect.BREAKS, one.path("breaks"));
        assertThat(of(changes, Effect.BREAKS)).as("breaks nothing else").hasSameSizeAs(one.path("breaks"));
        told(changes, Effect.UNUSED, one.path("unused"));
        told(changes, Effect.HARMLESS, one.path("harmless"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "civil-status | new.wsdl | <!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
                "civil-status | new.wsdl | {}",
                "civil-status | new.wsdl | <definitions xmlns='http://www.w3.org/ns/wsdl'/>",
                "defence | new.xsd | <schema",
                "agriculture | new.yaml | {",
                "agriculture | new.yaml | <a/>",
                "local-executive | new.json | []",
                "state-insurance | layout.yaml | [",
                "state-insurance | layout.yaml | a: 1",
            })
    void what_is_no_contract_is_a_failure_and_breaks_nothing(String id, String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        assertThatThrownBy(() ->
                        ConnectorDiff.between(CHECK.read(Path.of("connectors").resolve(id)), file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(name)
                .hasMessageNotContaining("\n");
    }

    private static List<String> of(List<ContractChange> changes, Effect effect) {
        return changes.stream()
                .filter(change -> change.effect() == effect)
                .map(ContractChange::toString)
                .toList();
    }

    private static void told(List<ContractChange> changes, Effect effect, JsonNode expected) {
        expected.forEach(words -> assertThat(of(changes, effect))
                .anySatisfy(line -> assertThat(line).contains(words.asText())));
    }
}
