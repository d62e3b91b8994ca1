package az.dost.vahid.credentials;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets that are told once: of each the table has a seal alone. */
final class Secrets {
    static final int PIN_DIGITS = 6;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int PINS = 1_000_000;

    /** For a wallet: nobody guesses it. */
    static String code() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** For the citizen to type: good for a few tries, beside a code. */
    static String pin() {
        return String.format("%0" + PIN_DIGITS + "d", RANDOM.nextInt(PINS));
    }

    static int below(int bound) {
        return RANDOM.nextInt(bound);
    }

    private Secrets() {}
}
