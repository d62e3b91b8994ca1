package az.dost.vahid.pages.session;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.encrypt.Encryptors;

/**
 * Encrypts what is in a session for one place (AES-256-GCM): its tokens would open the gateway, and a question in it
 * names a citizen.
 */
final class SessionSeal {
    private static final Logger LOG = LoggerFactory.getLogger(SessionSeal.class);
    /** The secret is random by itself. */
    private static final String SALT = "76616869642e7061676573";

    private final BytesEncryptor encryptor;

    /** @param secret of 32 random bytes or more, as base64 */
    @SuppressWarnings("deprecation") // Sessions that were sealed must open.
    SessionSeal(String secret) {
        encryptor = Encryptors.stronger(secret, SALT);
    }

    byte[] seal(byte[] place, byte[] text) {
        return encryptor.encrypt(ByteBuffer.allocate(1 + place.length + text.length)
                .put((byte) place.length)
                .put(place)
                .put(text)
                .array());
    }

    /** Null where it was not sealed for this place, or not by this secret. */
    byte[] open(byte[] place, byte[] sealed) {
        try {
            byte[] opened = encryptor.decrypt(sealed);
            int begin = 1 + place.length;
            if (opened.length >= begin
                    && opened[0] == place.length
                    && Arrays.equals(opened, 1, begin, place, 0, place.length)) {
                return Arrays.copyOfRange(opened, begin, opened.length);
            }
        } catch (RuntimeException e) {
            // Told below: what a library says of bytes that it cannot read helps nobody.
        }
        LOG.warn(
                "A row of a session was changed, or is of another secret than vahid.pages.shared-sessions.secret: it is no session");
        return null;
    }
}
