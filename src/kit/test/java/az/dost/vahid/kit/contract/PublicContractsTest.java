package az.dost.vahid.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.kit.contract.PublicContract.Reach;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Contracts that nobody here wrote become connectors by the kit's commands and by edits in one folder. Each lies below
 * {@code kit/public} with its source and licence, with what a person changes in the folder that {@code connector new}
 * writes, and with how far it comes.
 */
class PublicContractsTest {
    @TempDir
    private static Path folder;
    /** By id: a large contract is not drafted for each test anew. */
    private static final Map<String, Desk> DRAFTED = new HashMap<>();

    private static final Map<String, Desk> EDITED = new HashMap<>();

    @AfterAll
    static void clear() {
        DRAFTED.clear();
        EDITED.clear();
    }

    static List<PublicContract> written() throws IOException {
        return PublicContract.reaching(Reach.WRITTEN);
    }

    static List<PublicContract> refused() throws IOException {
        return PublicContract.all().stream()
                .filter(contract -> contract.reach() == Reach.REFUSED)
                .toList();
    }

    static List<PublicContract> checked() throws IOException {
        return PublicContract.reaching(Reach.CHECKED);
    }

    static List<PublicContract> asked() throws IOException {
        return PublicContract.reaching(Reach.ASKED).stream()
                .filter(contract -> !contract.leaves())
                .toList();
    }

    private static Desk drafted(PublicContract contract) {
        Path source = contract.given();
        return DRAFTED.computeIfAbsent(
                contract.id(),
                id -> made(contract, source, folder.resolve("drafted").resolve(id)));
    }

    private static Desk edited(PublicContract contract) {
        Path source = contract.given();
        return EDITED.computeIfAbsent(contract.id(), id -> {
            Desk desk = made(contract, source, folder.resolve("edited").resolve(id));
            try {
                assertThat(desk.edit()).as("what was edited").isNotEmpty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return desk;
        });
    }

    private static Desk made(PublicContract contract, Path source, Path place) {
        Desk desk = new Desk(contract, place);
        Desk.Said made = desk.write(source);
        assertThat(made.code()).as(made.text()).isZero();
        return desk;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("written")
    void a_public_contract_becomes_a_folder_with_what_it_is_plainly_about(PublicContract contract) {
        Desk desk = drafted(contract);
        for (String file : List.of("mapping.jslt", "connector.yaml")) {
            assertThat(contract.texts(file))
                    .allSatisfy(text ->
                            assertThat(desk.connector().resolve(file)).content().contains(text));
        }
        assertThat(desk.connector().resolve("samples/found/expected.json")).exists();
    }

    /** What a draft leaves to a person it tells; nothing of it is a mistake that the kit has made itself. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("written")
    void a_draft_has_no_error_but_what_a_person_has_to_decide(PublicContract contract) throws IOException {
        assertThat(drafted(contract).check().errors())
                .allMatch(error -> error.contains("guessed that ")
                        || error.contains("call.finInAddress")
                        || error.contains("gives no FIN as subject")
                        || error.contains("the request does not say about whom"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("checked")
    void with_edits_in_that_folder_it_passes_its_check(PublicContract contract) throws IOException {
        Desk.Said checked = edited(contract).check();
        assertThat(checked.errors()).isEmpty();
        assertThat(checked.code()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("asked")
    void it_is_played_and_asked_by_the_gateways_own_route(PublicContract contract) throws Exception {
        Desk.Said tried = edited(contract).ask();
        assertThat(tried.code()).as(tried.text()).isZero();
        JsonNode answer = tried.json();
        assertThat(answer.path("verdict").asText()).isEqualTo("ANSWERED");
        assertThat(contract.texts("facts"))
                .as("facts that it is asked for")
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(answer.path("facts").at(fact).asText())
                        .as(fact)
                        .isNotEmpty());
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("refused")
    void what_no_connector_can_be_made_of_is_refused_in_words_and_leaves_nothing(PublicContract contract) {
        Desk desk = new Desk(contract, folder.resolve("refused").resolve(contract.id()));
        Desk.Said made = desk.write(contract.given());
        assertThat(made.code()).isEqualTo(1);
        assertThat(contract.texts("refused"))
                .isNotEmpty()
                .allSatisfy(words -> assertThat(made.text()).contains(words));
        assertThat(desk.connector()).doesNotExist();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("az.dost.vahid.kit.contract.PublicContract#all")
    void it_says_where_it_is_from_and_under_which_licence(PublicContract contract) throws IOException {
        assertThat(contract.folder().resolve("SOURCE.md"))
                .content()
                .contains("https://")
                .contains(contract.said().path("licence").asText());
        Assumptions.assumeTrue(contract.copied());
        try (var files = Files.list(contract.folder().resolve("source"))) {
            // Rows and tables that are ours, or of the public domain, need no licence beside them.
            assertThat(files).anyMatch(file -> file.getFileName().toString().matches(".*LICEN[CS]E.*|.*[.]csv"));
        }
    }
}
