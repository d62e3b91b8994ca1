package az.dost.vahid.passport;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.connector.BuiltInConnectors;
import az.dost.vahid.connector.CanonicalFacts;
import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.definition.DefinitionReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

class PassportCatalogueTest {
    private static final Path BROKEN = Path.of("src/core/test/resources/az/dost/vahid/passport/broken");
    private static final DefinitionReader READER =
            new DefinitionReader(new FileSystemResource("contracts/passport.schema.json"));

    private static PassportCatalogue read(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            Resource[] passports = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(FileSystemResource::new)
                    .toArray(Resource[]::new);
            CanonicalFacts facts = CanonicalFacts.of(new FileSystemResource("contracts/dossier.schema.json"));
            return new PassportCatalogue(passports, READER, facts, BuiltInConnectors.read(facts));
        }
    }

    @Test
    void every_error_of_every_passport_stands_in_one_report() throws IOException {
        String expected = Files.readString(BROKEN.resolve("report.txt"));
        assertThatThrownBy(() -> read(BROKEN))
                .isInstanceOf(DefinitionException.class)
                .extracting(e -> e.getMessage() + "\n")
                .isEqualTo(expected);
    }
}
