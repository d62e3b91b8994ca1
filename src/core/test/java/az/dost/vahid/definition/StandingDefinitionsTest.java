package az.dost.vahid.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Definitions that are read again: what a mistake, a folder that is away and a file that went may cost. */
@Tag("attack")
class StandingDefinitionsTest {
    @TempDir
    Path place;

    private Path folder;
    private final Troubles troubles = new Troubles();

    @BeforeEach
    void made() throws IOException {
        folder = Files.createDirectory(place.resolve("definitions"));
    }

    /** The texts of files; one that says "bad" has a mistake, one that says "worse" cannot even be read. */
    private Reading<List<String>> read(List<Resource> files) {
        List<String> good = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Resource file : files) {
            String text;
            try {
                text = Files.readString(file.getFile().toPath());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            if (text.equals("worse")) {
                throw new IllegalStateException();
            } else if (text.equals("bad")) {
                findings.add(new Finding(file.getFilename(), 1, "it is bad"));
            } else {
                good.add(text);
            }
        }
        return new Reading<>(good, findings);
    }

    private StandingDefinitions<List<String>> standing() {
        return new StandingDefinitions<>(
                "things",
                new DefinitionFolder(new PathMatchingResourcePatternResolver(), "file:" + folder),
                this::read,
                troubles);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name + ".yaml"), text);
    }

    private String health() {
        return troubles.health().getStatus() + " " + troubles.health().getDetails();
    }

    @Test
    void at_the_start_every_file_must_be_right() throws IOException {
        write("a", "bad");
        assertThatThrownBy(this::standing)
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("it is bad");
    }

    @Test
    void a_file_with_a_mistake_costs_itself_and_is_a_detail_of_the_health() throws IOException {
        write("a", "one");
        write("b", "two");
        StandingDefinitions<List<String>> standing = standing();
        write("a", "bad");
        write("b", "three");
        write("c", "four");
        assertThat(standing.refresh()).isTrue();
        assertThat(standing.now()).containsExactly("three", "four");
        assertThat(health()).contains("WARNING", "things", "a.yaml:1: it is bad");
        assertThat(standing.refresh()).isFalse();
        assertThat(health()).as("it is told until it is mended").contains("it is bad");
        write("a", "five");
        standing.refresh();
        assertThat(standing.now()).containsExactly("five", "three", "four");
        assertThat(health()).startsWith("UP");
    }

    @Test
    void a_folder_that_is_away_ends_nothing() throws IOException {
        write("a", "one");
        StandingDefinitions<List<String>> standing = standing();
        Files.move(folder, place.resolve("elsewhere"));
        assertThat(standing.refresh()).isFalse();
        assertThat(standing.now()).containsExactly("one");
        assertThat(health()).contains("WARNING", "away");
        Files.createDirectory(folder);
        assertThat(standing.refresh()).as("nothing is mounted here").isFalse();
        assertThat(standing.now()).containsExactly("one");
        Files.delete(folder);
        Files.move(place.resolve("elsewhere"), folder);
        standing.refresh();
        assertThat(standing.now()).containsExactly("one");
        assertThat(health()).startsWith("UP");
    }

    @Test
    void a_folder_that_was_emptied_has_nothing_any_more() throws IOException {
        write("a", "one");
        StandingDefinitions<List<String>> standing = standing();
        Files.delete(folder.resolve("a.yaml"));
        assertThat(standing.refresh()).isTrue();
        assertThat(standing.now()).isEmpty();
    }

    @Test
    void a_folder_that_comes_later_is_read() throws IOException {
        Files.delete(folder);
        StandingDefinitions<List<String>> standing = standing();
        assertThat(standing.now()).isEmpty();
        standing.refresh();
        assertThat(health()).as("a folder that never was is not away").startsWith("UP");
        Files.createDirectory(folder);
        write("a", "one");
        assertThat(standing.refresh()).isTrue();
        assertThat(standing.now()).containsExactly("one");
    }

    @Test
    void another_file_of_the_same_length_and_time_is_a_change() throws IOException {
        write("a", "one");
        FileTime time = Files.getLastModifiedTime(folder.resolve("a.yaml"));
        StandingDefinitions<List<String>> standing = standing();
        Path other = Files.writeString(place.resolve("other"), "two");
        Files.setLastModifiedTime(other, time);
        Files.move(other, folder.resolve("a.yaml"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(standing.refresh()).isTrue();
        assertThat(standing.now()).containsExactly("two");
    }

    @Test
    void a_reader_that_fails_is_asked_again_though_nothing_has_changed() throws IOException {
        write("a", "one");
        StandingDefinitions<List<String>> standing = standing();
        write("a", "worse");
        assertThat(standing.refresh()).isFalse();
        assertThat(health()).contains("WARNING", "cannot be read");
        standing.again();
        write("a", "two");
        assertThat(standing.refresh()).isTrue();
        assertThat(standing.now()).containsExactly("two");
    }

    @Test
    void one_file_whose_folder_is_away_stays_and_one_that_was_taken_away_is_gone() throws IOException {
        write("a", "one");
        StandingDefinitions<List<String>> standing =
                StandingDefinitions.of("thing", new FileSystemResource(folder.resolve("a.yaml")), this::read, troubles);
        Files.move(folder, place.resolve("elsewhere"));
        assertThat(standing.refresh()).isFalse();
        assertThat(standing.now()).containsExactly("one");
        Files.move(place.resolve("elsewhere"), folder);
        standing.refresh();
        Files.delete(folder.resolve("a.yaml"));
        write("b", "beside");
        assertThat(standing.refresh()).isTrue();
        assertThat(standing.now()).isEmpty();
    }
}
