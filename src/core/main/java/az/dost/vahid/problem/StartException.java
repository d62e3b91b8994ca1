package az.dost.vahid.problem;

/** The start cannot go on; the message is one line that says what to change. */
public final class StartException extends RuntimeException {
    public StartException(String message) {
        super(message);
    }

    public StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
