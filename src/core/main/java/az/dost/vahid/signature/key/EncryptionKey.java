package az.dost.vahid.signature.key;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts with AES-256-GCM (NIST SP 800-38D) under one key. A cipher text is the nonce (12 random bytes), the
 * encrypted bytes and the tag (16 bytes); a key must not encrypt more than 2^32 times.
 */
public final class EncryptionKey {
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final SecretKeySpec key;
    private final CryptoProvider crypto;

    /** @param key 32 bytes */
    public EncryptionKey(byte[] key, CryptoProvider crypto) {
        if (key.length != KEY) {
            throw new IllegalArgumentException("The key must have " + KEY + " bytes");
        }
        this.key = new SecretKeySpec(key, "AES");
        this.crypto = crypto;
    }

    /** A new key's bytes. */
    public static byte[] random() {
        byte[] key = new byte[KEY];
        RANDOM.nextBytes(key);
        return key;
    }

    /** @param context what the bytes belong to; they cannot be decrypted as anything else */
    public byte[] encrypt(byte[] plain, byte[] context) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, context);
            byte[] sealed = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The crypto provider cannot encrypt", e);
        }
    }

    /** @throws ChangedException when the bytes are not what this key encrypted in this context */
    public byte[] decrypt(byte[] sealed, byte[] context) {
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), context)
                    .doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new ChangedException("It is not what was encrypted, or not with this key");
        }
    }

    /** Tells this key from others and says nothing of it: 32 hex digits. */
    public String fingerprint() {
        return new PersonHash(key.getEncoded())
                .of("fingerprint of a key that encrypts")
                .substring(0, 32);
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] context) throws GeneralSecurityException {
        Cipher cipher = crypto.provider() == null
                ? Cipher.getInstance("AES/GCM/NoPadding")
                : Cipher.getInstance("AES/GCM/NoPadding", crypto.provider());
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context);
        return cipher;
    }
}
