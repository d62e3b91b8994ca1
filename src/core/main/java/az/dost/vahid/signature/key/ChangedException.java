package az.dost.vahid.signature.key;

/** Something kept or signed is not what it was; the message says what is wrong with it, without any of its content. */
public final class ChangedException extends RuntimeException {
    private final boolean foreign;

    public ChangedException(String message) {
        this(message, false);
    }

    private ChangedException(String message, boolean foreign) {
        super(message, null, false, false);
        this.foreign = foreign;
    }

    /** It may be sound, and is somebody else's. */
    public static ChangedException foreign(String message) {
        return new ChangedException(message, true);
    }

    /** Whether it names a signer who is none of those known. */
    public boolean isForeign() {
        return foreign;
    }
}
