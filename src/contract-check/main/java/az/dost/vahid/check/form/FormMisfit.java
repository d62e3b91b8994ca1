package az.dost.vahid.check.form;

import com.fasterxml.jackson.core.JsonPointer;

/**
 * A place in a document that the agency's contract does not allow.
 *
 * @param line from 1; 0 where {@code at} tells the place
 * @param column from 1; 0 where {@code at} tells the place
 * @param at in JSON; null in XML
 * @param value that is not allowed; null where none is
 * @param doubtful whether agencies often say so and do otherwise: a person has to look
 */
public record FormMisfit(int line, int column, JsonPointer at, String value, boolean doubtful, String message) {
    FormMisfit(int line, int column, JsonPointer at, String value, String message) {
        this(line, column, at, value, false, message);
    }

    FormMisfit(JsonPointer at, String value, String message) {
        this(0, 0, at, value, message);
    }

    /** The same for a person to look at. */
    FormMisfit doubted() {
        return new FormMisfit(line, column, at, value, true, message);
    }
}
