package az.dost.vahid.proof.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.sources.ingest.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Blobs in an object store, on servers that others made. */
class BucketTest {
    private static final String BUCKET = "blobs";
    private static final byte[] FILE = "1AAAAAA;Bakı\r\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private BlobBench gateway(InstalledObjectStore.Running server, String database) throws IOException {
        return new BlobBench(folder, database, new BlobBucket(server.store("blobs", BUCKET), folder.resolve("work")));
    }

    private InstalledObjectStore.Running start(InstalledObjectStore kind) throws IOException {
        InstalledObjectStore.Running server = kind.start(folder.resolve("server"));
        try (S3Client client = server.client()) {
            client.createBucket(bucket -> bucket.bucket(BUCKET));
        }
        return server;
    }

    @ParameterizedTest
    @EnumSource
    void what_one_gateway_puts_another_one_reads_and_its_disk_has_nothing_of_it(InstalledObjectStore kind)
            throws IOException {
        byte[] content = new byte[20 << 20];
        new Random(1).nextBytes(content);
        try (InstalledObjectStore.Running server = start(kind)) {
            BlobBench one = gateway(server, TestDatabase.create());
            Blob blob = one.keep(content);
            assertThat(gateway(server, one.database).read(blob)).isEqualTo(content);
            Blob empty = one.keep(new byte[0]);
            assertThat(one.read(empty)).isEmpty();
            assertThat(one.health()).isEqualTo("UP");
            try (var work = Files.list(folder.resolve("work"))) {
                assertThat(work).isEmpty();
            }
            one.blobs.release(blob.id(), () -> true);
            assertThat(one.store.folders())
                    .containsExactly(blob.name().substring(0, blob.name().lastIndexOf('/')));
            assertThatThrownBy(() -> one.store.open(blob.name())).isInstanceOf(NoSuchFileException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_belongs_to_nobody_is_removed_page_by_page(InstalledObjectStore kind) throws IOException {
        try (InstalledObjectStore.Running server = start(kind)) {
            BlobBench gateway = gateway(server, TestDatabase.create());
            Blob kept = gateway.keep(FILE);
            for (int orphan = 0; orphan < 5; orphan++) {
                gateway.put(FILE);
            }
            gateway.sweep(Duration.ofDays(1));
            assertThat(gateway.meters.counter("vahid.blobs.removed").count())
                    .as("they are young")
                    .isZero();
            gateway.sweep(Duration.ofDays(-1));
            assertThat(gateway.meters.counter("vahid.blobs.removed").count()).isEqualTo(5);
            assertThat(gateway.read(kept)).isEqualTo(FILE);
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("attack")
    void a_blob_that_was_changed_in_the_store_is_not_read(InstalledObjectStore kind) throws IOException {
        try (InstalledObjectStore.Running server = start(kind);
                S3Client administrator = server.client()) {
            BlobBench gateway = gateway(server, TestDatabase.create());
            Blob blob = gateway.keep(FILE);
            Blob other = gateway.keep(FILE);
            for (S3Object object :
                    administrator.listObjectsV2(list -> list.bucket(BUCKET)).contents()) {
                if (object.key().endsWith(blob.digest())) {
                    byte[] others = administrator
                            .getObjectAsBytes(
                                    get -> get.bucket(BUCKET).key(object.key().replace(blob.digest(), other.digest())))
                            .asByteArray();
                    administrator.putObject(put -> put.bucket(BUCKET).key(object.key()), RequestBody.fromBytes(others));
                }
            }
            assertThatThrownBy(() -> gateway.read(blob)).isInstanceOf(IOException.class);
            assertThat(gateway.read(other)).isEqualTo(FILE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_store_that_is_away_or_has_no_such_bucket_is_named_and_takes_nothing(InstalledObjectStore kind)
            throws IOException {
        BlobBench gateway;
        try (InstalledObjectStore.Running server = start(kind)) {
            gateway = gateway(server, TestDatabase.create());
            gateway.keep(FILE);
            BlobBench other = new BlobBench(
                    folder,
                    TestDatabase.create(),
                    new BlobBucket(server.store("blobs", "no-such-bucket"), folder.resolve("work")));
            assertThatThrownBy(() -> other.put(FILE))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("NoSuchBucket");
        }
        assertThatThrownBy(() -> gateway.put(FILE)).isInstanceOf(IOException.class);
        gateway.store.look();
        assertThat(gateway.health()).isEqualTo("WARNING");
        assertThat(gateway.jdbc.queryForObject("select count(*) from blob", Integer.class))
                .isOne();
    }
}
