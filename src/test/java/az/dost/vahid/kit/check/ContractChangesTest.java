package az.dost.vahid.kit.check;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.kit.draft.Change;
import az.dost.vahid.kit.draft.ContractChanges;
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
        return ConnectorCheck.folders(Path.of("connectors")).stream().flatMap(connector -> Stream.of("contract.wsdl", "contract.openapi.yaml")
                .map(connector::resolve)).filter(Files::exists);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void a_contract_does_not_differ_from_itself(Path contract) {
        assertThat(ContractChanges.between(contract, contract, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "format: date | format: date-time | BREAKS_WHERE_USED | /since | was a DAY and is a TIME",
        "enum: [A, B] | enum: [A, B, C] | BREAKS_WHERE_USED | /state | may now also be C",
        "enum: [A, B] | enum: [A] | HARMLESS | /state | is no longer B",
        "since: { | sinceDay: { | BREAKS_WHERE_USED | /since | is no longer there",
        "[fin, since, state] | [fin, since] | BREAKS_WHERE_USED | /state | may now be left out",
        "note: {type: string} | note: {type: array, items: {type: string}} | BREAKS_WHERE_USED | /note | more than once",
        "/ask: | /asked: | BREAKS | `` | cannot serve the call",
        "{properties: {fin | {required: [why], properties: {why: {type: string}, fin | BREAKS | `` | the request needs /why",
    })
    void a_change_is_told_with_its_effect(String from, String to, Change.Effect effect, String field, String words) throws IOException {
        assertThat(OLD).contains(from.strip());
        List<Change> changes = ContractChanges.between(file("old", OLD), file("new", OLD.replace(from.strip(), to.strip())), "/ask");
        assertThat(changes).anySatisfy(change -> {
            assertThat(change.effect()).isEqualTo(effect);
            assertThat(change.field()).isEqualTo(field == null ? "" : field);
            assertThat(change.message()).contains(words);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{id} | {number} | 0 | ``",
        "/people/{id}: | /persons/{id}: | 1 | cannot serve the call",
        "get: | post: | 1 | cannot serve the call",
        "name: view, in: query | name: view, in: query, required: true | 1 | the request needs /view",
        "name: view, in: query | name: sight, in: query | 0 | ``"})
    void a_question_in_an_address_breaks_where_it_can_no_longer_be_asked(String from, String to, int breaking, String words) throws IOException {
        String old = """
                openapi: 3.0.3
                paths:
                  /people/{id}:
                    get:
                      parameters:
                        - {name: id, in: path, required: true, schema: {type: string}}
                        - {name: view, in: query, schema: {type: string}}
                      responses: {"200": {content: {application/json: {schema: {properties: {pin: {type: string}}}}}}}
                """;
        String changed = from.equals("{id}") ? old.replace("{id}", "{number}").replace("name: id", "name: number") : old.replace(from, to);
        List<Change> changes = ContractChanges.between(file("old", old), file("new", changed), "GET /people/{fin}").stream().filter(change -> change.effect() == Change.Effect.BREAKS).toList();
        assertThat(changes).hasSize(breaking).allSatisfy(change -> assertThat(change.message()).contains(words));
    }

    @Test
    void a_column_that_has_gone_from_a_file_is_told() throws IOException {
        Path before = Files.writeString(folder.resolve("old.csv"), "FIN;KART\n5AB1CD2;K-1\n");
        Path after = Files.writeString(folder.resolve("new.csv"), "FIN;KART_NO\n5AB1CD2;K-1\n");
        assertThat(ContractChanges.between(before, after, null)).extracting(Change::field).containsExactlyInAnyOrder("/KART", "/KART_NO");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name + ".yaml"), text);
    }
}
