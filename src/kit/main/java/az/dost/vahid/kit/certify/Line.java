package az.dost.vahid.kit.certify;

/**
 * One line of the suite.
 *
 * @param id stable, such as {@code fault-old}
 * @param title what is asked of the connector, a sentence
 * @param expected what counts as passed
 * @param found what happened; why it does not apply when skipped
 */
public record Line(String id, String title, Outcome outcome, String expected, String found, long elapsedMs) {}
