package az.dost.vahid.anchor;

import az.dost.vahid.ingest.source.ObjectStore;
import az.dost.vahid.record.AnchorName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;

/** Anchors as objects. That none is deleted or written over is the bucket's to hold, by a lock with a retention of its own (S3 Object Lock). */
final class AnchorBucket implements AnchorStore {
    private static final int LONGEST = 1 << 16;
    private final ObjectStore store;

    AnchorBucket(ObjectStore store) {
        this.store = store;
    }

    @Override
    public String keep(long number, String jws) throws IOException {
        try {
            Optional<String> there = find(number);
            if (there.isEmpty()) {
                store.put(AnchorName.of(number), jws.getBytes(StandardCharsets.US_ASCII));
            }
            return there.isPresent() ? there.get() : find(number).orElseThrow(() -> new IOException("The store forgot the anchor"));
        } catch (SdkException e) {
            throw new IOException(e.getClass().getSimpleName());
        }
    }

    @Override
    public Optional<String> find(long number) throws IOException {
        try (InputStream in = store.find(AnchorName.of(number)).orElse(null)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readNBytes(LONGEST), StandardCharsets.US_ASCII).strip());
        } catch (SdkException e) {
            throw new IOException(e.getClass().getSimpleName());
        }
    }

    @Override
    public long newest() throws IOException {
        try {
            long newest = 0;
            for (Iterator<String> names = store.names().iterator(); names.hasNext(); ) {
                newest = Math.max(newest, AnchorName.number(names.next()));
            }
            return newest;
        } catch (SdkException e) {
            throw new IOException(e.getClass().getSimpleName());
        }
    }
}
