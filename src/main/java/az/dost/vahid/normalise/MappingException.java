package az.dost.vahid.normalise;

/** A reply does not fit its mapping; the message names the function and the form expected, never the value. */
public class MappingException extends RuntimeException {
    public MappingException(String message) {
        super(message);
    }
}
