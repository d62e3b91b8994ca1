package az.dost.vahid.kit.synthetic;

/** A reply that cannot be proven to hold nothing of a person any more. Its message names places, never values. */
public final class UnprovenException extends RuntimeException {
    public UnprovenException(String message) {
        super(message);
    }
}
