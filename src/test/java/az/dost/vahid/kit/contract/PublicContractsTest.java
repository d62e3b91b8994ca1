package az.dost.vahid.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.kit.contract.PublicContract.Reach;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Contracts that nobody here wrote become connectors by the kit's commands and by edits in one folder. Each lies below {@code kit/public} with its
 * source and licence, with what a person changes in the folder that {@code connector new} writes, and with how far it comes.
 */
class PublicContractsTest {
    @TempDir
    private Path folder;

    static List<PublicContract> written() throws IOException {
        return PublicContract.reaching(Reach.WRITTEN);
    }

    static List<PublicContract> refused() throws IOException {
        return PublicContract.all().stream().filter(contract -> contract.reach() == Reach.REFUSED).toList();
    }

    static List<PublicContract> checked() throws IOException {
        return PublicContract.reaching(Reach.CHECKED);
    }

    static List<PublicContract> asked() throws IOException {
        return PublicContract.reaching(Reach.CERTIFIED).stream().filter(contract -> !contract.leaves()).toList();
    }

    private Desk written(PublicContract contract) {
        Path source = contract.given();
        Desk desk = new Desk(contract, folder);
        Desk.Said made = desk.write(source);
        assertThat(made.code()).as(made.text()).isZero();
        return desk;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("written")
    void a_public_contract_becomes_a_folder_with_what_it_is_plainly_about(PublicContract contract) throws IOException {
        Desk desk = written(contract);
        for (String file : List.of("mapping.jslt", "connector.yaml")) {
            assertThat(contract.texts(file)).allSatisfy(text -> assertThat(desk.connector().resolve(file)).content().contains(text));
        }
        assertThat(desk.connector().resolve("samples/found/expected.json")).exists();
    }

    /** What a draft leaves to a person it tells; nothing of it is a mistake that the kit has made itself. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("written")
    void a_draft_has_no_error_but_what_a_person_has_to_decide(PublicContract contract) throws IOException {
        List<String> errors = errors(written(contract).check().json());
        assertThat(errors).allMatch(error -> error.contains("guessed that ") || error.contains("call.finInAddress") || error.contains("gives no FIN as subject"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("checked")
    void with_edits_in_that_folder_it_passes_its_check(PublicContract contract) throws IOException {
        Desk desk = written(contract);
        assertThat(desk.edit()).as("what was edited").isNotEmpty();
        Desk.Said checked = desk.check();
        assertThat(errors(checked.json())).isEmpty();
        assertThat(checked.code()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("asked")
    void it_is_played_and_asked_by_the_gateways_own_route(PublicContract contract) throws Exception {
        Desk desk = written(contract);
        desk.edit();
        Desk.Said tried = desk.ask(Desk.ANYBODY);
        assertThat(tried.code()).as(tried.text()).isZero();
        JsonNode answer = tried.json();
        assertThat(answer.path("verdict").asText()).isEqualTo("ANSWERED");
        assertThat(contract.texts("facts")).as("facts that it is asked for").isNotEmpty()
                .allSatisfy(fact -> assertThat(answer.path("facts").at(fact).asText()).as(fact).isNotEmpty());
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("refused")
    void what_no_connector_can_be_made_of_is_refused_in_words_and_leaves_nothing(PublicContract contract) {
        Path source = contract.given();
        Desk desk = new Desk(contract, folder);
        Desk.Said made = desk.write(source);
        assertThat(made.code()).isEqualTo(1);
        assertThat(contract.texts("refused")).isNotEmpty().allSatisfy(words -> assertThat(made.text()).contains(words));
        assertThat(desk.connector()).doesNotExist();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("az.dost.vahid.kit.contract.PublicContract#all")
    void it_says_where_it_is_from_and_under_which_licence(PublicContract contract) throws IOException {
        Path source = contract.folder().resolve("SOURCE.md");
        assertThat(source).content().contains("https://").contains(contract.said().path("licence").asText());
        Assumptions.assumeTrue(contract.copied());
        try (var files = Files.list(contract.folder().resolve("source"))) {
            assertThat(files).anySatisfy(file -> assertThat(file.getFileName().toString()).matches(".*(?:LICEN[CS]E|COPYING).*|.*[.]csv|.*[.]txt"));
        }
    }

    static List<String> errors(JsonNode checked) {
        List<String> errors = new ArrayList<>();
        StreamSupport.stream(checked.path("findings").spliterator(), false).filter(finding -> finding.path("severity").asText().equalsIgnoreCase("error"))
                .forEach(finding -> errors.add(finding.toString()));
        return errors;
    }
}
