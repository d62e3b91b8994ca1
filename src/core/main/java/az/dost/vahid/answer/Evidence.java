package az.dost.vahid.answer;

import java.util.UUID;

/**
 * The exact bytes with which an agency answered.
 *
 * @param bytes the reply's body; for a file drop a JSON locator of the row in its file, with the row as it was read
 * @param mediaType of the bytes
 * @param detached a signature that came beside the bytes, null when it is within them or in the connection
 * @param digest {@code sha-256:<hex>} of the bytes; of the whole file for a file drop
 * @param signer who proved the answer
 * @param version of the connector that asked and read it, see {@link az.dost.vahid.connector.ConnectorFolder#version};
 *     null when that is not known
 */
public record Evidence(
        UUID id, byte[] bytes, String mediaType, String detached, String digest, String signer, String version) {
    /** The same bytes as evidence in another dossier. */
    public Evidence as(UUID other) {
        return new Evidence(other, bytes, mediaType, detached, digest, signer, version);
    }
}
