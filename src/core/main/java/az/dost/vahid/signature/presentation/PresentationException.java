package az.dost.vahid.signature.presentation;

import az.dost.vahid.signature.CheckCode;

/** A presentation does not hold; the message says why, without anything that it shows. */
public final class PresentationException extends RuntimeException {
    private final transient CheckCode code;

    /** @param message a sentence without its full stop, and nothing that is shown */
    public PresentationException(CheckCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public CheckCode code() {
        return code;
    }
}
