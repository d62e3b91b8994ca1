package az.dost.vahid.kit.draft;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.check.ConnectorCheck;
import az.dost.vahid.check.Kit;
import az.dost.vahid.check.Remark;
import az.dost.vahid.check.Severity;
import az.dost.vahid.connector.UnconfirmedGuesses;
import az.dost.vahid.json.Json;
import az.dost.vahid.normalise.Mapping;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The documents of a draft are what the contract allows; where none can be, the check says which line and why. */
class AllowedDraftTest {
    private static final String API = """
            openapi: 3.1.0
            info: {title: Register, version: '1'}
            servers: [{url: 'https://register.example/api'}]
            paths:
              /persons:
                post:
                  requestBody: {required: true, content: {application/json: {schema: ASKED}}}
                  responses:
                    '200': {description: found, content: {application/json: {schema: ANSWERED}}}
            components:
              schemas:
                Person: {type: object, additionalProperties: false, required: [fin], properties: {fin: {type: string}, surname: {type: string}}}
                Company: {type: object, additionalProperties: false, required: [fin, name], properties: {fin: {type: string}, name: {type: string}}}
            """;
    private static final String ASKED = "{type: object, required: [fin], properties: {fin: {type: string}}}";

    @TempDir
    private Path desk;

    private Path folder() {
        return desk.resolve("connectors/drafted");
    }

    private Draft draft(String asked, String answered) throws IOException {
        Path contract = Files.writeString(
                desk.resolve("contract.yaml"), API.replace("ASKED", asked).replace("ANSWERED", answered));
        Draft draft = new Draft("drafted", contract, null, false, Kit.facts());
        draft.write(folder());
        return draft;
    }

    private List<Remark> remarks(Severity severity) throws IOException {
        return Kit.check()
                .check(ConnectorCheck.folders(desk.resolve("connectors")), List.of(folder()))
                .sorted()
                .stream()
                .filter(remark -> remark.severity() == severity)
                .toList();
    }

    private List<String> errors() throws IOException {
        return remarks(Severity.ERROR).stream()
                .filter(remark -> !UnconfirmedGuesses.has(remark.finding()))
                .map(Remark::toString)
                // Whom an answer is about a person decides.
                .filter(error -> !error.contains("gives no FIN as subject"))
                .toList();
    }

    private JsonNode json(String file) throws IOException {
        return Json.mapper().readTree(folder().resolve(file).toFile());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a whole number is a number, too | {oneOf: [{type: integer}, {type: number}]}",
                "the last of three alternatives is no other one | {oneOf: [{type: object, required: [b], properties: {b: {type: integer}, c: {type: integer}}}, {type: object, required: [b, c], properties: {b: {type: integer}, c: {type: integer}}}, {type: object, required: [d], properties: {d: {type: string}}}]}",
                "two alternatives, one within the other | {type: object, properties: {x: {oneOf: [{type: integer}, {type: number}]}, y: {oneOf: [{type: integer}, {type: number}]}}}",
                "a language with a region | {type: string, pattern: '^[a-z]{2,3}(?:-[A-Z]{2})?$'}",
                "a pattern with anchors in its group | {type: string, pattern: '(^[A-Z]{3}-[0-9]+$)'}",
                "an example that breaks its pattern | {type: string, pattern: '^[0-9]{4}$', example: unknown}",
                "an example that is too long | {type: string, maxLength: 3, example: unknown}",
                "an example that is a pattern itself | {type: string, example: '^[a-z]{2}-[A-Z]{2}$'}",
                "a number beyond the usual one | {type: integer, minimum: 100, multipleOf: 25}",
                "a number below the usual one | {type: number, exclusiveMaximum: 5}",
                "an example out of its bounds | {type: integer, maximum: 9, example: 12}",
            })
    void what_an_answer_holds_is_what_the_contract_allows(String what, String schema) throws IOException {
        draft(ASKED, "{type: object, required: [fin, it], properties: {fin: {type: string}, it: " + schema + "}}");
        assertThat(errors()).isEmpty();
        assertThat(remarks(Severity.WARNING))
                .noneMatch(remark -> remark.toString().contains("reply.json"));
        assertThat(json("samples/found/reply.json").path("it").asText()).doesNotContain("^");
    }

    @Test
    void a_question_keeps_to_its_alternatives_too() throws IOException {
        draft(
                "{type: object, required: [fin, level], properties: {fin: {type: string}, level: {oneOf: [{type: integer}, {type: number}]}}}",
                ASKED);
        assertThat(errors()).isEmpty();
        assertThat(json("request.json").path("level").isIntegralNumber()).isFalse();
    }

    @Test
    void an_answer_that_is_a_list_itself_is_read_as_one() throws IOException {
        Draft draft = draft(ASKED, "{type: array, items: {$ref: '#/components/schemas/Person'}}");
        assertThat(errors()).isEmpty();
        JsonNode reply = json("samples/found/reply.json");
        assertThat(reply.isArray()).isTrue();
        assertThat(reply.path(0).has("surname")).isTrue();
        assertThat(folder().resolve("mapping.jslt")).content().contains(".[].fin", "list(.)[0].fin");
        JsonNode mapped = Mapping.compile(Files.readString(folder().resolve("mapping.jslt")))
                .apply(Json.mapper().readTree("[{\"fin\": \"7QK2M9P\"}]"));
        assertThat(mapped.path("subject").asText()).isEqualTo("7QK2M9P");
        assertThat(draft.guesses()).anyMatch(guess -> guess.place().equals("reply/[]/fin") && !guess.known());
    }

    @Test
    void a_list_of_records_becomes_a_list_of_facts() throws IOException {
        draft(
                ASKED,
                "{type: array, items: {type: object, required: [fin, plate], properties: {fin: {type: string}, plate: {type: string}, make: {type: string}}}}");
        assertThat(errors()).isEmpty();
    }

    @Test
    void a_question_that_is_a_list_itself_asks_about_one() throws IOException {
        draft("{type: array, items: " + ASKED + "}", ASKED);
        assertThat(json("request.json").toString()).isEqualTo("[{\"fin\":\"{fin}\"}]");
        assertThat(errors()).isEmpty();
        Path descriptor = folder().resolve("connector.yaml");
        Files.writeString(descriptor, Files.readString(descriptor).replace("guessed:", "confirmed:"));
        assertThat(errors()).isEmpty();
    }

    @Test
    void an_answer_that_two_alternatives_fit_is_told_with_its_line_and_is_no_error() throws IOException {
        draft(
                ASKED,
                "{type: object, properties: {fin: {type: string}, it: {oneOf: [{type: string}, {type: string, description: or so}]}}}");
        assertThat(errors()).isEmpty();
        assertThat(remarks(Severity.WARNING))
                .anyMatch(remark -> remark.toString().matches("(?s).*reply[.]json:[0-9]+.*/it.*one and only one.*"));
    }
}
