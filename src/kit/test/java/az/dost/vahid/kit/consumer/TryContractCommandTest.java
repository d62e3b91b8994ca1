package az.dost.vahid.kit.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What is told of each example below {@code kit/consumer}: its first lines say it, and nothing else is. */
class TryContractCommandTest {
    private static final Path CASES = Path.of("src/kit/test/resources/kit/consumer");
    private static final String CONSUMER = "--consumer";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("try"));
        all.addAll(List.of(arguments));
        return new CommandLine(new ContractCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .setExecutionExceptionHandler((thrown, command, parsed) -> {
                    command.getErr().println(thrown.getMessage());
                    return 1;
                })
                .execute(all.toArray(String[]::new));
    }

    static Stream<Path> cases() throws IOException {
        return Files.list(CASES).sorted();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void each_case_is_told_by_line_code_and_member(Path example) throws IOException {
        Files.copy(example, folder.resolve(example.getFileName()));
        int code = run(CONSUMER, folder.toString(), "--json");
        JsonNode report = Json.mapper().readTree(out.toString());
        Set<String> found = new TreeSet<>();
        for (JsonNode finding : report.path("findings")) {
            String member = finding.path("member").asText();
            found.add(Stream.of(
                            finding.path("line").asText(),
                            finding.path("code").asText(),
                            member.isEmpty() ? "-" : member,
                            finding.path("suggestion").asText(""))
                    .filter(word -> !word.isEmpty() && !word.equals("null"))
                    .collect(Collectors.joining(" ")));
            assertThat(finding.path("message").asText()).isNotBlank();
            assertThat(finding.path("fix").asText()).endsWith(".");
            assertThat(finding.path("file").asText())
                    .endsWith(example.getFileName().toString());
        }
        Set<String> expected = Files.readAllLines(example).stream()
                .filter(line -> line.startsWith("# "))
                .map(line -> line.substring(2))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found).as(out.toString()).isEqualTo(expected);
        assertThat(code)
                .isEqualTo(
                        expected.isEmpty()
                                ? 0
                                : expected.stream().anyMatch(line -> line.contains("EXAMPLE_INVALID")) ? 1 : 3);
    }

    @Test
    void the_sample_of_the_documents_fits_these_contracts_and_the_files_of_them() {
        assertThat(run(CONSUMER, "src/docs/clients/consumer"))
                .as(out.toString())
                .isZero();
        assertThat(run(CONSUMER, "src/docs/clients/consumer", "--contracts", "contracts"))
                .as(out.toString())
                .isZero();
        assertThat(out.toString()).contains("Nothing breaks for 7 examples");
    }

    @Test
    void a_line_for_people_has_file_line_member_code_and_what_to_do() throws IOException {
        Path example = Files.copy(CASES.resolve("unknown-operation.yaml"), folder.resolve("asked.yaml"));
        assertThat(run(CONSUMER, folder.toString())).isEqualTo(3);
        assertThat(out.toString())
                .contains(example + ":2:1: no contract has the operation asembleDossier; did you mean assembleDossier?"
                        + " [OPERATION_GONE] See in the changes of this version what takes its place.")
                .contains("1 found");
    }

    @Test
    void a_folder_without_examples_is_a_wrong_argument_that_says_what_to_put_there() {
        assertThat(run(CONSUMER, folder.toString())).isEqualTo(2);
        assertThat(out.toString()).contains("There is no example in", "put a .yaml or .json file there");
    }

    @Test
    void contracts_that_are_none_or_lead_nowhere_are_told_and_not_taken_for_ones_that_break_nothing()
            throws IOException {
        String examples = "src/docs/clients/consumer";
        assertThat(run(CONSUMER, examples, "--contracts", folder.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("There is no contract in");
        Path contract = folder.resolve("lookup.openapi.yaml");
        Files.writeString(contract, "openapi: [");
        assertThat(run(CONSUMER, examples, "--contracts", folder.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("lookup.openapi.yaml is no contract that can be read");
        Files.writeString(contract, Files.readString(Path.of("contracts/lookup.openapi.yaml")));
        assertThat(run(CONSUMER, examples, "--contracts", folder.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("lookup.openapi.yaml refers to", "which is not there");
    }

    @Test
    void a_schema_that_goes_round_and_one_of_too_many_choices_end_with_a_word() throws IOException {
        Files.writeString(folder.resolve("asked.yaml"), "operation: ask\nreads: {body: {a: 1}}\n");
        Path contracts = Files.createDirectory(folder.resolve("contracts"));
        String contract = "openapi: 3.1.0\npaths: {/a: {get: {operationId: ask, responses: {'200': {content:"
                + " {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}}}\ncomponents: {schemas: {A: %s}}\n";
        Path file = contracts.resolve("a.openapi.yaml");
        Files.writeString(file, contract.formatted("{allOf: [{$ref: '#/components/schemas/A'}]}"));
        assertThat(run(CONSUMER, folder.toString(), "--contracts", contracts.toString()))
                .isEqualTo(1);
        assertThat(out.toString()).contains("goes round");
        String choice = "{anyOf: [{}, {}, {}, {}]}";
        Files.writeString(
                file,
                contract.formatted("{allOf: ["
                        + String.join(", ", List.of(choice, choice, choice, choice, choice, choice)) + "]}"));
        assertThat(run(CONSUMER, folder.toString(), "--contracts", contracts.toString()))
                .isEqualTo(1);
        assertThat(out.toString()).contains("more choices than can be tried");
    }
}
