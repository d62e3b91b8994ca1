package az.dost.vahid.transfer;

import az.dost.vahid.folder.OwnFiles;
import az.dost.vahid.record.body.RecordId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** Files on their way, below {@code <vahid.data>/transfers}: each under its id until every receiver has it; refused ones in quarantine. */
final class FileStore {
    private final Path folder;
    private final long maxBytes;

    FileStore(Path folder, long maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
    }

    Path file(UUID id) {
        return folder.resolve(id.toString());
    }

    /**
     * Copies what is being fetched and takes its digest, in one pass; it is on the disk when this returns.
     *
     * @throws FileRefused TOO_LONG, soon after the limit
     */
    Incoming fetch(InputStream source, String sender, String type, String name) throws IOException {
        UUID id = RecordId.next();
        OwnFiles.folder(folder);
        try (FileChannel file = OwnFiles.write(file(id))) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] block = new byte[1 << 16];
            for (int count = source.read(block); count >= 0 && file.position() <= maxBytes; count = source.read(block)) {
                digest.update(block, 0, count);
                for (ByteBuffer rest = ByteBuffer.wrap(block, 0, count); rest.hasRemaining(); ) {
                    file.write(rest);
                }
            }
            file.force(true);
            return new Incoming(id, sender, type, name, file(id), file.position(), "sha-256:" + HexFormat.of().formatHex(digest.digest()), null);
        } catch (IOException e) {
            remove(id);
            throw e;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws FileRefused TOO_LONG */
    void checkLength(Incoming file) {
        if (file.size() > maxBytes) {
            throw new FileRefused(Refusal.TOO_LONG, "The file is longer than " + maxBytes + " bytes; its beginning is kept");
        }
    }

    void quarantine(Incoming file) throws IOException {
        Path quarantine = OwnFiles.folder(folder.resolve("quarantine"));
        Files.move(file.file(), quarantine.resolve(file.id() + "-" + file.name()), StandardCopyOption.ATOMIC_MOVE);
    }

    void remove(UUID id) throws IOException {
        Files.deleteIfExists(file(id));
    }
}
