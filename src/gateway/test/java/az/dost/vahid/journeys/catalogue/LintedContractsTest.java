package az.dost.vahid.journeys.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.faces.OutsideTool;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The OpenAPI contracts, each in one file, as two linters and a generator of others read them, and that of messages as
 * its format's own parser does ({@code src/gateway/test/linters}, where each rule that is switched off has its reason).
 */
class LintedContractsTest {
    private static final Path TOOLS = Path.of("src/gateway/test/linters").toAbsolutePath();
    private static final int LONGEST_SECONDS = 180;

    @TempDir
    private static Path folder;

    private static final List<String> contracts = new ArrayList<>();

    @BeforeAll
    static void write() throws IOException {
        OutsideTool.needed(
                Files.isDirectory(TOOLS.resolve("node_modules")),
                "the linters are not installed (npm ci --prefix src/gateway/test/linters)");
        for (var file : new PublishedContracts().all().entrySet()) {
            if (file.getKey().startsWith("bundled/")) {
                String name = file.getKey().replace("bundled/", "");
                Files.write(folder.resolve(name), file.getValue().bytes());
                contracts.add(name);
            }
        }
        assertThat(contracts).isNotEmpty();
    }

    @Test
    void redocly_warns_of_nothing() throws Exception {
        Run run =
                run("redocly", "lint", "--config", TOOLS.resolve("redocly.yaml").toString(), "--format=json");
        List<JsonNode> found = Json.mapper()
                .readerFor(JsonNode.class)
                .<JsonNode>readValues(run.output())
                .readAll();
        assertThat(found)
                .as(run.output())
                .hasSameSizeAs(contracts)
                .allSatisfy(one -> assertThat(one.path("totals"))
                        .isEqualTo(Json.mapper().readTree("{\"errors\":0,\"warnings\":0,\"ignored\":0}")));
        assertThat(run.exit()).isZero();
    }

    @Test
    void spectral_warns_of_nothing() throws Exception {
        Run run = run("spectral", "lint", "-r", TOOLS.resolve("spectral.yaml").toString(), "--fail-severity=hint");
        assertThat(run.output()).contains("No results with a severity of 'hint' or higher found");
        assertThat(run.exit()).isZero();
    }

    @Test
    void types_are_generated_of_each_which_a_strict_compiler_takes() throws Exception {
        List<String> types = new ArrayList<>();
        for (String contract : contracts) {
            String file = contract.replace(".json", ".ts");
            Run made = run(List.of("openapi-typescript", contract, "-o", file));
            assertThat(made.exit()).as(made.output()).isZero();
            types.add(file);
        }
        List<String> compile = new ArrayList<>(List.of("tsc", "--strict", "--noEmit", "--target", "es2022"));
        compile.addAll(types);
        Run compiled = run(compile);
        assertThat(compiled.exit()).as(compiled.output()).isZero();
    }

    /** With what it refers to: its parser reads the files as they stand beside each other. */
    @Test
    void the_parser_of_asyncapi_finds_nothing() throws Exception {
        Path contract = Path.of("contracts/messages.asyncapi.yaml").toAbsolutePath();
        assertThat(parse(contract)).isEmpty();
        Path beside = Files.createDirectory(folder.resolve("beside"));
        try (var files = Files.newDirectoryStream(contract.getParent(), "*.{yaml,json}")) {
            for (Path file : files) {
                Files.copy(file, beside.resolve(file.getFileName()));
            }
        }
        Path wrong = beside.resolve("wrong.asyncapi.yaml");
        Files.writeString(wrong, Files.readString(contract).replace("action: receive", "action: take"));
        assertThat(parse(wrong)).contains("action");
    }

    private static String parse(Path contract) throws Exception {
        return run("node", List.of(TOOLS.resolve("asyncapi.mjs").toString(), contract.toString()))
                .output();
    }

    private record Run(int exit, String output) {}

    /** Of all contracts. */
    private static Run run(String... command) throws Exception {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(contracts);
        return run(all);
    }

    private static Run run(List<String> command) throws Exception {
        return run(
                TOOLS.resolve("node_modules/.bin").resolve(command.get(0)).toString(),
                command.subList(1, command.size()));
    }

    private static Run run(String program, List<String> arguments) throws Exception {
        List<String> whole = new ArrayList<>(List.of(program));
        whole.addAll(arguments);
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(whole)
                .directory(folder.toFile())
                .redirectError(folder.resolve("errors").toFile())
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(program + " does not end");
        }
        return new Run(process.exitValue(), Files.readString(output));
    }
}
