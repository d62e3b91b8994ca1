package az.dost.vahid.proof.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.proof.blob.InstalledObjectStore;
import az.dost.vahid.proof.record.AnchorName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Anchors in an object store, on servers that others made; with a lock where the server has locks. */
class AnchorBucketTest {
    private static final String BUCKET = "anchors";

    @TempDir
    Path folder;

    private static AnchorBucket anchors(InstalledObjectStore.Running server) {
        return new AnchorBucket(server.store("anchors", BUCKET));
    }

    private InstalledObjectStore.Running start(InstalledObjectStore kind, boolean lock) throws IOException {
        InstalledObjectStore.Running server = kind.start(folder.resolve("server"));
        try (S3Client administrator = server.client()) {
            administrator.createBucket(bucket -> bucket.bucket(BUCKET).objectLockEnabledForBucket(lock ? true : null));
            if (lock) {
                administrator.putObjectLockConfiguration(put -> put.bucket(BUCKET)
                        .objectLockConfiguration(configuration -> configuration
                                .objectLockEnabled(ObjectLockEnabled.ENABLED)
                                .rule(rule ->
                                        rule.defaultRetention(kept -> kept.mode(ObjectLockRetentionMode.COMPLIANCE)
                                                .days(1)))));
            }
        }
        return server;
    }

    @ParameterizedTest
    @EnumSource
    void a_root_is_kept_once_and_never_written_over(InstalledObjectStore kind) throws IOException {
        try (InstalledObjectStore.Running server = start(kind, false)) {
            AnchorBucket anchors = anchors(server);
            assertThat(anchors.newest()).isZero();
            assertThat(anchors.find(1)).isEmpty();
            assertThat(anchors.keep(1, "a.b.c")).isEqualTo("a.b.c");
            assertThat(anchors.keep(1, "another.root.here"))
                    .as("what was there")
                    .isEqualTo("a.b.c");
            for (long root = 2; root <= 12; root++) {
                anchors.keep(root, "root." + root + ".x");
            }
            assertThat(anchors(server).newest()).isEqualTo(12);
            assertThat(anchors(server).find(7)).contains("root.7.x");
        }
    }

    @ParameterizedTest
    @EnumSource
    void gateways_that_anchor_the_same_roots_at_the_same_time_all_find_them_kept(InstalledObjectStore kind)
            throws Exception {
        ExecutorService gateways = Executors.newFixedThreadPool(4);
        try (InstalledObjectStore.Running server = start(kind, false)) {
            AnchorBucket anchors = anchors(server);
            for (long root = 1; root <= 10; root++) {
                long number = root;
                List<Callable<String>> keeps =
                        Collections.<Callable<String>>nCopies(4, () -> anchors.keep(number, "root." + number + ".x"));
                for (Future<String> kept : gateways.invokeAll(keeps)) {
                    assertThat(kept.get()).isEqualTo("root." + number + ".x");
                }
            }
        } finally {
            gateways.shutdownNow();
        }
    }

    @Test
    @Tag("attack")
    void a_bucket_with_a_lock_takes_anchors_and_gives_none_away() throws IOException {
        try (InstalledObjectStore.Running server = start(InstalledObjectStore.MOTO, true);
                S3Client administrator = server.client()) {
            AnchorBucket anchors = anchors(server);
            assertThat(anchors.keep(1, "a.b.c")).isEqualTo("a.b.c");
            var version = administrator
                    .listObjectVersions(list -> list.bucket(BUCKET))
                    .versions()
                    .get(0);
            assertThat(version.key()).endsWith(AnchorName.of(1));
            assertThatThrownBy(() -> administrator.deleteObject(
                            delete -> delete.bucket(BUCKET).key(version.key()).versionId(version.versionId())))
                    .isInstanceOf(S3Exception.class)
                    .hasMessageContaining("Access Denied");
            assertThat(anchors.find(1)).contains("a.b.c");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_store_that_is_away_is_an_anchor_later(InstalledObjectStore kind) throws IOException {
        AnchorBucket anchors;
        try (InstalledObjectStore.Running server = start(kind, false)) {
            anchors = anchors(server);
            anchors.keep(1, "a.b.c");
        }
        assertThatThrownBy(() -> anchors.keep(2, "d.e.f")).isInstanceOf(IOException.class);
        assertThatThrownBy(anchors::newest).isInstanceOf(IOException.class);
    }
}
