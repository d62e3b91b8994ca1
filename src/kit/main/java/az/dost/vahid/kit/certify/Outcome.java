package az.dost.vahid.kit.certify;

/** How a line of the suite went. */
public enum Outcome {
    PASSED,
    FAILED,
    /** Does not apply to this connector: the line says why. */
    SKIPPED
}
