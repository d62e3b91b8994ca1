package az.dost.vahid.definition;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.fuzz.Fuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;

/**
 * Files that people write by hand, with something spoiled in them: findings with their places, and never an exception.
 */
class FuzzedDefinitionsTest {
    private static final int TRIES = 600;
    private static final Map<String, String> FOLDERS = Map.of(
            "connector",
            "connectors",
            "passport",
            "contracts/services",
            "right",
            "contracts/rights",
            "requester",
            "src/demo/main/resources/demo/requesters",
            "misuse-rules",
            "src/gateway/main/resources",
            "subscription",
            "src/gateway/test/resources");

    @TestFactory
    Stream<DynamicTest> neverMakeTheReaderFail() {
        return FOLDERS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(kind -> DynamicTest.dynamicTest(kind.getKey(), () -> {
                    DefinitionReader reader =
                            new DefinitionReader(new FileSystemResource("contracts/" + kind.getKey() + ".schema.json"));
                    Fuzz.of(files(kind.getValue()), TRIES).read(input -> {
                        Definition definition = reader.read(new ByteArrayResource(input), "a file");
                        assertThat(definition.content() != null
                                        || !definition.findings().isEmpty())
                                .isTrue();
                        definition
                                .findings()
                                .forEach(finding ->
                                        assertThat(finding.toString()).doesNotContain("Exception"));
                    });
                }));
    }

    private static List<byte[]> files(String folder) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file : files.filter(name -> name.toString().endsWith(".yaml"))
                    .sorted()
                    .limit(60)
                    .toList()) {
                contents.add(Files.readAllBytes(file));
            }
        }
        return contents;
    }
}
