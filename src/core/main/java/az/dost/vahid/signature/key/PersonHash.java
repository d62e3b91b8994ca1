package az.dost.vahid.signature.key;

import az.dost.vahid.problem.StartException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stands for a person where a FIN must not: HMAC-SHA-256 (RFC 2104) of it. Without the key nobody finds the FIN by
 * trying all there are; with another key nothing that was kept is found again, so this key is never changed.
 */
public final class PersonHash {
    /** Alias of the key where it lies with the gateway's others, in a store or a token. */
    public static final String ALIAS = "person";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_KEY = 32;
    private final SecretKey key;

    /** @param key at least 32 bytes */
    public PersonHash(byte[] key) {
        this(secret(key));
    }

    /** @param key may be one that never leaves its token */
    public PersonHash(SecretKey key) {
        this.key = key;
    }

    /** @throws IllegalArgumentException when it has fewer than 32 bytes */
    private static SecretKey secret(byte[] key) {
        if (key.length < SHORTEST_KEY) {
            throw new IllegalArgumentException("The key must have " + SHORTEST_KEY + " bytes");
        }
        return new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * With the key in a file, base64.
     *
     * @throws StartException when there is none; it says how to make one
     */
    public static PersonHash of(Path file) {
        return new PersonHash(key(file));
    }

    /**
     * The key in a file, base64.
     *
     * @throws StartException when there is none; it says how to make one
     */
    public static SecretKey key(Path file) {
        try {
            return secret(Base64.getDecoder()
                    .decode(Files.readString(file, StandardCharsets.US_ASCII).strip()));
        } catch (IOException | IllegalArgumentException e) {
            throw new StartException(
                    "The key that stands for persons cannot be read from " + file
                            + ": make one with 'openssl rand -base64 32' and keep a copy of it",
                    e);
        }
    }

    /** Tells this key from others and says nothing of it: 32 hex digits. */
    public String fingerprint() {
        // In small letters, and longer than a FIN: it is no person's.
        return of("fingerprint of the key of persons").substring(0, 32);
    }

    /** 64 hex digits. */
    public String of(String fin) {
        try {
            // No provider is named: the JDK finds the one that takes the key.
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(fin.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK has no " + ALGORITHM, e);
        }
    }
}
