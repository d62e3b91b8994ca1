package az.dost.vahid.xroad;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * The hash that ties an answer to its request, X-Road Message Protocol for REST, section 4.3 (header
 * X-Road-Request-Hash): SHA-512 over the head, or over the hashes of head and body where there is a body. The body is
 * hashed as it passes.
 */
public final class RequestHash {
    private static final String END = "\r\n";
    private final byte[] head;
    private final MessageDigest body = sha512();
    private long length;

    /** A header as it goes to the provider, in its own spelling. */
    public record Header(String name, String value) {}

    /**
     * @param verb such as {@code GET}
     * @param target path and query as in the request line, percent-encoded
     * @param headers those forwarded, in their order, with {@code x-road-id} and {@code x-road-request-id}
     */
    public RequestHash(String verb, String target, List<Header> headers) {
        this.head = sha512().digest(head(verb, target, headers));
    }

    /** What is hashed of the head, byte by byte as it is sent: each character is one byte. Parameters as above. */
    public static byte[] head(String verb, String target, List<Header> headers) {
        StringBuilder text = new StringBuilder(verb).append(END).append(target).append(END);
        headers.forEach(header ->
                text.append(header.name()).append(':').append(header.value()).append(END));
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Adds a part of the body. */
    public void body(byte[] bytes, int offset, int count) {
        body.update(bytes, offset, count);
        length += count;
    }

    /** The hash in base64 (RFC 4648, section 4); asked for once, when the whole body has passed. */
    public String value() {
        return length == 0 ? Base64.getEncoder().encodeToString(head) : value(body.digest());
    }

    /** The same where the SHA-512 of a body that is not empty is known already. */
    public String value(byte[] bodySha512) {
        MessageDigest both = sha512();
        both.update(head);
        both.update(bodySha512);
        return Base64.getEncoder().encodeToString(both.digest());
    }

    /**
     * The hash of a request that is over.
     *
     * @param head see {@link #head}
     * @param bodySha512 null for a request without a body
     */
    public static String of(byte[] head, byte[] bodySha512) {
        byte[] hashed = sha512().digest(head);
        if (bodySha512 != null) {
            MessageDigest both = sha512();
            both.update(hashed);
            hashed = both.digest(bodySha512);
        }
        return Base64.getEncoder().encodeToString(hashed);
    }

    private static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
