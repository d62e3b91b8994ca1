package az.dost.vahid.signature.key;

import az.dost.vahid.answer.Reason;

/** An answer is not proven. The message names what failed and holds nothing of the answer. */
public final class ProofException extends RuntimeException {
    private final Reason reason;

    public ProofException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public ProofException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
