package az.dost.vahid.normalise;

/** A mapping costs more than it may, over this input: more steps, more text, or an output without end. */
public final class CostlyMappingException extends MappingException {
    CostlyMappingException(String message) {
        super(message);
    }
}
