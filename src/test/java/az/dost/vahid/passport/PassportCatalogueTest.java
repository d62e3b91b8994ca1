package az.dost.vahid.passport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.connector.CanonicalFacts;
import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.definition.DefinitionReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

class PassportCatalogueTest {
    private static final Path BROKEN = Path.of("src/test/resources/az/dost/vahid/passport/broken");
    private static final DefinitionReader READER = new DefinitionReader(new FileSystemResource("contracts/passport.schema.json"));

    private static PassportCatalogue read(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            Resource[] passports = files.filter(file -> file.toString().endsWith(".yaml")).sorted().map(FileSystemResource::new).toArray(Resource[]::new);
            return new PassportCatalogue(passports, READER, new CanonicalFacts(Set.of("vehicles", "income", "veteranStatus"), Set.of(),
                    Map.of("vehicles", Set.of("plate", "make"), "income", Set.of("year"), "veteranStatus", Set.of("category")),
                    Map.of("vehicles", Set.of("plate"), "income", Set.of(), "veteranStatus", Set.of())));
        }
    }

    @Test
    void every_error_of_every_passport_stands_in_one_report() throws IOException {
        String expected = Files.readString(BROKEN.resolve("report.txt"));
        assertThatThrownBy(() -> read(BROKEN)).isInstanceOf(DefinitionException.class)
                .extracting(e -> e.getMessage() + "\n").isEqualTo(expected);
    }

    /** held: some connector is a source; found: it gave the fact; silent: one of its sources did not speak. */
    @ParameterizedTest
    @CsvSource({"false,false,false,STILL_NEEDED", "false,false,true,STILL_NEEDED", "true,true,false,NOT_NEEDED", "true,true,true,NOT_NEEDED",
        "true,false,true,UNKNOWN", "true,false,false,NOT_APPLICABLE"})
    void a_paper_is_needed_when_no_register_replaces_it(boolean held, boolean found, boolean silent, DocumentVerdict verdict) {
        Set<String> fact = Set.of("vehicles");
        Passport.PaperDocument paper = new Passport.PaperDocument("paper", null, "vehicles");
        assertThat(DocumentVerdict.of(paper, held ? fact : Set.of(), found ? fact : Set.of(), silent ? fact : Set.of())).isEqualTo(verdict);
        assertThat(DocumentVerdict.of(new Passport.PaperDocument("paper", null, null), fact, fact, fact)).isEqualTo(DocumentVerdict.STILL_NEEDED);
    }
}
