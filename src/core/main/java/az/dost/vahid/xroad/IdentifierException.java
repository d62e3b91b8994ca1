package az.dost.vahid.xroad;

/** Text that is no identifier; the message says why, without quoting it. */
public final class IdentifierException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    IdentifierException(String message) {
        super(message);
    }
}
