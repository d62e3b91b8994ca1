package az.dost.vahid.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.Resource;

/** What a folder that was handed over may have, and what is read of it. */
@Tag("attack")
@EnabledOnOs({OS.LINUX, OS.MAC})
class OthersFilesTest {
    private static final String SECRET = "secret";

    @TempDir
    Path place;

    private Path theirs;
    private OthersFiles files;

    @BeforeEach
    void made() throws Exception {
        Path ours = Files.createDirectory(place.resolve("ours"));
        Path key = Files.writeString(ours.resolve("record.key"), SECRET);
        theirs = Files.createDirectory(place.resolve("theirs"));
        Files.createDirectories(theirs.resolve("parts/deep"));
        Files.writeString(theirs.resolve("parts/a.yaml"), "a");
        Files.writeString(theirs.resolve("contract.yaml"), "c");
        Files.createSymbolicLink(theirs.resolve("link"), key);
        Files.createSymbolicLink(theirs.resolve("inner"), Path.of("contract.yaml"));
        Files.createSymbolicLink(theirs.resolve("folder"), ours);
        Files.createSymbolicLink(theirs.resolve("parts/deep/folder"), ours);
        Files.createSymbolicLink(theirs.resolve("loop"), Path.of("loop"));
        Files.createLink(theirs.resolve("second"), key);
        assertThat(new ProcessBuilder("mkfifo", theirs.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();
        try (RandomAccessFile huge = new RandomAccessFile(theirs.resolve("huge").toFile(), "rw")) {
            huge.setLength(20L << 30);
        }
        files = new OthersFiles(theirs);
    }

    @ParameterizedTest
    @CsvSource({
        "link, link, is a symbolic link",
        "inner, inner, is a symbolic link",
        "loop, loop, is a symbolic link",
        "folder/record.key, folder, is a symbolic link",
        "parts/deep/folder/record.key, parts/deep/folder, is a symbolic link",
        "parts/../link, link, is a symbolic link",
        "second, second, has a second name",
        "pipe, pipe, is no plain file",
        "huge, huge, is longer than",
        "../ours/record.key, ../ours/record.key, is outside the folder",
        "parts/../../ours/record.key, parts/../../ours/record.key, is outside the folder",
        "/etc/passwd, /etc/passwd, is outside the folder",
    })
    void what_is_no_file_of_the_folder_is_refused_by_its_own_name(String file, String named, String why) {
        Path path = theirs.resolve(file);
        assertThatThrownBy(() -> files.bytes(path))
                .isInstanceOf(UncheckedIOException.class)
                .cause()
                .isInstanceOf(RefusedFileException.class)
                .hasMessageStartingWith(theirs.resolve(named) + ": ")
                .hasMessageContaining(why)
                .hasMessageNotContaining(SECRET);
        assertThat(files.has(path)).isTrue();
        if (!file.equals("huge")) {
            assertThat(files.refused(path))
                    .hasValueSatisfying(said -> assertThat(said).contains(why));
        }
    }

    @Test
    void a_file_of_the_folder_is_read() {
        assertThat(files.text(theirs.resolve("contract.yaml"))).isEqualTo("c");
        assertThat(files.text(theirs.resolve("parts/../parts/./a.yaml"))).isEqualTo("a");
        assertThat(files.refused(theirs.resolve("parts/a.yaml"))).isEmpty();
        assertThat(files.has(theirs.resolve("parts/b.yaml"))).isFalse();
        assertThat(files.has(theirs.resolve("contract.yaml/b.yaml"))).isFalse();
        assertThat(files.has(theirs.resolve("parts"))).isFalse();
        assertThat(files.hasFolder(theirs.resolve("parts"))).isTrue();
        assertThat(files.hasFolder(theirs.resolve("folder"))).isFalse();
        assertThatThrownBy(() -> files.text(theirs.resolve("none"))).hasCauseInstanceOf(NoSuchFileException.class);
    }

    @Test
    void what_is_refused_is_listed_and_what_is_hidden_and_refused_is_not() throws IOException {
        Files.createSymbolicLink(theirs.resolve(".#contract.yaml"), Path.of("somebody@machine"));
        assertThat(files.files(theirs))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("contract.yaml", "folder", "huge", "inner", "link", "loop", "pipe", "second");
        assertThat(files.below(9, 100))
                .containsExactly(Path.of("contract.yaml"), Path.of("huge"), Path.of("parts/a.yaml"));
        assertThatThrownBy(() -> files.files(theirs.resolve("folder"))).hasCauseInstanceOf(RefusedFileException.class);
        assertThat(files.files(theirs.resolve("none"))).isEmpty();
    }

    @Test
    void the_root_may_be_a_link_and_a_folder_that_others_put_into_ours_may_not() throws IOException {
        Path link = Files.createSymbolicLink(place.resolve("chosen"), theirs);
        assertThat(new OthersFiles(link).text(link.resolve("parts/a.yaml"))).isEqualTo("a");
        assertThat(OthersFiles.beside(link.resolve("contract.yaml")).text(link.resolve("contract.yaml")))
                .isEqualTo("c");
        assertThatThrownBy(() -> OthersFiles.within(place, "chosen").text(link.resolve("parts/a.yaml")))
                .hasCauseInstanceOf(RefusedFileException.class)
                .hasMessageContaining(link + ": is a symbolic link");
    }

    @Test
    void what_was_read_once_stays_as_it_was_read() throws IOException {
        Path contract = theirs.resolve("contract.yaml");
        assertThat(files.text(contract)).isEqualTo("c");
        Files.delete(contract);
        Files.createSymbolicLink(contract, place.resolve("ours/record.key"));
        assertThat(files.text(contract)).isEqualTo("c");
        assertThat(files.keeping(List.of("contract.yaml")).text(contract)).isEqualTo("c");
        assertThatThrownBy(() -> files.keeping(List.of()).text(contract))
                .hasCauseInstanceOf(RefusedFileException.class);
    }

    @Test
    void a_resource_leads_to_no_file_outside() throws IOException {
        Resource resource = files.resource(theirs.resolve("contract.yaml"));
        assertThat(resource.getContentAsByteArray()).containsExactly('c');
        assertThat(resource.createRelative("parts/a.yaml").exists()).isTrue();
        assertThat(resource.createRelative("none").exists()).isFalse();
        for (String name : List.of("link", "../ours/record.key", "folder/record.key", "/etc/passwd")) {
            assertThatThrownBy(() -> resource.createRelative(name).getContentAsByteArray())
                    .as(name)
                    .isInstanceOf(RefusedFileException.class);
        }
        assertThatThrownBy(resource::getFile).isInstanceOf(IOException.class);
    }
}
