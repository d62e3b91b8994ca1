package az.dost.vahid.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How far every contract comes by itself and with the edits of its case, written to {@code target/contracts.md}: what a
 * person reads before he writes or mends a case. It fails only where a command breaks off instead of saying what is
 * wrong.
 */
@Tag("endurance")
class ContractsSurveyTest {
    private static final Path TOLD = Path.of("target/contracts.md");
    private static final String HEAD =
            "| case | new | guesses | errors of the draft | errors when all is confirmed | edited | errors then | try | first words |\n"
                    + "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n";

    @TempDir
    private Path folder;

    @Test
    void every_contract_is_taken_as_far_as_it_goes() throws Exception {
        StringBuilder told = new StringBuilder(HEAD);
        List<String> broken = new ArrayList<>();
        for (PublicContract contract : PublicContract.all()) {
            if (contract.source().isEmpty()) {
                told.append("| ").append(contract).append(" | not given | | | | | | | |\n");
                continue;
            }
            try {
                told.append(SurveyedContract.of(contract, contract.source().get(), folder.resolve(contract.id()))
                                .row())
                        .append('\n');
            } catch (Exception | AssertionError e) {
                // The others are to be told all the same.
                broken.add(contract + ": " + e);
            }
        }
        Files.createDirectories(TOLD.getParent());
        Files.writeString(TOLD, told);
        assertThat(broken).isEmpty();
    }
}
