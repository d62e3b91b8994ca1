package az.dost.vahid.passport.list;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.connector.BuiltInConnectors;
import az.dost.vahid.connector.CanonicalFacts;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.definition.Reading;
import az.dost.vahid.passport.PassportCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** With two passports: ccu-car, and disability-pension whose law is said to have been read. */
class ServiceListReaderTest {
    private static final String RIGHT = """
            published:
              - { services: 160, dated: "2025-12-08", source: "a page" }
            families:
              - { family: ccu, dated: "2021", source: "a decree" }
            services:
              - { code: ccu-car, status: ILLUSTRATIVE }
              - { code: disability-pension, status: VERIFIED, named: { source: "a law", dated: "2006-02-07" } }
              - { code: aids, status: NAMED, officialId: 03-01-01-00, family: disability, title: { en: Aids }, named: { source: "a page", dated: "2024" } }
            """;
    private static final ServiceListReader READER = new ServiceListReader(
            new FileSystemResource("contracts/catalogue.schema.json"),
            passports(),
            Set.of("ccu", "disability", "pensions-and-benefits"));

    private static PassportCatalogue passports() {
        try {
            String pension = Files.readString(Path.of("contracts/services/disability-pension.yaml"))
                    .replace("illustrative: true", "illustrative: false");
            Resource read = new ByteArrayResource(pension.getBytes(StandardCharsets.UTF_8)) {
                @Override
                public String getFilename() {
                    return "disability-pension.yaml";
                }
            };
            CanonicalFacts facts = CanonicalFacts.of(new FileSystemResource("contracts/dossier.schema.json"));
            return new PassportCatalogue(
                    new Resource[] {new FileSystemResource("contracts/services/ccu-car.yaml"), read},
                    new DefinitionReader(new FileSystemResource("contracts/passport.schema.json")),
                    facts,
                    BuiltInConnectors.read(facts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reading<ServiceList> read(String text) {
        return READER.read(new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)), "catalogue.yaml");
    }

    private static List<String> findings(String instead, String of) {
        assertThat(RIGHT).contains(of);
        Reading<ServiceList> reading = read(RIGHT.replace(of, instead));
        assertThat(reading.content()).isNull();
        return reading.findings().stream().map(Finding::toString).toList();
    }

    @Test
    void a_catalogue_that_says_what_the_passports_say_is_read() {
        ServiceList list = read(RIGHT).strict();
        assertThat(list.newestNumber()).isEqualTo(160);
        assertThat(list.services())
                .extracting(ListedService::code)
                .containsExactly("ccu-car", "disability-pension", "aids");
        assertThat(list.find("aids").orElseThrow().published()).isTrue();
        assertThat(list.find("ccu-car").orElseThrow().published()).isFalse();
        assertThat(list.centres()).isEmpty();
    }

    @Test
    void a_passport_without_an_entry_is_found() {
        assertThat(findings("", "  - { code: ccu-car, status: ILLUSTRATIVE }\n"))
                .containsExactly("catalogue.yaml:5:1: the passport ccu-car has no entry");
    }

    @Test
    void an_entry_that_says_what_its_passport_says_is_found() {
        assertThat(findings("code: ccu-car, family: ccu, status", "code: ccu-car, status"))
                .containsExactly("catalogue.yaml:6:22: the passport ccu-car says this");
    }

    @Test
    void a_law_is_not_called_read_before_the_passport_says_so() {
        assertThat(findings(
                        "ccu-car, status: VERIFIED, named: { source: x, dated: \"2024\" }",
                        "ccu-car, status: ILLUSTRATIVE"))
                .containsExactly(
                        "catalogue.yaml:6:22: the passport ccu-car is illustrative: its law has not been read");
        assertThat(findings("status: NAMED", "status: VERIFIED"))
                .containsExactly(
                        "catalogue.yaml:7:33: the passport disability-pension is not illustrative: its law has been read");
    }

    @Test
    void a_service_of_ours_needs_a_passport_and_one_without_needs_a_name_and_a_family() {
        assertThat(
                        findings(
                                "{ code: aids, status: ILLUSTRATIVE }",
                                "{ code: aids, status: NAMED, officialId: 03-01-01-00, family: disability, title: { en: Aids }, named: { source: \"a page\", dated: \"2024\" } }"))
                .containsExactly(
                        "catalogue.yaml:8:5: no passport has the code aids, so the entry needs family",
                        "catalogue.yaml:8:5: no passport has the code aids, so the entry needs title",
                        "catalogue.yaml:8:19: no passport has the code aids, so it can only be NAMED");
    }

    @Test
    void a_named_service_says_who_names_it() {
        assertThat(
                        findings(
                                "{ code: aids, status: NAMED, family: disability, title: { en: Aids } }",
                                "{ code: aids, status: NAMED, officialId: 03-01-01-00, family: disability, title: { en: Aids }, named: { source: \"a page\", dated: \"2024\" } }"))
                .singleElement()
                .asString()
                .startsWith("catalogue.yaml:8:")
                .contains("named");
    }

    @Test
    void what_stands_twice_is_found() {
        assertThat(findings(
                        "code: ccu-car, status: ILLUSTRATIVE }\n  - { code: ccu-car, status", "code: ccu-car, status"))
                .containsExactly("catalogue.yaml:7:7: the code ccu-car stands twice");
        assertThat(findings("status: ILLUSTRATIVE, officialId: 03-01-01-00 }", "status: ILLUSTRATIVE }"))
                .containsExactly("catalogue.yaml:8:34: the number 03-01-01-00 stands twice");
    }

    @Test
    void a_family_that_there_is_not_is_found_with_the_one_that_was_meant() {
        assertThat(findings("family: disabilty", "family: disability"))
                .containsExactly("catalogue.yaml:8:59: no family is called disabilty; did you mean disability?");
    }

    @Test
    void numbers_stand_the_newest_first_and_one_is_of_all() {
        assertThat(findings(
                        "{ services: 159, dated: \"2023\", source: x }\n  - { services: 160, dated: \"2025-12-08\", source: \"a page\" }",
                        "{ services: 160, dated: \"2025-12-08\", source: \"a page\" }"))
                .containsExactly("catalogue.yaml:3:5: the newest comes first");
        assertThat(findings("services: 26, of: CCU,", "services: 160,"))
                .containsExactly("catalogue.yaml:1:1: no number is that of all services");
    }

    @Test
    void a_catalogue_that_is_not_there_is_found() {
        assertThat(READER.read(List.of()).findings()).hasSize(1);
    }
}
