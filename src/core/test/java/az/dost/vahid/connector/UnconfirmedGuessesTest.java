package az.dost.vahid.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.definition.DefinitionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/** No gateway takes a connector of which something was only guessed. */
class UnconfirmedGuessesTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void aConnectorThatWorks() throws IOException {
        FileSystemUtils.copyRecursively(Path.of("connectors/tax"), folder.resolve("tax"));
    }

    private Catalogue read(String more) throws IOException {
        Files.writeString(folder.resolve("tax/connector.yaml"), "\n" + more, StandardOpenOption.APPEND);
        FolderReader reader = new FolderReader(
                new FileSystemResource("contracts/connector.schema.json"),
                CanonicalFacts.of(new FileSystemResource("contracts/dossier.schema.json")));
        return new CatalogueReader(new PathMatchingResourcePatternResolver(), reader)
                .read(List.of("file:" + folder + "/*/connector.yaml"));
    }

    @Test
    void a_guess_stops_the_start_and_says_what_to_do() {
        assertThatThrownBy(() -> read("guessed:\n  - {place: reply/kod, is: subject, why: it is the first text}\n"))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining(
                        "guessed that reply/kod is subject (it is the first text): look into the contract");
    }

    @Test
    void a_confirmed_one_does_not() throws IOException {
        assertThat(read("confirmed:\n  - {place: reply/kod, is: subject, by: A person}\n")
                        .connectors())
                .hasSize(1);
    }

    @Test
    void a_guess_that_is_none_is_told_like_any_wrong_member() {
        assertThatThrownBy(() -> read("guessed:\n  - {place: reply/kod, is: sabject!}\n"))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("guessed.0.is");
    }
}
