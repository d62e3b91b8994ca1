package az.dost.vahid.journeys.transfer;

import az.dost.vahid.proof.blob.Blob;
import az.dost.vahid.proof.blob.Blobs;
import az.dost.vahid.proof.blob.WorkDisk;
import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.record.body.RecordId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.UUID;

/**
 * Files between partners: on this gateway's disk while it takes one, then in the blob store, each under its transfer's
 * id until every receiver has it.
 */
final class FileStore {
    private static final String WORK = "transfers";
    private final WorkDisk disk;
    private final Blobs blobs;
    private final long maxBytes;

    FileStore(WorkDisk disk, Blobs blobs, long maxBytes) {
        this.disk = disk;
        this.blobs = blobs;
        this.maxBytes = maxBytes;
    }

    /** Copies what is being fetched, or its beginning where it is too long. */
    Incoming fetch(InputStream source, String sender, String type, String name) throws IOException {
        UUID id = RecordId.next();
        WorkDisk.Received file = disk.receive(source, WORK, id.toString(), maxBytes);
        return new Incoming(id, sender, type, name, file.file(), file.bytes(), file.digest(), null);
    }

    /** @throws FileRefused TOO_LONG */
    void checkLength(Incoming file) {
        if (file.size() > maxBytes) {
            throw new FileRefused(
                    Refusal.TOO_LONG, "The file is longer than " + maxBytes + " bytes; its beginning is kept");
        }
    }

    /**
     * Puts it where every gateway finds it; it counts only once it is committed. @param taken false for one that was
     * refused
     */
    Blob keep(Incoming file, boolean taken) throws IOException {
        return blobs.put(file.id(), taken ? DataClass.EXCHANGE : DataClass.REFUSED, file.file());
    }

    /** Of one that was not committed. */
    void discard(Blob blob) {
        blobs.discard(blob);
    }

    /** Takes this gateway's own copy away. */
    void forget(Incoming file) throws IOException {
        Files.deleteIfExists(file.file());
    }
}
