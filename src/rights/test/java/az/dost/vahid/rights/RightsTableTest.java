package az.dost.vahid.rights;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.wordbook.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages for lawyers are what the rules and the cases say, below their heads. */
class RightsTableTest {
    private static final int CASES = 200;

    @ParameterizedTest(name = "{1}")
    @CsvSource({"EN, rights-table", "AZ, rights-table-az"})
    void a_page_has_each_right_and_each_case(Language language, String page) throws IOException {
        String made = new RightsTable(language).text();
        Path file = Files.createDirectories(Path.of("target")).resolve(page + ".md");
        Files.writeString(file, made);
        assertThat(Files.readString(Path.of("src/docs", page + ".md")))
                .as("what stands in %s comes below the head of that page", file)
                .endsWith("\n" + made);
    }

    @Test
    void there_are_two_hundred_cases_with_a_name_of_their_own_in_both_languages() {
        List<RightCase> cases = RightCase.all();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(CASES);
        assertThat(cases).allSatisfy(one -> {
            assertThat(one.name().az()).isNotBlank().isNotEqualTo(one.name().en());
            assertThat(one.name().en()).isNotBlank();
        });
        assertThat(cases.stream().map(RightCase::toString)).doesNotHaveDuplicates();
        assertThat(cases.stream()
                        .map(one -> one.right().code() + ": " + one.name().az()))
                .doesNotHaveDuplicates();
    }
}
