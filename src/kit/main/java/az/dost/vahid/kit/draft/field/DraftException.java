package az.dost.vahid.kit.draft.field;

import az.dost.vahid.check.wsdl.ContractException;
import az.dost.vahid.logging.PlainText;

/**
 * No draft can be made; the message says what to change, and holds nothing of the file that would act in a terminal.
 */
public sealed class DraftException extends RuntimeException {
    /** What contains itself, and must: no document can have it, but one that leaves out what leads there can be. */
    public static final class Endless extends DraftException {
        public Endless(String message) {
            super(message);
        }
    }

    public DraftException(String message) {
        super(PlainText.of(message));
    }

    /** The message of a contract's reader has lines of its own. */
    public DraftException(ContractException cause) {
        super(cause.getMessage(), cause);
    }

    public DraftException(String message, Throwable cause) {
        super(PlainText.of(message), cause);
    }
}
