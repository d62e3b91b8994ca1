package az.dost.vahid.ingest;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.folder.OwnFiles;
import az.dost.vahid.ingest.drop.DropName;
import az.dost.vahid.ingest.drop.DropRefused;
import az.dost.vahid.ingest.drop.ReceivedDrop;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Copies what is being fetched into a file of the gateway's own and takes its digest, in one pass. */
final class Receipt {
    private static final int MAX_SIGNATURE = 1 << 16;

    /** Stops after {@code maxBytes} and a block more: whoever asked sees by the size that the file is too long. */
    static ReceivedDrop of(InputStream source, DropName name, Path target, long maxBytes) throws IOException {
        try (FileChannel file = OwnFiles.write(target)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] block = new byte[1 << 16];
            for (int count = source.read(block); count >= 0 && file.position() <= maxBytes; count = source.read(block)) {
                digest.update(block, 0, count);
                for (ByteBuffer rest = ByteBuffer.wrap(block, 0, count); rest.hasRemaining(); ) {
                    file.write(rest);
                }
            }
            file.force(true);
            return new ReceivedDrop(name, target, "sha-256:" + HexFormat.of().formatHex(digest.digest()), null);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws DropRefused when it is too long to be a signature */
    static byte[] signature(InputStream source) throws IOException {
        byte[] signature = source.readNBytes(MAX_SIGNATURE + 1);
        if (signature.length > MAX_SIGNATURE) {
            throw new DropRefused(Reason.SIGNATURE_INVALID, "The signature file is longer than " + MAX_SIGNATURE + " bytes");
        }
        return signature;
    }

    private Receipt() { }
}
