package az.dost.vahid.kit.diff;

import java.util.Locale;

/**
 * One difference between two versions of a contract, as one connector meets it.
 *
 * @param field where: {@code /group/field} of a reply or row, {@code file:line} of a request; empty for the call itself
 * @param message what has changed, in words
 */
public record ContractChange(Effect effect, String field, String message) {
    public enum Effect {
        /** What the connector sends is refused, or what it reads is not there as it was. */
        BREAKS,
        /** It would break a connector that reads the field: this one does not. */
        UNUSED,
        /** What the connector sends or reads stands outside what could be compared: a person has to look. */
        UNKNOWN,
        HARMLESS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return effect + ": " + (field.isEmpty() ? "" : field + " ") + message;
    }
}
