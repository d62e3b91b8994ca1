package az.dost.vahid.normalise;

/** A mapping costs more than it may, over this input: more steps, more text, or an output without end. */
public final class CostlyMappingException extends MappingException {
    CostlyMappingException(String message) {
        super(message);
    }

    private CostlyMappingException(String message, int line) {
        super(message, line);
    }

    @Override
    CostlyMappingException at(int where) {
        return line() > 0 || where < 1 ? this : new CostlyMappingException(getMessage(), where);
    }
}
