package az.dost.vahid.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.problem.ProblemCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every face's contract holds together, and together they name every problem there is. */
class OpenApiTest {
    static Stream<String> contracts() throws IOException {
        try (var files = Files.list(Contracts.FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".openapi.yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void referencesOnlyWhatIsThere(String contract) {
        JsonNode openApi = Contracts.read(contract);
        List<String> references = openApi.findValuesAsText("$ref");
        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            String[] parts = reference.split("#", 2);
            JsonNode target = parts[0].isEmpty() ? openApi : Contracts.read(parts[0]);
            assertThat(target.at(parts.length > 1 ? parts[1] : "").isMissingNode())
                    .as(reference)
                    .isFalse();
        });
    }

    /**
     * A sentence with a comma or a semicolon, without quotes in braces, is cut there: its rest becomes a name without a
     * value.
     */
    @ParameterizedTest
    @MethodSource("contracts")
    void has_no_name_without_a_value(String contract) {
        List<String> found = new ArrayList<>();
        nameless(Contracts.read(contract), "", found);
        assertThat(found).isEmpty();
    }

    private static void nameless(JsonNode node, String at, List<String> found) {
        node.properties().forEach(member -> {
            if (member.getValue().isNull()) {
                found.add(at + "/" + member.getKey());
            }
            nameless(member.getValue(), at + "/" + member.getKey(), found);
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            nameless(node.get(i), at + "/" + i, found);
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void namesEveryStatusOfItsProblems(String contract) {
        JsonNode openApi = Contracts.read(contract);
        assertThat(problems(contract)).isNotEmpty().doesNotHaveDuplicates().allSatisfy(code -> {
            int status = ProblemCode.valueOf(code).status();
            // A method that is not allowed is no operation; our own faults are every operation's default.
            if (status < 500 && status != ProblemCode.METHOD_NOT_ALLOWED.status()) {
                assertThat(openApi.path("paths").findValues("responses"))
                        .as(code)
                        .anyMatch(responses -> responses.has(String.valueOf(status)));
            }
        });
    }

    @Test
    void everyProblemIsSomeFaces() throws IOException {
        assertThat(contracts().map(OpenApiTest::problems).flatMap(List::stream))
                .containsAll(Arrays.stream(ProblemCode.values()).map(Enum::name).toList());
    }

    private static List<String> problems(String contract) {
        return Contracts.texts(Contracts.read(contract).path("x-problems"));
    }
}
