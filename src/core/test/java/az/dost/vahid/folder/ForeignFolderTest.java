package az.dost.vahid.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a partner may do in its own folder, and what he gains by it. */
@Tag("attack")
@EnabledOnOs({OS.LINUX, OS.MAC})
class ForeignFolderTest {
    @TempDir
    Path place;

    private Path theirs;
    private Path ours;
    private ForeignFolder folder;

    @BeforeEach
    void made() throws IOException {
        theirs = Files.createDirectory(place.resolve("theirs"));
        ours = Files.createDirectory(place.resolve("ours"));
        Files.writeString(ours.resolve("record.key"), "secret");
        folder = new ForeignFolder(theirs);
    }

    private static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> files(String folders) throws IOException {
        return folder.files(folders).stream().map(ForeignFolder.Entry::name).toList();
    }

    @Test
    void a_file_is_read_written_and_taken_away() throws IOException {
        folder.write("in/payroll", "a.csv", content("one"));
        folder.write("in/payroll", "a.csv", content("two"));
        assertThat(files("in/payroll")).containsExactly("a.csv");
        try (InputStream in = folder.open("in/payroll", "a.csv")) {
            assertThat(in).hasContent("two");
        }
        folder.delete("in/payroll", "a.csv");
        folder.delete("in/payroll", "a.csv");
        assertThat(theirs.resolve("in/payroll")).isEmptyDirectory();
    }

    @Test
    void what_a_killed_writer_left_is_taken_away_and_what_another_writes_is_not() throws IOException {
        Path left = Files.writeString(theirs.resolve("." + UUID.randomUUID() + ".part"), "half");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofMinutes(61))));
        Path theirsOwn = Files.writeString(theirs.resolve(".upload.part"), "theirs");
        Files.setLastModifiedTime(theirsOwn, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        Path written = Files.writeString(theirs.resolve("." + UUID.randomUUID() + ".part"), "being written");
        folder.write("", "a.csv", content("one"));
        assertThat(left).doesNotExist();
        assertThat(theirsOwn).exists();
        assertThat(written).exists();
        assertThat(theirs.resolve("a.csv")).hasContent("one");
    }

    @Test
    void a_link_to_a_secret_is_not_there() throws IOException {
        Files.createSymbolicLink(theirs.resolve("a.csv"), ours.resolve("record.key"));
        assertThat(files("")).isEmpty();
        assertThat(folder.others("")).extracting(ForeignFolder.Entry::name).containsExactly("a.csv");
        assertThatThrownBy(() -> folder.open("", "a.csv")).isInstanceOf(IOException.class);
        folder.delete("", "a.csv");
        assertThat(ours.resolve("record.key")).hasContent("secret");
    }

    @Test
    void a_second_name_of_a_secret_is_not_there() throws IOException {
        Files.createLink(theirs.resolve("a.csv"), ours.resolve("record.key"));
        assertThat(files("")).isEmpty();
        assertThatThrownBy(() -> folder.open("", "a.csv")).isInstanceOf(IOException.class);
    }

    @Test
    void a_pipe_holds_nobody_up() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", theirs.resolve("a.csv").toString())
                        .start()
                        .waitFor())
                .isZero();
        assertThat(files("")).isEmpty();
        assertThatThrownBy(() -> folder.open("", "a.csv")).isInstanceOf(IOException.class);
    }

    @Test
    void a_folder_that_is_a_link_is_neither_read_nor_written_nor_emptied() throws IOException {
        Files.createSymbolicLink(theirs.resolve("in"), ours);
        assertThatThrownBy(() -> folder.files("in")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> folder.open("in", "record.key")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> folder.delete("in", "record.key")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> folder.write("in", "own-grants.yaml", content("id: me")))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> folder.write("in/deeper", "own-grants.yaml", content("id: me")))
                .isInstanceOf(IOException.class);
        try (var left = Files.list(ours)) {
            assertThat(left).containsExactly(ours.resolve("record.key"));
        }
    }

    @Test
    void a_link_in_the_place_of_a_file_to_come_is_replaced_and_not_followed() throws IOException {
        Files.createSymbolicLink(theirs.resolve("a.csv"), ours.resolve("record.key"));
        folder.write("", "a.csv", content("theirs"));
        assertThat(ours.resolve("record.key")).hasContent("secret");
        assertThat(theirs.resolve("a.csv")).isRegularFile().hasContent("theirs");
    }

    @Test
    void what_cannot_be_written_whole_leaves_nothing() throws IOException {
        assertThatThrownBy(() -> folder.write("", "a.csv", new InputStream() {
                    private int left = 100_000;

                    @Override
                    public int read() throws IOException {
                        if (left-- <= 0) {
                            throw new IOException("The grant was taken away");
                        }
                        return 'x';
                    }
                }))
                .isInstanceOf(IOException.class);
        assertThat(theirs).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../ours/record.key", "a/b"})
    void a_name_leads_nowhere(String name) {
        assertThatThrownBy(() -> folder.open("", name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> folder.write("", name, content("x"))).isInstanceOf(IllegalArgumentException.class);
    }
}
