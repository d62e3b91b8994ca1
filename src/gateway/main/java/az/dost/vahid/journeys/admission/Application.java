package az.dost.vahid.journeys.admission;

import az.dost.vahid.signature.key.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/**
 * Somebody wants to come in.
 *
 * @param sender keyed digest of the address that it came from
 * @param secret SHA-256, hex, of what its applicant reads it by
 * @param requester id of the requester that it became; null for none
 * @param because why it was refused; null for none
 * @param content what was applied for, encrypted
 * @param step the entry of the chain that tells of its state
 */
record Application(
        UUID id,
        String sender,
        String secret,
        State state,
        String requester,
        String because,
        byte[] content,
        UUID step) {
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** How far it is. */
    enum State {
        OPEN,
        RELEASED,
        REFUSED
    }

    /** Of 256 bits: nobody guesses one. */
    static String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    boolean readBy(String told) {
        return MessageDigest.isEqual(
                secret.getBytes(StandardCharsets.US_ASCII), Sha256.hex(told).getBytes(StandardCharsets.US_ASCII));
    }

    Application became(State next, String as, String why, UUID entry) {
        return new Application(id, sender, secret, next, as, why, content, entry);
    }

    /** In the order of its columns. */
    Object[] row() {
        return new Object[] {id, sender, secret, state.name(), requester, because, content, step};
    }
}
