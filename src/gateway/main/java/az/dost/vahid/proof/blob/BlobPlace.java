package az.dost.vahid.proof.blob;

import az.dost.vahid.problem.StartException;
import java.nio.file.Path;
import org.springframework.core.env.Environment;

/** The store that {@code vahid.blobs} names. */
final class BlobPlace {
    private static final String SETTING = "vahid.blobs";
    private static final String FILE = "file:";

    /** @throws StartException when it names none */
    static BlobStore of(Environment settings) {
        String place = settings.getProperty(SETTING, "").strip();
        if (place.isEmpty()) {
            throw new StartException("Set " + SETTING
                    + " to a folder that all gateways share, or to s3://access-key@host/bucket/folder");
        }
        if (ObjectStore.named(place)) {
            return new BlobBucket(
                    ObjectStore.of("blobs", SETTING, settings),
                    Path.of(settings.getProperty("vahid.data", "data")).resolve("work/blobs"));
        }
        return new BlobFolder(
                Path.of(place.startsWith(FILE) ? place.substring(FILE.length()) : place)
                        .toAbsolutePath(),
                settings.getProperty("vahid.blob-store.least-free-bytes", Long.class, 0L));
    }

    private BlobPlace() {}
}
