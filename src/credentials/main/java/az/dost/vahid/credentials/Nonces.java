package az.dost.vahid.credentials;

import az.dost.vahid.signature.key.RowSeals;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;

/**
 * Challenges for proofs of keys (OpenID4VCI 1.0, section 7). Each says when it was made, under the gateways' seal, so
 * nothing is kept of it; that it is used once follows from the access token, which is good for one credential.
 */
final class Nonces {
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
    private static final String WHAT = "credential.nonce";
    private static final int RANDOM = 16;
    private static final int HEAD = Long.BYTES + RANDOM;
    private final RowSeals seals;
    private final InstantSource clock;

    Nonces(RowSeals seals, InstantSource clock) {
        this.seals = seals;
        this.clock = clock;
    }

    String next() {
        byte[] random = Arrays.copyOf(Base64.getUrlDecoder().decode(Secrets.code()), RANDOM);
        byte[] head = ByteBuffer.allocate(HEAD)
                .putLong(clock.instant().getEpochSecond())
                .put(random)
                .array();
        byte[] seal = seals.of(WHAT, (Object) head);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(HEAD + seal.length)
                        .put(head)
                        .put(seal)
                        .array());
    }

    /** Whether it was made here a short while ago. */
    boolean holds(String nonce) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(nonce);
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (bytes.length != HEAD + RowSeals.LENGTH) {
            return false;
        }
        byte[] head = Arrays.copyOf(bytes, HEAD);
        byte[] seal = Arrays.copyOfRange(bytes, HEAD, bytes.length);
        if (!MessageDigest.isEqual(seals.of(WHAT, (Object) head), seal)) {
            return false;
        }
        Instant at = Instant.ofEpochSecond(ByteBuffer.wrap(head).getLong());
        return clock.instant().isBefore(at.plus(GOOD_FOR));
    }
}
