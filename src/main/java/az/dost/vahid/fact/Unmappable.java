package az.dost.vahid.fact;

/**
 * A part of an agency's answer that is not believed, and is left out of its facts.
 *
 * @param fact canonical name
 * @param path JSON Pointer (RFC 6901) from the facts, in canonical names and the indexes of the agency's own lists:
 *             {@code /benefits/1/amount}
 * @param rule stable code of what it breaks, in capitals
 */
public record Unmappable(String fact, String path, String rule) {
}
