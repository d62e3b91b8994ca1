package az.dost.vahid.signature.presentation;

import java.time.Duration;

/**
 * What whoever asked for a presentation knows of it. Each may be null, and is not checked then.
 *
 * @param audience whom it must be for
 * @param nonce that it must answer
 * @param type of the credential, its {@code vct}
 * @param within how old it may be
 */
public record Expected(String audience, String nonce, String type, Duration within) {
    /** Nothing is known of what it answers. */
    public static final Expected NOTHING = new Expected(null, null, null, null);

    /** Whether the holder must have signed. */
    boolean bound() {
        return audience != null || nonce != null || within != null;
    }
}
