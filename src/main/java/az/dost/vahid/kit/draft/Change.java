package az.dost.vahid.kit.draft;

/**
 * One difference between two versions of a contract.
 *
 * @param effect  when it breaks a connector
 * @param field   where: {@code /group/field} without marks of repetition; empty for the call itself
 * @param message what has changed, in words
 */
public record Change(Effect effect, String field, String message) {
    public enum Effect {
        /** Whatever the mapping does. */
        BREAKS,
        /** Where the mapping depends on the field. */
        BREAKS_WHERE_USED,
        HARMLESS
    }
}
