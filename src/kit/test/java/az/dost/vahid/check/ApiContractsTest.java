package az.dost.vahid.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.connector.UnconfirmedGuesses;
import az.dost.vahid.kit.draft.Draft;
import az.dost.vahid.kit.draft.field.DraftException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
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

/**
 * Every version of OpenAPI becomes the same folder, from JSON or YAML 1.2, in one file or several, whatever they are
 * called.
 */
class ApiContractsTest {
    private static final Path CASES = Path.of("src/kit/test/resources/kit/api");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String HEAD =
            "openapi: 3.0.0\npaths:\n  /p:\n    get:\n      parameters: [{name: pin, in: query, required: true, schema: {type: string}}]\n"
                    + "      responses: {'200': {content: {application/json: {schema: ";
    private static final String TAIL = "}}}}\n";

    @TempDir
    private Path desk;

    static Stream<Path> cases() throws IOException {
        try (var folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    private Path drafted(Path folder) throws IOException {
        Path made = desk.resolve("drafted");
        new Draft(
                        "drafted",
                        folder.resolve(Files.readString(folder.resolve("from")).strip()),
                        null,
                        false,
                        Kit.facts())
                .write(made);
        return made;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_descriptor_says_how_the_contract_wants_to_be_called(Path folder) throws IOException {
        assertThat(YAML.readTree(drafted(folder).resolve("connector.yaml").toFile())
                        .path("call"))
                .isEqualTo(YAML.readTree(folder.resolve("call.yaml").toFile()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_mapping_lists_what_an_answer_holds(Path folder) throws IOException {
        List<String> lines = Files.readAllLines(drafted(folder).resolve("mapping.jslt"));
        assertThat(Files.readAllLines(folder.resolve("fields.txt"))).allSatisfy(field -> {
            String[] words = field.split(" ", 2);
            assertThat(lines)
                    .anySatisfy(line -> assertThat(line).contains(words[0]).contains(words.length < 2 ? "" : words[1]));
        });
        assertThat(lines).noneMatch(line -> line.contains(".secret"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void but_for_guesses_and_the_declaration_of_a_citizen_in_an_address_the_folder_passes_its_check(Path folder)
            throws IOException {
        Path made = drafted(folder);
        assertThat(Kit.check().check(List.of(made), List.of(made)).sorted())
                .filteredOn(remark -> remark.severity() == Severity.ERROR && !UnconfirmedGuesses.has(remark.finding()))
                .allSatisfy(remark -> assertThat(remark.toString()).contains("call.finInAddress"))
                .hasSize(Files.readString(folder.resolve("call.yaml")).contains("finInAddress") ? 1 : 0);
    }

    @Test
    void what_the_contract_says_of_a_field_in_a_few_words_proposes_and_proves_nothing() throws IOException {
        Path contract = Files.writeString(
                desk.resolve("api.yaml"),
                HEAD
                        + "{properties: {pin: {type: string}, f1: {type: string, description: Surname}, f2: {type: string, title: Given name},"
                        + " f3: {type: string, description: The surname of whoever wrote the record into the register}}}"
                        + TAIL);
        Path made = desk.resolve("drafted");
        new Draft("drafted", contract, null, false, Kit.facts()).write(made);
        assertThat(made.resolve("mapping.jslt"))
                .content()
                .containsPattern("f1 +identity.surname \\(guessed\\)")
                .containsPattern("f2 +identity.givenName \\(guessed\\)")
                .containsPattern("f3 +\\?");
        assertThat(made.resolve("mapping.jslt")).content().doesNotContain("\"surname\":");
    }

    @Test
    void files_that_a_contract_refers_to_come_along() throws IOException {
        Path made = drafted(CASES.resolve("several-files"));
        assertThat(made.resolve("contract.openapi.yaml")).exists();
        assertThat(made.resolve("api.yaml"))
                .as("another file refers to it by its own name")
                .exists();
        assertThat(made.resolve("parts/people.yaml")).exists();
        assertThat(made.resolve("parts/a person.json")).exists();
    }

    @Test
    void the_contracts_address_stands_where_it_is_wanted() throws IOException {
        assertThat(Files.readString(drafted(CASES.resolve("openapi-3.0")).resolve("connector.yaml")))
                .contains("# The contract's addresses, below which the path is: https://north.example.org/v1\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{$ref: '#/nowhere'} | refers to #/nowhere, which is not in it",
                "{$ref: away.yaml#/a} | api.yaml:6 refers to away.yaml, which is not there",
                "{$ref: ../../up.yaml} | api.yaml:6 refers to ../../up.yaml, which is outside the contract's folder",
                "{$ref: 'https://example.org/x.yaml#/a'} | on the network: put a copy beside it",
                "{type: object, required: [me], properties: {me: {$ref: '#/paths/~1p/get/responses/200/content/application~1json/schema'}}} | contains itself, and must",
                "{$ref: '#/paths/~1p/get/responses/200/content/application~1json/schema'} | which leads from one reference to the next",
                "{type: object, properties: {a: [} | is not YAML",
            })
    void a_contract_that_cannot_be_used_is_refused_with_the_place(String schema, String told) throws IOException {
        Path contract = Files.writeString(desk.resolve("api.yaml"), HEAD + schema + TAIL);
        assertThatThrownBy(() -> new Draft("refused", contract, null, false, Kit.facts()))
                .isInstanceOf(DraftException.class)
                .message()
                .contains(told);
    }

    @Test
    void all_missing_files_are_named_at_once() throws IOException {
        Path contract = Files.writeString(
                desk.resolve("api.yaml"), HEAD + "{allOf: [{$ref: one.yaml}, {$ref: two.json#/x}]}" + TAIL);
        assertThatThrownBy(() -> new Draft("refused", contract, null, false, Kit.facts()))
                .hasMessageContainingAll("one.yaml, which is not there", "two.json, which is not there");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{allOf: [{$ref: '#/paths/~1p/get/responses/200/content/application~1json/schema'}], type: object, properties: {pin: {type: string}}}",
                "{oneOf: [{$ref: '#/paths/~1p/get/responses/200/content/application~1json/schema'}, {type: string}], type: object, properties: {pin: {type: string}}}",
                "{type: object, properties: {pin: {type: string}, them: {type: array, items: {$ref: '#/paths/~1p/get/responses/200/content/application~1json/schema'}}}}"
            })
    void a_schema_within_itself_ends(String schema) throws IOException {
        Path contract = Files.writeString(desk.resolve("api.yaml"), HEAD + schema + TAIL);
        new Draft("drafted", contract, null, false, Kit.facts()).write(desk.resolve("drafted"));
        assertThat(Files.readString(desk.resolve("drafted/mapping.jslt"))).contains(".pin");
    }

    @Test
    void what_is_posted_to_an_address_with_parameters_is_not_taken_for_a_question() throws IOException {
        Path contract = Files.writeString(
                desk.resolve("api.yaml"),
                HEAD.replace("/p:\n    get:", "/p/{pin}:\n    post:") + "{type: object}" + TAIL);
        assertThatThrownBy(() -> new Draft("refused", contract, null, false, Kit.facts()))
                .isInstanceOf(DraftException.class)
                .hasMessageContaining("no question about a person")
                .hasMessageContaining("POST /p/{pin}");
    }
}
