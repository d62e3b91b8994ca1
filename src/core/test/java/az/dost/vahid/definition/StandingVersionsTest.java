package az.dost.vahid.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Two gateways tell by digests whether they have the same files. */
class StandingVersionsTest {
    @TempDir
    Path place;

    private Path folder(String name, Map<String, String> files) throws IOException {
        Path folder = Files.createDirectories(place.resolve(name));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        return folder;
    }

    /** One gateway's definitions of a folder; a file that says "none" leaves all as it was. */
    private StandingDefinitions<Integer> standing(Path folder, Troubles troubles) {
        return new StandingDefinitions<>(
                "things",
                new DefinitionFolder(new PathMatchingResourcePatternResolver(), "file:" + folder),
                StandingVersionsTest::read,
                troubles);
    }

    private static Reading<Integer> read(List<Resource> files) {
        try {
            boolean none = false;
            for (Resource file : files) {
                none |= Files.readString(file.getFile().toPath()).equals("none");
            }
            return new Reading<>(none ? null : files.size(), none ? List.of(new Finding("a", 1, "no")) : List.of());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String version(Path folder) {
        Troubles troubles = new Troubles();
        standing(folder, troubles);
        return troubles.versions().now().get("things");
    }

    @Test
    void the_same_files_in_another_place_are_the_same_version() throws IOException {
        assertThat(version(folder("one", Map.of("a.yaml", "1", "b.yaml", "2"))))
                .isEqualTo(version(folder("two", Map.of("a.yaml", "1", "b.yaml", "2"))));
    }

    @Test
    void another_content_name_or_number_of_files_is_another_version() throws IOException {
        assertThat(List.of(
                        version(folder("one", Map.of("a.yaml", "1", "b.yaml", "2"))),
                        version(folder("two", Map.of("a.yaml", "1", "b.yaml", "3"))),
                        version(folder("three", Map.of("a.yaml", "1", "c.yaml", "2"))),
                        version(folder("four", Map.of("a.yaml", "12", "b.yaml", ""))),
                        version(folder("five", Map.of("a.yaml", "1"))),
                        version(folder("none", Map.of()))))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_version_is_that_of_what_counts_and_not_of_a_file_that_is_not_taken() throws IOException {
        Path folder = folder("one", Map.of("a.yaml", "1"));
        Troubles troubles = new Troubles();
        StandingDefinitions<Integer> standing = standing(folder, troubles);
        String before = troubles.versions().now().get("things");
        Files.writeString(folder.resolve("a.yaml"), "none");
        assertThat(standing.refresh()).isFalse();
        assertThat(troubles.versions().now()).containsEntry("things", before);
        Files.writeString(folder.resolve("a.yaml"), "one more");
        assertThat(standing.refresh()).isTrue();
        assertThat(troubles.versions().now().get("things")).isNotEqualTo(before);
    }

    @Test
    void a_byte_that_moves_from_one_file_into_the_next_is_seen() throws IOException {
        Path folder = folder("one", Map.of("a", "12", "b", "3", "c", "1", "d", "23"));
        assertThat(StandingVersions.of(List.<Resource>of(
                        new FileSystemResource(folder.resolve("a")), new FileSystemResource(folder.resolve("b")))))
                .isNotEqualTo(StandingVersions.of(List.<Resource>of(
                        new FileSystemResource(folder.resolve("c")), new FileSystemResource(folder.resolve("d")))));
    }
}
