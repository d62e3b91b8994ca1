package az.dost.vahid.proof.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.signature.key.ChangedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in a folder that gateways share: put, committed, read by another one, and taken away. */
class BlobsTest {
    private static final byte[] FILE =
            "1AAAAAA;Bakı;1.000,00 AZN\r\n".repeat(100).getBytes(StandardCharsets.UTF_8);
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    Path folder;

    private BlobBench one;

    @BeforeEach
    void begin() throws IOException {
        one = new BlobBench(folder);
    }

    /** Another gateway on the same database and store. */
    private BlobBench other() throws IOException {
        return new BlobBench(folder, one.database, new BlobFolder(folder.resolve("blobs"), 0));
    }

    private Path stored(Blob blob) {
        return folder.resolve("blobs").resolve(blob.name());
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0,
                1,
                SealedOutput.PIECE - 1,
                SealedOutput.PIECE,
                SealedOutput.PIECE + 1,
                5 * SealedOutput.PIECE + 17
            })
    void what_one_gateway_keeps_another_one_reads(int length) throws IOException {
        Blob blob = one.keep(random(length));
        assertThat(other().read(blob)).isEqualTo(random(length));
        assertThat(blob.bytes()).isEqualTo(length);
    }

    @Test
    @Tag("attack")
    void what_lies_there_is_named_by_its_digest_tells_nothing_and_is_nobody_elses() throws IOException {
        Blob blob = one.keep(FILE);
        byte[] bytes = Files.readAllBytes(stored(blob));
        assertThat(stored(blob).getFileName().toString())
                .isEqualTo(java.util.HexFormat.of().formatHex(BlobBench.CRYPTO.sha256(bytes)));
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("AAAAA");
        assertThat(bytes.length).as("compressed").isLessThan(FILE.length);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(stored(blob))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(stored(blob).getParent())))
                .isEqualTo("rwx------");
        assertThat(one.keep(FILE).digest())
                .as("nobody sees that two files are the same")
                .isNotEqualTo(blob.digest());
    }

    @Test
    void before_its_commit_nobody_finds_it() throws IOException {
        Blob blob = one.put(FILE);
        assertThat(stored(blob)).exists();
        assertThatThrownBy(() -> other().read(blob)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    @Tag("attack")
    void a_blob_of_which_a_byte_was_changed_ends_before_its_end() throws IOException {
        byte[] content = random(3 * SealedOutput.PIECE);
        Blob blob = one.keep(content);
        byte[] bytes = Files.readAllBytes(stored(blob));
        for (int at : new int[] {0, 3, 100, bytes.length / 2, bytes.length - 1}) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            Files.write(stored(blob), changed);
            assertThatThrownBy(() -> one.read(blob))
                    .as("byte " + at)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(blob.id().toString());
        }
        assertThat(one.meters.get("vahid.blobs.lost").gauge().value()).isEqualTo(5);
        assertThat(one.health()).isEqualTo("WARNING");
    }

    @Test
    @Tag("attack")
    void a_blob_that_was_cut_off_made_longer_or_put_in_anothers_place_is_not_read() throws IOException {
        Blob blob = one.keep(random(3 * SealedOutput.PIECE));
        Blob second = one.keep(random(3 * SealedOutput.PIECE + 1));
        byte[] bytes = Files.readAllBytes(stored(blob));
        int piece = Integer.BYTES + SealedOutput.PIECE + 28;
        for (byte[] changed : new byte[][] {
            new byte[0],
            java.util.Arrays.copyOf(bytes, piece),
            java.util.Arrays.copyOf(bytes, bytes.length - 1),
            java.util.Arrays.copyOf(bytes, bytes.length + 1),
            Files.readAllBytes(stored(second))
        }) {
            Files.write(stored(blob), changed);
            assertThatThrownBy(() -> one.read(blob))
                    .as(changed.length + " bytes")
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    @Tag("attack")
    void whoever_may_write_to_the_database_gets_no_other_blob_by_it_and_no_other_file() throws IOException {
        Blob mine = one.keep(FILE);
        Blob other = one.keep(random(1000));
        one.jdbc.update("update blob set digest = ? where id = ?", other.digest(), mine.id());
        assertThatThrownBy(() -> one.read(mine)).isInstanceOf(IOException.class);
        one.jdbc.update("update blob set digest = '../../keys/record.key' where id = ?", mine.id());
        assertThatThrownBy(() -> one.read(mine)).isInstanceOf(ChangedException.class);
        assertThatThrownBy(() -> one.blobs.release(mine.id(), () -> true)).isInstanceOf(ChangedException.class);
        assertThat(folder.resolve("keys/record.key")).exists();
    }

    @Test
    void one_that_is_not_in_the_store_any_more_is_told() throws IOException {
        Blob blob = one.keep(FILE);
        Files.delete(stored(blob));
        assertThatThrownBy(() -> one.read(blob)).isInstanceOf(NoSuchFileException.class);
        assertThat(one.health()).isEqualTo("WARNING");
        assertThat(one.store.health().getDetails()).containsEntry("lost", 1);
    }

    @Test
    void the_last_use_takes_it_away_and_no_earlier_one() throws IOException {
        Blob blob = one.keep(FILE);
        one.blobs.release(blob.id(), () -> false);
        assertThat(one.read(blob)).isEqualTo(FILE);
        one.blobs.release(blob.id(), () -> true);
        assertThat(stored(blob)).doesNotExist();
        assertThat(one.jdbc.queryForObject("select count(*) from blob", Integer.class))
                .isZero();
        one.blobs.release(blob.id(), () -> true);
    }

    @Test
    void one_that_was_never_committed_is_removed_after_a_day_and_no_other() throws IOException {
        Blob kept = one.keep(FILE);
        Blob orphan = one.put(FILE);
        Blob young = one.put(FILE);
        Path part =
                Files.createDirectories(folder.resolve("blobs/.parts")).resolve("left by a gateway that was killed");
        Files.write(part, FILE);
        for (Path old : new Path[] {stored(kept), stored(orphan), part}) {
            Files.setLastModifiedTime(
                    old, FileTime.from(Instant.now().minus(DAY).minusSeconds(60)));
        }
        one.sweep(DAY);
        assertThat(stored(orphan)).doesNotExist();
        assertThat(part).doesNotExist();
        assertThat(stored(young)).exists();
        assertThat(one.read(kept)).isEqualTo(FILE);
        assertThat(one.meters.counter("vahid.blobs.removed").count()).isOne();
    }

    @Test
    void what_retention_has_taken_the_key_of_is_unreadable_at_once_and_goes_with_the_next_sweep() throws IOException {
        Path file = Files.write(folder.resolve("old.csv"), FILE);
        Blob old = one.blobs.put(
                RecordId.at(Instant.now().minus(Duration.ofDays(400)).toEpochMilli()), DataClass.REFUSED, file);
        one.jdbc.update(
                "insert into blob (id, data_class, digest, bytes) values (?, 'refused', ?, 1)", old.id(), old.digest());
        Blob kept = one.keep(FILE);
        one.jdbc.update("update data_key set wrapped = null where data_class = 'refused'");
        assertThatThrownBy(() -> other().read(old))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("its time is over");
        Files.setLastModifiedTime(stored(old), FileTime.from(Instant.now().minus(Duration.ofDays(400))));
        one.sweep(DAY);
        assertThat(stored(old)).doesNotExist();
        assertThat(one.jdbc.queryForObject("select count(*) from blob", Integer.class))
                .isOne();
        assertThat(one.read(kept)).isEqualTo(FILE);
    }

    @Test
    void a_file_that_cannot_be_moved_in_leaves_nothing_behind() throws IOException {
        one.keep(FILE);
        Path day = folder.resolve("blobs/exchange")
                .resolve(RecordId.day(RecordId.next()).toString());
        Files.move(day, folder.resolve("aside"), StandardCopyOption.ATOMIC_MOVE);
        Files.write(day, new byte[1]);
        assertThatThrownBy(() -> one.put(FILE)).isInstanceOf(IOException.class);
        try (var parts = Files.list(folder.resolve("blobs/.parts"))) {
            assertThat(parts).isEmpty();
        }
        assertThat(one.health()).isEqualTo("WARNING");
    }
}
