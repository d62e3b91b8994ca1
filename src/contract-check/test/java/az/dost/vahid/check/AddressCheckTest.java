package az.dost.vahid.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;

/** A call whose address, query or headers are not those of the agency's contract is told so, with its line. */
class AddressCheckTest {
    @TempDir
    private Path desk;

    private List<String> errors(String file, String from, String to) throws IOException {
        Path folder = desk.resolve("herd-book");
        FileSystemUtils.copyRecursively(Path.of("src/core/test/resources/kinds/herd-book"), folder);
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(file), text.replace(from, to));
        return Kit.check().check(List.of(folder), List.of(folder)).sorted().stream()
                .filter(remark -> remark.severity() == Severity.ERROR)
                .map(Remark::toString)
                .toList();
    }

    @Test
    void a_call_by_the_contract_has_no_error() throws IOException {
        assertThat(errors("connector.yaml", "GET", "GET")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "connector.yaml | kind: [cattle, \"sheep & goats\"], | kinds: [cattle], | connector.yaml:15:11: error: the contract has no parameter kinds in the query of GET /owners/{owner}/herd; did you mean kind?",
                "connector.yaml | kind: [cattle, \"sheep & goats\"], | | connector.yaml:15:3: error: the contract wants the parameter kind in the query",
                "connector.yaml | headers: {X-Correlation: \"{requestId}\"} | | connector.yaml:14:3: error: the contract wants the header X-Correlation",
                "connector.yaml | path: /owners/{fin}/herd | path: /owner/{fin}/herd | connector.yaml:14:3: error: the contract has no path /owner/{fin}/herd; did you mean /owners/{owner}/herd?",
                "connector.yaml | method: GET | method: POST | connector.yaml:14:3: error: the contract has no POST at /owners/{fin}/herd",
                "contract.swagger.json | \"schemes\": [\"https\"] | \"schemes\": [\"http\"] | contract.swagger.json: error: names addresses of plain http only",
                "contract.swagger.json | #/definitions/Herd\"}}, | #/definitions/Flock\"}}, | contract.swagger.json:22:53: error: refers to #/definitions/Flock, which is not there",
            })
    void another_call_is_told_at_its_line(String file, String from, String to, String told) throws IOException {
        assertThat(errors(file, from, to == null ? "" : to))
                .anySatisfy(error -> assertThat(error).contains(told));
    }

    @Test
    void a_contract_on_ones_own_machine_may_be_plain() throws IOException {
        assertThat(errors(
                        "contract.swagger.json",
                        "\"host\": \"herds.example\",\n\t\"basePath\": \"/base\",\n\t\"schemes\": [\"https\"]",
                        "\"host\": \"localhost:8080\", \"schemes\": [\"http\"]"))
                .isEmpty();
    }
}
