package az.dost.vahid.kit.diff;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.check.CheckedFolder;
import az.dost.vahid.check.ConnectorCheck;
import az.dost.vahid.check.Kit;
import az.dost.vahid.kit.diff.ContractChange.Effect;
import az.dost.vahid.kit.draft.SampleShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ContractChangesTest {
    private static final ConnectorCheck CHECK = new ConnectorCheck(Kit.reader(), Kit.facts(), List.of());
    private static final String OLD = """
            openapi: 3.1.0
            paths:
              /ask:
                post:
                  requestBody: {content: {application/json: {schema: {properties: {fin: {type: string}}}}}}
                  responses:
                    "200":
                      content:
                        application/json:
                          schema:
                            required: [fin, since, state]
                            properties:
                              fin: {type: string}
                              since: {type: string, format: date}
                              state: {enum: [A, B]}
                              note: {type: string}
            """;

    @TempDir
    private Path folder;

    static Stream<Path> contracts() throws IOException {
        return ConnectorCheck.folders(Path.of("connectors")).stream()
                .flatMap(connector -> Stream.of(
                                "contract.wsdl",
                                "contract.openapi.yaml",
                                "contract.xsd",
                                "contract.schema.json",
                                "layout.yaml")
                        .map(connector::resolve))
                .filter(Files::exists);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void a_contract_does_not_differ_from_itself(Path contract) {
        assertThat(ConnectorDiff.between(CHECK.read(contract.getParent()), contract))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "format: date | format: date-time | BREAKS | /since | was a day and is a time",
                "enum: [A, B] | enum: [A, B, C] | BREAKS | /state | may now also be C",
                "enum: [A, B] | enum: [A] | HARMLESS | /state | is no longer B",
                "enum: [A, B] | type: string | BREAKS | /state | may now be anything",
                "since: { | sinceDay: { | BREAKS | /since | is no longer there",
                "[fin, since, state] | [fin, since] | BREAKS | /state | may now be left out",
                "note: {type: string} | note: {type: array, items: {type: string}} | UNUSED | /note | more than once",
                "/ask: | /asked: | BREAKS | `` | cannot serve the call",
                "{properties: {fin | {required: [why], properties: {why: {type: string}, fin | BREAKS | request.json | why",
            })
    void a_change_is_told_with_its_effect(String from, String to, Effect effect, String field, String words)
            throws IOException {
        assertThat(OLD).contains(from.strip());
        Path changed = Files.writeString(folder.resolve("new.yaml"), OLD.replace(from.strip(), to.strip()));
        assertThat(ConnectorDiff.between(asker(), changed)).anySatisfy(change -> {
            assertThat(change.effect()).isEqualTo(effect);
            assertThat(change.field()).isEqualTo(field == null ? "" : field);
            assertThat(change.message()).contains(words);
        });
    }

    /** Its mapping reads all but the note. */
    private CheckedFolder asker() throws IOException {
        Path asker = Files.createDirectories(folder.resolve("asker/samples/found"))
                .getParent()
                .getParent();
        Files.writeString(asker.resolve("connector.yaml"), """
                id: asker
                authority: {az: A, en: A}
                register: Cards.
                legalBasis: An invented law
                protocol: rest
                endpoint: asker
                facts: [displacedStatus]
                call: {request: request.json, path: /ask}
                auth: {kind: none}
                proof: {kind: tls, answerTo: connection, dated: false}
                mapping: mapping.jslt
                """);
        Files.writeString(asker.resolve("contract.openapi.yaml"), OLD);
        Files.writeString(asker.resolve("request.json"), "{\"fin\": \"{fin}\"}");
        Files.writeString(
                asker.resolve("mapping.jslt"),
                "{\"subject\": .fin, \"facts\": {\"displacedStatus\": {\"cardNumber\": .state, \"displacedFrom\": \"Agdam\", \"registeredOn\": .since}}}");
        Files.writeString(
                asker.resolve("samples/found/reply.json"),
                "{\"fin\": \"5AB1CD2\", \"since\": \"2020-01-01\", \"state\": \"A\", \"note\": \"x\"}");
        Files.writeString(asker.resolve("samples/found/expected.json"), "{}");
        return CHECK.read(asker);
    }

    @Test
    void a_column_that_has_gone_from_a_file_is_told() throws IOException {
        Path before = Files.writeString(folder.resolve("old.csv"), "FIN;KART\n5AB1CD2;K-1\n");
        Path after = Files.writeString(folder.resolve("new.csv"), "FIN;KART_NO\n5AB1CD2;K-1\n");
        assertThat(LeafChanges.between(
                        SampleShape.of(before).leaves(), SampleShape.of(after).leaves(), field -> true))
                .extracting(ContractChange::field)
                .containsExactlyInAnyOrder("/KART", "/KART_NO");
    }
}
