package az.dost.vahid.proof.anchor;

import az.dost.vahid.proof.blob.ObjectStore;
import az.dost.vahid.proof.record.AnchorName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Anchors as objects. That none is deleted or written over is the bucket's to hold, by a lock with a retention of its
 * own (S3 Object Lock).
 */
final class AnchorBucket implements AnchorStore {
    private static final int LONGEST = 1 << 16;
    /** What a store answers when the condition of a put does not hold, RFC 9110, section 15.5.13. */
    private static final int TAKEN = 412;

    private final ObjectStore store;

    AnchorBucket(ObjectStore store) {
        this.store = store;
    }

    @Override
    public String keep(long number, String jws) throws IOException {
        try {
            Optional<String> there = find(number);
            if (there.isEmpty()) {
                put(number, jws);
            }
            return there.isPresent()
                    ? there.get()
                    : find(number).orElseThrow(() -> new IOException("The store forgot the anchor"));
        } catch (SdkException e) {
            throw new IOException(e.getClass().getSimpleName());
        }
    }

    private void put(long number, String jws) {
        try {
            store.put(AnchorName.of(number), jws.getBytes(StandardCharsets.US_ASCII));
        } catch (S3Exception e) {
            // Another gateway was faster: what it put is compared.
            if (e.statusCode() != TAKEN) {
                throw e;
            }
        }
    }

    @Override
    public Optional<String> find(long number) throws IOException {
        try (InputStream in = store.find(AnchorName.of(number)).orElse(null)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readNBytes(LONGEST), StandardCharsets.US_ASCII).strip());
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
