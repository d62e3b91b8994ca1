package az.dost.vahid.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stands in for personal data where only sameness matters: HMAC-SHA-256 (RFC 2104) under a key of this gateway, cut to
 * 128 bits. Without the key nobody can try all FINs until one fits.
 */
public final class KeyedHash {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 16;
    private final SecretKeySpec key;

    /** @param key of its own for each purpose, see {@link EncryptionKey#derive} */
    KeyedHash(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** 22 letters of base64url (RFC 4648, section 5). */
    public String of(String text) {
        byte[] hash = mac(key, text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(hash, LENGTH));
    }

    static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
