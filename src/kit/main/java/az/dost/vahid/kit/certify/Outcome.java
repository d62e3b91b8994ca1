package az.dost.vahid.kit.certify;

/** How a line of the suite went. */
public enum Outcome {
    PASSED,
    FAILED,
    /** No answer came in time, and the machine was too busy to say that the agency or the connector is the cause. */
    BUSY,
    /** Does not apply to this connector: the line says why. */
    SKIPPED
}
