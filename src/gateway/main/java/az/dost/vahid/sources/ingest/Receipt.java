package az.dost.vahid.sources.ingest;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.drop.DropName;
import az.dost.vahid.drop.DropRefused;
import az.dost.vahid.drop.ReceivedDrop;
import az.dost.vahid.proof.blob.WorkDisk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/** How one agency's files are received: each is a file of the gateway's own while it is dealt with. */
record Receipt(WorkDisk disk, String agency, long maxBytes) {
    private static final int MAX_SIGNATURE = 1 << 16;

    /** Stops soon after {@link #maxBytes}: whoever asked sees by the size that the file is too long. */
    ReceivedDrop of(InputStream source, DropName name) throws IOException {
        WorkDisk.Received file = disk.receive(source, "drops/" + agency, name.name(), maxBytes);
        return new ReceivedDrop(name, file.file(), file.digest(), null);
    }

    /** Takes the gateway's own file away. */
    static void forget(ReceivedDrop drop) throws IOException {
        Files.deleteIfExists(drop.file());
    }

    /** @throws DropRefused when it is too long to be a signature */
    static byte[] signature(InputStream source) throws IOException {
        byte[] signature = source.readNBytes(MAX_SIGNATURE + 1);
        if (signature.length > MAX_SIGNATURE) {
            throw new DropRefused(
                    Reason.SIGNATURE_INVALID, "The signature file is longer than " + MAX_SIGNATURE + " bytes");
        }
        return signature;
    }
}
