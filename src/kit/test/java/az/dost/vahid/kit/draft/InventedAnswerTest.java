package az.dost.vahid.kit.draft;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.check.ConnectorCheck;
import az.dost.vahid.check.Kit;
import az.dost.vahid.check.Severity;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample that a draft invents is the contract's: it does not say yes to whatever was guessed. */
class InventedAnswerTest {
    private static final String API = """
            openapi: 3.1.0
            paths:
              /ask:
                post:
                  requestBody: {content: {application/json: {schema: {properties: {%1$s}}}}}
                  responses:
                    "200": {content: {application/json: {schema: {properties: {%1$s, note: {type: string}, remark: {type: string}}}}}}
            """;

    @TempDir
    private Path connectors;

    private Draft draft(String fields) throws IOException {
        Path contract = Files.writeString(connectors.resolve("contract.yaml"), API.formatted(fields));
        Draft draft = new Draft("drafted", contract, null, false, Kit.facts());
        draft.write(connectors.resolve("drafted"));
        return draft;
    }

    private JsonNode sample(String file) throws IOException {
        return Json.mapper()
                .readTree(connectors
                        .resolve("drafted/samples/found")
                        .resolve(file)
                        .toFile());
    }

    private List<String> errors() throws IOException {
        Path folder = connectors.resolve("drafted");
        return Kit.check().check(ConnectorCheck.folders(connectors), List.of(folder)).sorted().stream()
                .filter(remark -> remark.severity() == Severity.ERROR)
                .map(Object::toString)
                .toList();
    }

    @Test
    void a_place_that_was_only_guessed_to_be_the_citizens_gets_no_fin_and_confirming_the_guess_is_not_enough()
            throws IOException {
        assertThat(draft("ownerCode: {type: string}, holder: {type: string}").guesses())
                .anyMatch(guess -> guess.is().equals("subject") && !guess.known());
        assertThat(sample("reply.json").toString()).doesNotContain("5AB1CD2");
        assertThat(errors()).anyMatch(error -> error.contains("guessed that reply/ownerCode is subject"));
        Path descriptor = connectors.resolve("drafted/connector.yaml");
        Files.writeString(descriptor, Files.readString(descriptor).replace("guessed:", "confirmed:"));
        assertThat(errors())
                .noneMatch(error -> error.contains("guessed that"))
                .anyMatch(error -> error.contains("gives no FIN as subject"));
    }

    @Test
    void lists_within_lists_of_a_sample_stay_such() throws IOException {
        Path reply = Files.writeString(
                connectors.resolve("reply.json"),
                "{\"fin\": \"7QK2M9P\", \"rooms\": [[{\"storey\": 3}, {\"storey\": 4}], []]}");
        new Draft("drafted", reply, null, false, Kit.facts()).write(connectors.resolve("drafted"));
        assertThat(sample("reply.json").at("/rooms/0/0/storey").isNumber()).isTrue();
    }

    @Test
    void a_place_that_is_known_gets_one() throws IOException {
        draft("fin: {type: string}");
        assertThat(sample("reply.json").path("fin").asText()).isEqualTo("5AB1CD2");
        assertThat(errors()).isEmpty();
    }

    @Test
    void where_the_contract_says_how_a_number_is_written_the_sample_does_not_contradict_it() throws IOException {
        draft("isikukood: {type: string, pattern: '^[1-8][0-9]{10}$'}");
        assertThat(sample("reply.json").path("isikukood").asText()).matches("[1-8][0-9]{10}");
    }

    @Test
    void places_that_may_all_take_a_fin_do_not_take_the_same() throws IOException {
        draft(
                "fin: {type: string, pattern: '^[0-9A-HJ-NP-Z]{7}$'}, spouse: {type: string, pattern: '^[0-9A-HJ-NP-Z]{7}$'}");
        assertThat(sample("reply.json").path("fin").asText())
                .isEqualTo(sample("expected.json").path("subject").asText())
                .isNotEqualTo(sample("reply.json").path("spouse").asText());
    }

    @Test
    void no_two_texts_that_may_be_anything_are_the_same() throws IOException {
        draft("fin: {type: string}, firstName: {type: string}, lastName: {type: string}");
        JsonNode reply = sample("reply.json");
        TreeSet<String> values = new TreeSet<>();
        reply.forEach(value -> values.add(value.asText()));
        assertThat(values).hasSize(reply.size());
        assertThat(sample("expected.json").at("/facts/identity/surname").asText())
                .isEqualTo(reply.path("lastName").asText());
    }

    @Test
    void an_officials_number_is_not_taken_for_the_citizens() throws IOException {
        Draft both = draft(
                "official: {type: object, properties: {personalCode: {type: string}}}, person: {type: object, properties: {id: {type: string}}}");
        assertThat(both.guesses())
                .filteredOn(guess -> guess.is().equals("fin"))
                .singleElement()
                .satisfies(guess -> {
                    assertThat(guess.place()).isEqualTo("request/person/id");
                    assertThat(guess.known()).isFalse();
                });
    }

    @Test
    void an_officials_number_alone_is_a_guess() throws IOException {
        assertThat(draft("official: {type: object, properties: {personalCode: {type: string}}}")
                        .guesses())
                .filteredOn(guess -> guess.is().equals("fin"))
                .singleElement()
                .satisfies(guess -> assertThat(guess.known()).isFalse())
                .satisfies(guess ->
                        assertThat(guess.why()).contains("'official' (English) it may be about somebody else"));
    }

    @Test
    void a_spouses_number_beside_the_citizens_is_no_doubt() throws IOException {
        assertThat(draft(
                                "spouse: {type: object, properties: {personalCode: {type: string}}}, personalCode: {type: string}")
                        .guesses())
                .filteredOn(guess -> guess.is().equals("subject"))
                .singleElement()
                .satisfies(guess -> assertThat(guess.place()).isEqualTo("reply/personalCode"))
                .satisfies(guess -> assertThat(guess.known()).isTrue());
    }
}
