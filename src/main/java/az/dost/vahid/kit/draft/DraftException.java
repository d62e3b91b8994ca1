package az.dost.vahid.kit.draft;

/** No draft can be made; the message says what to change. */
public final class DraftException extends RuntimeException {
    DraftException(String message) {
        super(message);
    }

    DraftException(String message, Throwable cause) {
        super(message, cause);
    }
}
