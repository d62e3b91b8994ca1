package az.dost.vahid.proof.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file while it is taken: on this gateway's disk, and no longer than that. */
class WorkDiskTest {
    @TempDir
    Path folder;

    @Test
    void a_file_is_copied_with_its_digest_for_its_owner_alone() throws IOException {
        WorkDisk.Received file = new WorkDisk(folder)
                .receive(
                        new ByteArrayInputStream("abc".getBytes(StandardCharsets.US_ASCII)),
                        "drops/an-office",
                        "a.csv",
                        10);
        assertThat(file.file())
                .isEqualTo(folder.resolve("drops/an-office/a.csv"))
                .hasContent("abc");
        assertThat(file.bytes()).isEqualTo(3);
        // FIPS 180-2, appendix B.1
        assertThat(file.digest()).isEqualTo("sha-256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void of_one_that_is_too_long_only_the_beginning_is_copied() throws IOException {
        WorkDisk.Received file =
                new WorkDisk(folder).receive(new ByteArrayInputStream(new byte[1 << 20]), "transfers", "long", 1000);
        assertThat(file.bytes()).isGreaterThan(1000).isLessThan(200_000);
    }

    @Test
    void of_one_that_breaks_off_nothing_is_left() {
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The line is cut");
            }
        });
        assertThatThrownBy(() -> new WorkDisk(folder).receive(broken, "transfers", "half", 1 << 20))
                .hasMessage("The line is cut");
        assertThat(folder.resolve("transfers")).isEmptyDirectory();
    }

    @Test
    void what_a_gateway_that_was_killed_left_there_goes_after_a_day() throws IOException {
        Path left = Files.writeString(
                Files.createDirectories(folder.resolve("drops/an-office")).resolve("left.csv"), "1AAAAAA");
        Path young = Files.writeString(folder.resolve("drops/an-office/young.csv"), "1AAAAAA");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        new WorkDisk(folder).tidy();
        assertThat(left).doesNotExist();
        assertThat(young).exists();
    }
}
