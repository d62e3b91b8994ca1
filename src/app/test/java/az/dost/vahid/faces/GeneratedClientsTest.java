package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every contract, in the one file that the gateway gives out, is one of which a client can be generated. */
class GeneratedClientsTest {
    private static final int LONGEST_SECONDS = 300;

    @TempDir
    private static Path folder;

    private static final Map<String, JsonNode> CONTRACTS = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        for (JsonNode contract :
                Gateway.JSON.readTree(asked("/v1/catalogue/contracts")).path("contracts")) {
            String path = contract.path("path").asText();
            if (path.startsWith("bundled/")) {
                byte[] text = asked("/v1/catalogue/contracts/" + path);
                String name = path.replaceFirst("bundled/(.*)[.]openapi[.]json", "$1");
                Files.write(folder.resolve(name + ".json"), text);
                CONTRACTS.put(name, Gateway.JSON.readTree(text));
            }
        }
        assertThat(CONTRACTS).containsKeys("lookup", "follow", "events");
    }

    private static byte[] asked(String path) {
        return Gateway.send("GET", path, null, Map.of("Authorization", Gateway.BEARER))
                .body();
    }

    @Test
    void a_client_in_java_of_each_compiles_as_it_was_generated() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Generated.JAVA.resolve("java").toString(),
                "-jar",
                Generated.GENERATOR.toString(),
                "batch",
                "--fail-fast",
                "--threads",
                "1"));
        for (String contract : CONTRACTS.keySet()) {
            String name = "client." + contract.replace('-', '_');
            command.add(Files.writeString(folder.resolve(contract + ".yaml"), """
                                    inputSpec: %1$s/%2$s.json
                                    outputDir: %1$s/client/%2$s
                                    generatorName: java
                                    library: native
                                    invokerPackage: %3$s
                                    apiPackage: %3$s.api
                                    modelPackage: %3$s.model
                                    additionalProperties: {openApiNullable: false, useJakartaEe: true, enumUnknownDefaultCase: true, useSingleRequestParameter: true, containerDefaultToNull: true}
                                    """.formatted(folder, contract, name))
                    .toString());
        }
        Path said = folder.resolve("generated.txt");
        Process generator = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!generator.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            generator.destroyForcibly();
            throw new AssertionError("The generator does not end");
        }
        assertThat(generator.exitValue()).as(Files.readString(said)).isZero();
        compile();
    }

    private static void compile() throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none", "-nowarn", "-d", folder.resolve("classes").toString(), "-cp", Generated.classPath()));
        for (String contract : CONTRACTS.keySet()) {
            List<String> sources = sources(folder.resolve("client/" + contract + "/src/main/java"));
            assertThat(sources).as(contract).hasSizeGreaterThan(10);
            arguments.addAll(sources);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = ToolProvider.getSystemJavaCompiler().run(null, said, said, arguments.toArray(String[]::new));
        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }

    private static List<String> sources(Path below) {
        try (Stream<Path> files = Files.walk(below)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".java"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A generated reader takes an object for each form that it can be read as, and one that is open for members to come
     * can be read as any: of {@code oneOf} several objects it finds several, and fails.
     */
    @Test
    void no_contract_has_a_choice_of_objects_that_a_reader_cannot_make() {
        List<String> found = new ArrayList<>();
        CONTRACTS.forEach((name, contract) -> choices(name, contract, contract, found));
        assertThat(found).isEmpty();
    }

    private static void choices(String at, JsonNode node, JsonNode contract, List<String> found) {
        long objects = node.path("oneOf")
                .valueStream()
                .map(one ->
                        one.has("$ref") ? contract.at(one.path("$ref").asText().substring(1)) : one)
                .filter(one -> one.has("properties"))
                .count();
        if (objects > 1 && !node.has("discriminator")) {
            found.add(at);
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(member -> choices(at + "/" + member.getKey(), member.getValue(), contract, found));
        } else {
            for (int i = 0; i < node.size(); i++) {
                choices(at + "/" + i, node.get(i), contract, found);
            }
        }
    }
}
