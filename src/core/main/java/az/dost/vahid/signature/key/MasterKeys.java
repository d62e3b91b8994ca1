package az.dost.vahid.signature.key;

import az.dost.vahid.problem.StartException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** Keys that encrypt other keys: the first one encrypts, and each of them still opens what it once encrypted. */
public final class MasterKeys {
    private final List<EncryptionKey> keys;

    private MasterKeys(List<EncryptionKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * The keys in a file, base64, one a line: the present one, then those before it.
     *
     * @throws StartException when there is none, or a line is no key; it says how to make one
     */
    public static MasterKeys of(Path file, CryptoProvider crypto) {
        try {
            List<EncryptionKey> keys = Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(line -> new EncryptionKey(Base64.getDecoder().decode(line), crypto))
                    .toList();
            if (!keys.isEmpty()) {
                return new MasterKeys(keys);
            }
        } catch (IOException | IllegalArgumentException e) {
            // Told below; what is wrong with a key is nobody's to read.
        }
        throw new StartException("The master key of the record cannot be read from " + file
                + ": make one with 'openssl rand -base64 32' and keep a copy of it");
    }

    /** See {@link EncryptionKey#encrypt}. */
    public byte[] encrypt(byte[] plain, byte[] context) {
        return keys.get(0).encrypt(plain, context);
    }

    /** @throws ChangedException when the bytes are not what one of the keys encrypted in this context */
    public byte[] decrypt(byte[] sealed, byte[] context) {
        for (EncryptionKey key : keys) {
            try {
                return key.decrypt(sealed, context);
            } catch (ChangedException e) {
                // Perhaps by the one before.
            }
        }
        throw new ChangedException("It is not what was encrypted, or not with a key that is at hand");
    }

    /** A fingerprint of each, the present one's first: it tells keys apart and says nothing of them. */
    public List<String> fingerprints() {
        return keys.stream().map(EncryptionKey::fingerprint).toList();
    }

    /** Whether the present key encrypted it. */
    public boolean current(byte[] sealed, byte[] context) {
        try {
            keys.get(0).decrypt(sealed, context);
            return true;
        } catch (ChangedException e) {
            return false;
        }
    }
}
