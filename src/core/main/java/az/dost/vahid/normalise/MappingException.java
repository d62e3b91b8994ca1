package az.dost.vahid.normalise;

/** A reply does not fit its mapping; the message names the function and the form expected, never the value. */
public class MappingException extends RuntimeException {
    private final int line;

    public MappingException(String message) {
        this(message, 0);
    }

    /** @param line of the mapping, from 1; 0 when it is not known */
    MappingException(String message, int line) {
        super(message);
        this.line = line;
    }

    /** The mapping's line, from 1; 0 when it is not known. */
    public int line() {
        return line;
    }

    /** The same with a line, unless it has one. */
    MappingException at(int where) {
        if (line > 0 || where < 1) {
            return this;
        }
        MappingException placed = new MappingException(getMessage(), where);
        placed.setStackTrace(getStackTrace());
        return placed;
    }
}
