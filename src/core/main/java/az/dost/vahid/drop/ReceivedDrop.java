package az.dost.vahid.drop;

import java.nio.file.Path;

/**
 * A drop that has been fetched.
 *
 * @param file the gateway's own copy, the only one that is read from now on
 * @param digest {@code sha-256:<hex>} of it
 * @param signature the file beside it; null when the connector has none
 */
public record ReceivedDrop(DropName name, Path file, String digest, byte[] signature) {
    /** The property of the exchange in which it travels. */
    public static final String PROPERTY = "vahid.drop";

    public ReceivedDrop with(byte[] itsSignature) {
        return new ReceivedDrop(name, file, digest, itsSignature);
    }
}
