package az.dost.vahid.edge.access;

import az.dost.vahid.signature.key.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.greenbytes.http.sfv.ByteSequenceItem;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;

/**
 * What a request says its body is (RFC 9530, section 2), held to what comes. Digests of algorithms that are broken or
 * not known are left aside, as section 3 allows.
 */
public final class ContentDigest {
    /** The field, in lower case as a signature names it. */
    public static final String HEADER = "content-digest";

    private final Map<MessageDigest, ByteBuffer> said = new LinkedHashMap<>();

    private ContentDigest() {}

    /** @param header null for none; one that cannot be read says nothing */
    public static ContentDigest of(String header) {
        ContentDigest digest = new ContentDigest();
        try {
            if (header != null) {
                Parser.parseDictionary(header).get().forEach((algorithm, value) -> {
                    if (value instanceof ByteSequenceItem bytes) {
                        digest.add(algorithm, bytes.get());
                    }
                });
            }
        } catch (ParseException e) {
            // It says nothing.
        }
        return digest;
    }

    private void add(String algorithm, ByteBuffer value) {
        if (algorithm.equals("sha-256")) {
            said.put(Sha256.digest(), value);
        } else if (algorithm.equals("sha-512")) {
            said.put(sha512(), value);
        }
    }

    private static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            // Each Java has it.
            throw new IllegalStateException(e);
        }
    }

    /** Whether there is a digest that binds the body. */
    public boolean binds() {
        return !said.isEmpty();
    }

    /** Takes the next piece of the body, which stays as it is. */
    public void update(ByteBuffer piece) {
        said.keySet().forEach(digest -> digest.update(piece.duplicate()));
    }

    /** Whether all of the body that came is what was said; to be asked once, at its end. */
    public boolean holds() {
        return said.entrySet().stream()
                .allMatch(one ->
                        one.getValue().equals(ByteBuffer.wrap(one.getKey().digest())));
    }
}
