package az.dost.vahid.proof.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.sources.ingest.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A store that is away, full, or not the one that it should be: nothing is kept in a wrong place, and the health says
 * why.
 */
class StoreAwayTest {
    private static final byte[] FILE = "a file".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Path blobs() {
        return folder.resolve("blobs");
    }

    @Test
    void a_folder_that_is_away_takes_nothing_and_is_used_again_once_it_is_back() throws IOException {
        BlobBench gateway = new BlobBench(folder);
        Blob before = gateway.keep(FILE);
        Files.move(blobs(), folder.resolve("away"));
        assertThatThrownBy(() -> gateway.put(FILE)).isInstanceOf(IOException.class);
        assertThat(blobs()).doesNotExist();
        assertThat(gateway.health()).isEqualTo("WARNING");
        assertThat(gateway.store.health().getDetails().get("trouble").toString())
                .contains("vahid-blobs");
        assertThat(gateway.meters.get("vahid.blobs.away").gauge().value()).isOne();
        Files.move(folder.resolve("away"), blobs());
        gateway.store.look();
        assertThat(gateway.health()).isEqualTo("UP");
        assertThat(gateway.read(before)).isEqualTo(FILE);
    }

    @Test
    @Tag("attack")
    void a_mount_that_is_not_there_is_no_store_and_has_lost_nothing() throws IOException {
        BlobBench gateway = new BlobBench(folder);
        Blob before = gateway.keep(FILE);
        Files.move(blobs(), folder.resolve("away"));
        Files.createDirectory(blobs());
        assertThatThrownBy(() -> gateway.put(FILE))
                .isInstanceOf(WrongStoreException.class)
                .hasMessageContaining("Is it mounted");
        assertThatThrownBy(() -> gateway.read(before)).isInstanceOf(WrongStoreException.class);
        gateway.sweep(Duration.ZERO);
        try (var files = Files.list(blobs())) {
            assertThat(files).as("nothing is written below the mount").isEmpty();
        }
        assertThat(gateway.store.health().getDetails()).containsEntry("lost", 0);
    }

    @Test
    void a_folder_that_the_other_gateways_do_not_share_is_refused() throws IOException {
        BlobBench first = new BlobBench(folder);
        first.keep(FILE);
        BlobBench second =
                new BlobBench(folder, first.database, new BlobFolder(folder.resolve("a-disk-of-its-own"), 0));
        assertThatThrownBy(() -> second.put(FILE)).isInstanceOf(WrongStoreException.class);
        assertThat(second.health()).isEqualTo("WARNING");
    }

    @Test
    @Tag("attack")
    void a_store_of_another_database_is_refused_and_nothing_in_it_is_taken_for_an_orphan() throws IOException {
        BlobBench first = new BlobBench(folder);
        Blob blob = first.keep(FILE);
        BlobBench second = new BlobBench(folder, TestDatabase.create(), new BlobFolder(blobs(), 0));
        second.sweep(Duration.ofDays(-1));
        assertThat(first.read(blob)).isEqualTo(FILE);
        assertThatThrownBy(() -> second.put(FILE))
                .isInstanceOf(WrongStoreException.class)
                .hasMessageContaining("another");
    }

    @Test
    void above_a_folder_that_is_not_there_nothing_is_made() throws IOException {
        BlobBench gateway =
                new BlobBench(folder, TestDatabase.create(), new BlobFolder(folder.resolve("not-mounted/blobs"), 0));
        assertThatThrownBy(() -> gateway.put(FILE)).isInstanceOf(IOException.class);
        assertThat(folder.resolve("not-mounted")).doesNotExist();
        Files.createDirectory(folder.resolve("not-mounted"));
        assertThat(gateway.read(gateway.keep(FILE))).isEqualTo(FILE);
        assertThat(gateway.health()).isEqualTo("UP");
    }

    /** A folder whose disk fills while a blob is written. */
    private static final class FullDisk extends OutputStream {
        @Override
        public void write(int each) throws IOException {
            throw new IOException("No space left on device");
        }
    }

    @Test
    void a_disk_that_is_full_is_named_until_something_could_be_written_again() throws IOException {
        boolean[] full = {true};
        BlobFolder disk = new BlobFolder(blobs(), 0);
        BlobBench gateway = new BlobBench(folder, TestDatabase.create(), new ForwardingStore(disk) {
            @Override
            public String put(Writing writing) throws IOException {
                return full[0] ? writing.to(new FullDisk()) : super.put(writing);
            }

            @Override
            public void probe(boolean failed) throws IOException {
                if (full[0]) {
                    throw new IOException("No space left on device");
                }
                super.probe(failed);
            }
        });
        assertThatThrownBy(() -> gateway.put(FILE)).hasMessage("No space left on device");
        gateway.store.look();
        assertThat(gateway.store.health().getDetails()).containsEntry("trouble", "No space left on device");
        assertThat(gateway.jdbc.queryForObject("select count(*) from blob", Integer.class))
                .isZero();
        full[0] = false;
        gateway.store.look();
        assertThat(gateway.health()).isEqualTo("UP");
        assertThat(gateway.read(gateway.keep(FILE))).isEqualTo(FILE);
    }

    @Test
    void a_disk_with_little_room_is_named_before_it_is_full() throws IOException {
        BlobBench gateway = new BlobBench(folder, TestDatabase.create(), new BlobFolder(blobs(), Long.MAX_VALUE));
        gateway.keep(FILE);
        gateway.store.look();
        assertThat(gateway.health()).isEqualTo("WARNING");
        assertThat(gateway.store.health().getDetails())
                .containsEntry("room", "little")
                .doesNotContainKey("trouble");
        assertThat(gateway.read(gateway.keep(FILE))).isEqualTo(FILE);
    }
}
