package az.dost.vahid.proof.record;

import az.dost.vahid.signature.MerkleTree;
import az.dost.vahid.signature.key.CryptoProvider;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256 as the audit chain uses it; in its texts base64url without padding (RFC 4648, section 5). */
public final class Digests {
    public static final int LENGTH = 32;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String SHA_256 = "sha-256:";
    private final CryptoProvider crypto;

    public Digests(CryptoProvider crypto) {
        this.crypto = crypto;
    }

    public MerkleTree tree() {
        return new MerkleTree(crypto::sha256);
    }

    public byte[] of(byte[] bytes) {
        return crypto.sha256(bytes);
    }

    public String text(byte[] bytes) {
        return BASE64.encodeToString(crypto.sha256(bytes));
    }

    public String text(String ascii) {
        return text(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    /** What a detached JWS signs: with this digest its signature can be checked when the content is no more. */
    public String signed(String jws, byte[] content) {
        byte[] header = jws.substring(0, jws.indexOf('.') + 1).getBytes(StandardCharsets.US_ASCII);
        byte[] payload = BASE64.encode(content);
        return text(ByteBuffer.allocate(header.length + payload.length)
                .put(header)
                .put(payload)
                .array());
    }

    /** A digest written {@code sha-256:<hex>} as it stands in the chain. */
    public static String compact(String digest) {
        return digest.startsWith(SHA_256)
                ? BASE64.encodeToString(HexFormat.of().parseHex(digest.substring(SHA_256.length())))
                : digest;
    }

    public static String text64(byte[] digest) {
        return BASE64.encodeToString(digest);
    }

    public static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    /**
     * An entry's link in the chain: over the link before, the entry's number (8 bytes, big-endian) and the entry's
     * digest.
     */
    public byte[] link(byte[] previous, long sequence, byte[] entry) {
        return linked(previous, sequence, of(entry));
    }

    /** The same. @param digest of the entry */
    byte[] linked(byte[] previous, long sequence, byte[] digest) {
        ByteArrayOutputStream input = new ByteArrayOutputStream(2 * LENGTH + Long.BYTES);
        input.writeBytes(previous);
        input.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(sequence).array());
        input.writeBytes(digest);
        return of(input.toByteArray());
    }
}
