package az.dost.vahid.check;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.kit.draft.Draft;
import az.dost.vahid.kit.draft.Guess;
import az.dost.vahid.kit.draft.field.DraftException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A new connector from each contract of the project, and from samples, passes its check as it stands, but for what was
 * guessed.
 */
class NewConnectorTest {
    private static final Path SAMPLES = Path.of("src/kit/test/resources/kit/samples");
    private static final ConnectorCheck CHECK = Kit.check();

    @TempDir
    private Path connectors;

    static Stream<Path> contracts() throws IOException {
        return Stream.concat(
                ConnectorCheck.folders(Path.of("connectors")).stream().flatMap(NewConnectorTest::contract),
                files(SAMPLES));
    }

    private static Stream<Path> contract(Path folder) {
        return files(folder).filter(file -> file.getFileName().toString().matches("contract\\.(wsdl|openapi\\.yaml)"));
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void a_new_connector_passes_its_check_or_a_contract_is_refused_in_words(Path contract) throws IOException {
        Draft draft;
        try {
            draft = new Draft("drafted", contract, null, contract.toString().endsWith(".xml"), Kit.facts());
            draft.write(connectors.resolve("drafted"));
        } catch (DraftException e) {
            assertThat(e).hasMessageContaining("take a sample of one instead");
            return;
        }
        List<Guess> guessed =
                draft.guesses().stream().filter(guess -> !guess.known()).toList();
        List<Remark> errors = errors("drafted");
        assertThat(errors).filteredOn(NewConnectorTest::guess).hasSameSizeAs(guessed);
        guessed.forEach(guess -> assertThat(errors)
                .anyMatch(error -> error.finding().message().contains(guess.place() + " is " + guess.is() + " (")));
        // Where it is not known who an answer is about, the sample does not say it either.
        boolean about = guessed.stream().noneMatch(guess -> guess.is().equals("subject"));
        assertThat(errors)
                .filteredOn(
                        error -> !guess(error) && (about || !error.toString().contains("gives no FIN as subject")))
                .isEmpty();
    }

    @Test
    void a_list_of_workers_becomes_employment_and_no_value_of_it_is_kept() throws IOException {
        Draft draft = new Draft("workers", SAMPLES.resolve("isciler_20261120.csv"), null, false, Kit.facts());
        draft.write(connectors.resolve("workers"));
        assertThat(draft.facts()).contains("employment", "identity");
        assertThat(Files.readString(connectors.resolve("workers/connector.yaml")))
                .contains("isciler_(?<date>");
        try (var files = Files.walk(connectors)) {
            assertThat(files.filter(Files::isRegularFile).map(NewConnectorTest::text))
                    .noneMatch(text -> text.contains("7QK2M9P") || text.contains("Leyla"));
        }
    }

    @Test
    void a_reply_about_cars_becomes_vehicles() throws IOException {
        Draft draft = new Draft("cars", SAMPLES.resolve("cars.json"), null, false, Kit.facts());
        draft.write(connectors.resolve("cars"));
        assertThat(draft.facts()).containsExactly("vehicles");
        assertThat(errors("cars")).isEmpty();
    }

    @Test
    void a_contract_that_reaches_out_of_its_folder_is_refused() {
        assertThat(refusal("src/kit/test/resources/kit/mistakes/archive/contract.wsdl"))
                .contains("from the network");
    }

    private String refusal(String contract) {
        try {
            new Draft("refused", Path.of(contract), null, false, Kit.facts());
            return "";
        } catch (DraftException e) {
            return e.getMessage();
        }
    }

    private static boolean guess(Remark error) {
        return error.finding().file().endsWith("connector.yaml")
                && error.finding().line() > 0
                && error.finding().message().startsWith("guessed that ");
    }

    private List<Remark> errors(String id) throws IOException {
        Path folder = connectors.resolve(id);
        return CHECK.check(List.of(folder), List.of(folder)).sorted().stream()
                .filter(remark -> remark.severity() == Severity.ERROR)
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
