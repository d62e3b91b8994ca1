package az.dost.vahid.connector.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.definition.DefinitionException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.FileSystemResource;

class RolloutFileTest {
    @TempDir
    private Path folder;

    private RolloutFile file(String text) throws Exception {
        Path file = folder.resolve("rollout.yaml");
        if (text != null) {
            Files.writeString(file, text);
        }
        return new RolloutFile(new FileSystemResource(file), new FileSystemResource("contracts/rollout.schema.json"));
    }

    @Test
    void without_a_file_there_are_none() throws Exception {
        assertThat(file(null).read()).isEmpty();
    }

    @Test
    void a_connector_that_is_only_slowed_is_used_for_all() throws Exception {
        assertThat(file("tax: {perSecond: 5, because: their wish}").read())
                .containsEntry("tax", new Rollout(Use.ALL, null, 5.0, "their wish"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tax: {use: none}                             | because
            tax: {use: never, because: x}                | one of all
            tax: {use: share, because: x}                | share
            tax: {use: none, share: 0.5, because: x}     | share
            tax: {share: 0.5, because: x}                | share
            tax: {use: share, share: 5, because: x}      | share
            tax: {perSecond: 0, because: x}              | perSecond
            tax: {use: none, because: x, for: y}         | for
            Tax: {use: none, because: x}                 | Tax
            tax: none                                    | tax
            - tax                                        | mapping
            """)
    void a_mistake_is_told_with_its_place(String text, String word) throws Exception {
        RolloutFile file = file(text);
        assertThatThrownBy(file::read)
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("rollout.yaml:1")
                .hasMessageContaining(word);
    }
}
