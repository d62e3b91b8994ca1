package az.dost.vahid.kit.certify;

import java.util.Locale;

/**
 * One line of the suite.
 *
 * @param id stable, such as {@code fault-old}
 * @param title what is asked of the connector, a sentence
 * @param expected what counts as passed
 * @param found what happened; why it does not apply when skipped
 */
public record Line(String id, String title, Outcome outcome, String expected, String found, long elapsedMs) {
    /** Of which the machine cannot tell. @param slowness how many times as long as it should work takes */
    Line busy(double slowness) {
        return new Line(
                id,
                title,
                Outcome.BUSY,
                expected,
                found + String.format(Locale.ROOT, "; the machine is busy, work takes %.1f times as long", slowness),
                elapsedMs);
    }
}
