package az.dost.vahid.proof.blob;

import az.dost.vahid.folder.OwnFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * An object store. A blob is sealed into a file of the gateway's own first, as its length and name must be known before
 * it is sent.
 */
final class BlobBucket implements BlobStore {
    private static final String MARK = "vahid-blobs";
    private static final int LONGEST_MARK = 100;
    private final ObjectStore store;
    private final Path work;

    private interface Call<T> {
        T make() throws IOException;
    }

    /** @param work folder of this gateway's own */
    BlobBucket(ObjectStore store, Path work) {
        this.store = store;
        this.work = work;
    }

    private static <T> T call(Call<T> call) throws IOException {
        try {
            return call.make();
        } catch (SdkException e) {
            String code = e instanceof S3Exception answer && answer.awsErrorDetails() != null
                    ? answer.awsErrorDetails().errorCode()
                    : null;
            throw new IOException(
                    "The object store does not do it: "
                            + (code == null ? e.getClass().getSimpleName() : code),
                    e);
        }
    }

    @Override
    public String put(Writing writing) throws IOException {
        Path sealed = OwnFiles.folder(work).resolve(UUID.randomUUID().toString());
        try {
            MessageDigest md5 = ObjectStore.md5();
            String name;
            try (OutputStream out = new DigestOutputStream(OwnFiles.stream(sealed), md5)) {
                name = writing.to(out);
            }
            return call(() -> {
                store.put(name, sealed, md5.digest());
                return name;
            });
        } finally {
            Files.deleteIfExists(sealed);
        }
    }

    @Override
    public InputStream open(String name) throws IOException {
        return call(() -> store.find(name)).orElseThrow(() -> new NoSuchFileException(name));
    }

    @Override
    public void delete(String name) throws IOException {
        call(() -> {
            store.delete(name);
            return null;
        });
    }

    @Override
    public List<String> folders() throws IOException {
        return call(() -> {
            List<String> folders = new ArrayList<>();
            store.folders("")
                    .forEach(dataClass ->
                            store.folders(dataClass + "/").forEach(day -> folders.add(dataClass + "/" + day)));
            return folders;
        });
    }

    @Override
    public void list(String folder, Consumer<Stored> each) throws IOException {
        call(() -> {
            store.list(folder + "/")
                    .forEach(object -> each.accept(new Stored(folder + "/" + object.name(), object.changed())));
            return null;
        });
    }

    @Override
    public Optional<String> mark() throws IOException {
        Optional<InputStream> mark = call(() -> store.find(MARK));
        if (mark.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = mark.get()) {
            return Optional.of(new String(in.readNBytes(LONGEST_MARK), StandardCharsets.US_ASCII).strip());
        }
    }

    @Override
    public void mark(String owner) throws IOException {
        call(() -> {
            store.put(MARK, owner.getBytes(StandardCharsets.US_ASCII));
            return null;
        });
    }

    @Override
    public void probe(boolean failed) throws IOException {
        if (failed) {
            String name = "probe-" + UUID.randomUUID();
            call(() -> {
                store.put(name, new byte[] {1});
                store.delete(name);
                return null;
            });
        }
    }

    @Override
    public boolean room() {
        return true;
    }

    /** What a gateway that was killed left lies on its own disk, where {@link WorkDisk} takes it away. */
    @Override
    public void tidy(Instant before) {}

    @Override
    public String place() {
        return store.place();
    }
}
