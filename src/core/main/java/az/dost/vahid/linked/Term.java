package az.dost.vahid.linked;

import java.util.regex.Pattern;

/** What is said of a thing: another thing, or a text. */
sealed interface Term {
    /**
     * Another thing.
     *
     * @param address of it, as {@link #checked} has it
     */
    record Link(String address) implements Term {}

    /**
     * A text or a value.
     *
     * @param language BCP 47; null for none
     * @param type such as {@code xsd:date}; null for a plain text, and for one in a language
     */
    record Literal(String text, String language, String type) implements Term {}

    /** What may stand in an address by RDF 1.1 Turtle, section 6.5 (IRIREF); it may be relative. */
    Pattern ADDRESS = Pattern.compile("[^\\x00-\\x20<>\"{}|^`\\\\]+");

    /** @throws IllegalArgumentException for what no address can be; it does not repeat it */
    static String checked(String address) {
        if (!ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException("This is no address");
        }
        return address;
    }
}
