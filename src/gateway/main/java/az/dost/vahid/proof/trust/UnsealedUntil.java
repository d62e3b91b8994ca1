package az.dost.vahid.proof.trust;

import az.dost.vahid.problem.StartException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.springframework.core.env.Environment;

/**
 * Until when rows without a seal are believed: an operator's word, for the time in which gateways of the version before
 * still write some, and files are loaded once more. Without it none is: whoever takes a seal away gains nothing.
 */
public record UnsealedUntil(Instant time) {
    /** None is believed. */
    public static final UnsealedUntil NEVER = new UnsealedUntil(Instant.MIN);

    private static final String SETTING = "vahid.record.unsealed-until";

    /** @throws StartException when the setting is no time */
    public static UnsealedUntil of(Environment settings) {
        String text = settings.getProperty(SETTING, "");
        try {
            return text.isBlank() ? NEVER : new UnsealedUntil(Instant.parse(text));
        } catch (DateTimeParseException e) {
            throw new StartException(
                    "Set " + SETTING + " to a time such as 2026-12-24T00:00:00Z, or leave it blank", e);
        }
    }

    /** Whether a row with this seal passes without a look at it. */
    public boolean passes(byte[] seal) {
        return seal == null && Instant.now().isBefore(time);
    }
}
