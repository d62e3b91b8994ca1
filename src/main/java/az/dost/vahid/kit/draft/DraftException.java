package az.dost.vahid.kit.draft;

import az.dost.vahid.kit.wsdl.ContractException;
import az.dost.vahid.logging.PlainText;

/** No draft can be made; the message says what to change, and holds nothing of the file that would act in a terminal. */
public final class DraftException extends RuntimeException {
    DraftException(String message) {
        super(PlainText.of(message));
    }

    /** The message of a contract's reader has lines of its own. */
    DraftException(ContractException cause) {
        super(cause.getMessage(), cause);
    }

    DraftException(String message, Throwable cause) {
        super(PlainText.of(message), cause);
    }
}
