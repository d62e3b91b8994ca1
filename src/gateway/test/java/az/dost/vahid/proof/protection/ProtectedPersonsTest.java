package az.dost.vahid.proof.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.Troubles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.FileSystemResource;

class ProtectedPersonsTest {
    private static final String PERSON = "ab".repeat(32);
    private static final String FILE = """
            persons:
              - person: %s
                approvals:
                  - {requester: office, official: a.b, caseRef: CASE/1, approvedBy: chief, until: 2026-06-30}
                  - {requester: bureau, caseRef: CASE/2, approvedBy: chief, until: 2026-06-30}
            """.formatted(PERSON);

    @TempDir
    private Path folder;

    private ProtectedPersons read(String text, String now) throws IOException {
        Path file = Files.writeString(folder.resolve("protected-persons.yaml"), text);
        return new ProtectedPersons(
                new ProtectionFile(
                        new FileSystemResource(file),
                        new DefinitionReader(new FileSystemResource("contracts/protected-persons.schema.json"))),
                new Troubles(),
                Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    @ParameterizedTest(name = "{0} {1} {2} at {3}: {4}")
    @CsvSource({
        "office, a.b, CASE/1, 2026-06-01T10:00:00Z, APPROVED",
        "office, a.b, CASE/2, 2026-06-01T10:00:00Z, UNAPPROVED",
        "office, c.d, CASE/1, 2026-06-01T10:00:00Z, UNAPPROVED",
        "bureau, a.b, CASE/1, 2026-06-01T10:00:00Z, UNAPPROVED",
        "bureau, c.d, CASE/2, 2026-06-01T10:00:00Z, APPROVED",
        "other, a.b, CASE/1, 2026-06-01T10:00:00Z, UNAPPROVED",
        // The last day ends in Baku, four hours before UTC.
        "office, a.b, CASE/1, 2026-06-30T19:59:59Z, APPROVED",
        "office, a.b, CASE/1, 2026-06-30T20:00:00Z, UNAPPROVED"
    })
    void a_protected_person_is_looked_up_only_as_was_approved(
            String requester, String official, String caseRef, String now, Protection expected) throws IOException {
        assertThat(read(FILE, now).protection(PERSON, requester, official, caseRef))
                .isEqualTo(expected);
    }

    @Test
    void everybody_else_is_not_protected() throws IOException {
        assertThat(read(FILE, "2026-06-01T10:00:00Z").protection("cd".repeat(32), "other", "x", "y"))
                .isEqualTo(Protection.NONE);
        assertThat(read("persons: []\n", "2026-06-01T10:00:00Z").protection(PERSON, "other", "x", "y"))
                .isEqualTo(Protection.NONE);
    }

    @Test
    void every_error_stands_in_one_report() {
        assertThatThrownBy(() -> read(
                        FILE.replace(
                                        "CASE/2, approvedBy: chief, until: 2026-06-30",
                                        "CASE/2, approvedBy: chief, until: 2026-02-30")
                                + "  - person: " + PERSON + "\n",
                        "2026-06-01T10:00:00Z"))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("protected-persons.yaml:5:")
                .hasMessageContaining("there is no such day")
                .hasMessageContaining("protected-persons.yaml:6:5: this person stands in the list already");
        assertThatThrownBy(() -> read("persons: [{person: 1ABCDE2}]\n", "2026-06-01T10:00:00Z"))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("does not match")
                .hasMessageNotContaining("1ABCDE2");
    }

    @Test
    void without_the_file_nothing_starts_so_that_a_wrong_path_protects_nobody_less() {
        assertThatThrownBy(() -> new ProtectedPersons(
                        new ProtectionFile(
                                new FileSystemResource(folder.resolve("none.yaml")),
                                new DefinitionReader(
                                        new FileSystemResource("contracts/protected-persons.schema.json"))),
                        new Troubles(),
                        Clock.systemUTC()))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("none.yaml: cannot be read");
    }

    @Test
    void a_changed_file_counts_at_the_next_look_unless_it_is_wrong_or_gone() throws IOException {
        ProtectedPersons persons = read("persons: []\n", "2026-06-01T10:00:00Z");
        Path file = folder.resolve("protected-persons.yaml");
        Files.writeString(file, FILE);
        persons.refresh();
        assertThat(persons.protection(PERSON, "other", "x", "y")).isEqualTo(Protection.UNAPPROVED);
        Files.writeString(file, "persons: 7\n");
        persons.refresh();
        assertThat(persons.protection(PERSON, "other", "x", "y")).isEqualTo(Protection.UNAPPROVED);
        Files.delete(file);
        persons.refresh();
        assertThat(persons.protection(PERSON, "other", "x", "y")).isEqualTo(Protection.UNAPPROVED);
        Files.writeString(file, "persons: []\n# Nobody any more.\n");
        persons.refresh();
        assertThat(persons.protection(PERSON, "other", "x", "y")).isEqualTo(Protection.NONE);
    }
}
