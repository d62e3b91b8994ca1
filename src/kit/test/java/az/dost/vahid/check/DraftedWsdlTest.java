package az.dost.vahid.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.connector.UnconfirmedGuesses;
import az.dost.vahid.kit.draft.Draft;
import az.dost.vahid.kit.draft.field.DraftException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of WSDL below {@code kit/wsdl} is drafted, or refused, as its {@code case.yaml} says. */
class DraftedWsdlTest {
    private static final Path CASES = Path.of("src/kit/test/resources/kit/wsdl");
    private static final ConnectorCheck CHECK = Kit.check();

    @TempDir
    private Path connectors;

    private static Stream<String> cases(boolean refused) throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders
                    .filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> said(name).has("refused") == refused)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    static Stream<String> drafted() throws IOException {
        return cases(false);
    }

    static Stream<String> refused() throws IOException {
        return cases(true);
    }

    private static JsonNode said(String name) {
        try {
            return new ObjectMapper(new YAMLFactory())
                    .readTree(CASES.resolve(name).resolve("case.yaml").toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Draft draft(String name) {
        JsonNode said = said(name);
        Path folder = CASES.resolve(name);
        return new Draft(
                "drafted",
                folder.resolve(said.path("from").asText("contract.wsdl")),
                said.has("root") ? folder.resolve(said.path("root").asText()) : null,
                said.path("operation").asText(null),
                false,
                Kit.facts());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drafted")
    void a_kind_of_wsdl_is_drafted_as_its_case_says_and_passes_the_check(String name) throws IOException {
        Draft draft = draft(name);
        Path folder = connectors.resolve("drafted");
        draft.write(folder);
        JsonNode said = said(name);
        said.path("has")
                .fields()
                .forEachRemaining(file -> file.getValue()
                        .forEach(text -> assertThat(folder.resolve(file.getKey()))
                                .content()
                                .contains(text.asText())));
        said.path("lacks")
                .fields()
                .forEachRemaining(file -> file.getValue()
                        .forEach(text -> assertThat(folder.resolve(file.getKey()))
                                .content()
                                .doesNotContain(text.asText())));
        said.path("notes")
                .forEach(words -> assertThat(draft.notes())
                        .anySatisfy(note -> assertThat(note).contains(words.asText())));
        assertThat(CHECK.check(List.of(folder), List.of(folder)).sorted())
                .filteredOn(remark -> remark.severity() == Severity.ERROR && !open(remark))
                .isEmpty();
    }

    /** What a person has to decide: whether a guess is right, and whom an answer is about where nothing says it. */
    private static boolean open(Remark remark) {
        return UnconfirmedGuesses.has(remark.finding()) || remark.toString().contains("gives no FIN as subject");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void what_cannot_be_drafted_is_refused_with_what_to_do(String name) {
        assertThatThrownBy(() -> draft(name))
                .isInstanceOf(DraftException.class)
                .satisfies(e -> said(name)
                        .path("refused")
                        .forEach(words -> assertThat(e).hasMessageContaining(words.asText())));
    }
}
