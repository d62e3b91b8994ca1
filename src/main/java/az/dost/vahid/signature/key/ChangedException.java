package az.dost.vahid.signature.key;

/** Something kept or signed is not what it was; the message says what is wrong with it, without any of its content. */
public final class ChangedException extends RuntimeException {
    public ChangedException(String message) {
        super(message, null, false, false);
    }
}
