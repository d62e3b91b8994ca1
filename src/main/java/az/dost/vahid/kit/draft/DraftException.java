package az.dost.vahid.kit.draft;

import az.dost.vahid.kit.wsdl.ContractException;

/** No draft can be made; the message says what to change. */
public final class DraftException extends RuntimeException {
    DraftException(String message) {
        super(message);
    }

    /** The message of a contract's reader has lines of its own. */
    DraftException(ContractException cause) {
        super(cause.getMessage(), cause);
    }

    DraftException(String message, Throwable cause) {
        super(message, cause);
    }
}
