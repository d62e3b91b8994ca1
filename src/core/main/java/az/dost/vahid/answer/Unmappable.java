package az.dost.vahid.answer;

/**
 * A part of an agency's answer that is not believed, and is left out of its facts.
 *
 * @param fact canonical name
 * @param path JSON Pointer (RFC 6901) from the facts, in canonical names and the indexes of the agency's own lists:
 *     {@code /benefits/1/amount}
 * @param rule stable code of what it breaks, in capitals
 * @param cost the largest part that is not in the facts because of it, a pointer as well: {@code /benefits/1} where the
 *     field is needed, the path itself where only the field is left out; null where nobody misses it: a field that no
 *     definition has
 */
public record Unmappable(String fact, String path, String rule, String cost) {
    /** One that has cost itself. */
    public Unmappable(String fact, String path, String rule) {
        this(fact, path, rule, path);
    }

    public Unmappable costing(String part) {
        return new Unmappable(fact, path, rule, part);
    }
}
