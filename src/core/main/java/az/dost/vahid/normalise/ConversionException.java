package az.dost.vahid.normalise;

/** A value is of another form than a function expects; the message names the function and the form, never the value. */
final class ConversionException extends RuntimeException {
    ConversionException(String message) {
        super(message, null, false, false);
    }
}
