package az.dost.vahid.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;

/** Which version of a connector's files is meant: a digest over those that decide how it behaves. */
final class FolderVersion {
    /** @throws UncheckedIOException when a file that the descriptor names cannot be read */
    static String of(Connector connector, Resource descriptor) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Stream<String> files = Stream.concat(Stream.of(descriptor.getFilename()), connector.files().stream());
            for (String file : files.toList()) {
                byte[] bytes = descriptor.createRelative(file).getContentAsByteArray();
                // The length keeps a byte from moving from one file into the next unseen.
                digest.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                digest.update(bytes);
            }
            return "sha-256:" + HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private FolderVersion() {}
}
