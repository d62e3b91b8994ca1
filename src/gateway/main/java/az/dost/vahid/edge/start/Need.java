package az.dost.vahid.edge.start;

/**
 * A setting that a gateway needs, or one that most gateways have, whether or not it is set.
 *
 * @param name of the setting
 * @param meaning what it is for
 * @param example a value that could be right; empty for what more the same setting leads to
 */
public record Need(String name, String meaning, String example) {}
