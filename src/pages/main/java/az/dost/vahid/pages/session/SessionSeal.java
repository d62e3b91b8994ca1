package az.dost.vahid.pages.session;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.encrypt.Encryptors;

/**
 * Encrypts a text for one place (AES-256-GCM): what is in a session, whose tokens would open the gateway and whose
 * question names a citizen, and what a browser keeps for us.
 */
public final class SessionSeal {
    /** The secret is random by itself. */
    private static final String SALT = "76616869642e7061676573";

    private final BytesEncryptor encryptor;

    /** @param secret of 32 random bytes or more, as base64 */
    @SuppressWarnings("deprecation") // Sessions that were sealed must open.
    public SessionSeal(String secret) {
        encryptor = Encryptors.stronger(secret, SALT);
    }

    /** @param place where it is kept, at most 127 bytes */
    public byte[] seal(byte[] place, byte[] text) {
        return encryptor.encrypt(ByteBuffer.allocate(1 + place.length + text.length)
                .put((byte) place.length)
                .put(place)
                .put(text)
                .array());
    }

    /** Null where it was not sealed for this place, or not by this secret. */
    public byte[] open(byte[] place, byte[] sealed) {
        try {
            byte[] opened = encryptor.decrypt(sealed);
            int begin = 1 + place.length;
            if (opened.length >= begin
                    && opened[0] == place.length
                    && Arrays.equals(opened, 1, begin, place, 0, place.length)) {
                return Arrays.copyOfRange(opened, begin, opened.length);
            }
        } catch (RuntimeException e) {
            // What a library says of bytes that it cannot read helps nobody.
        }
        return null;
    }
}
