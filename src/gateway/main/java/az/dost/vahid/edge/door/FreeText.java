package az.dost.vahid.edge.door;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;

/** What somebody says in his own words. */
public final class FreeText {
    /**
     * @param longest characters, as Java counts them
     * @throws ProblemException FIELD_MISSING, or FIELD_INVALID for what is no text, blank, longer, or has controls
     *     beside line ends and tabs
     */
    public static String read(JsonNode json, String field, int longest) {
        if (!json.hasNonNull(field)) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, field, null);
        }
        String text = json.path(field).textValue();
        if (text == null || text.isBlank() || text.length() > longest) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, field, "It must be 1 to " + longest + " characters.");
        }
        // Line ends are text; other controls, and halves of characters, are somebody's trick.
        if (text.codePoints()
                .anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'
                        || Character.getType(c) == Character.SURROGATE)) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, field, "It must be text without control characters.");
        }
        return text;
    }

    private FreeText() {}
}
