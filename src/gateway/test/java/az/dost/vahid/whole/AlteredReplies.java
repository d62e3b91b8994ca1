package az.dost.vahid.whole;

import az.dost.vahid.mock.kit.Substitutions;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * Alters what the mock agencies answer about one citizen, before they sign it; closing ends it. XML is seen as it is
 * written without spaces between elements, JSON as Jackson writes it.
 */
public final class AlteredReplies implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Control control;

    AlteredReplies(int port) {
        control = new Control(port, "replies");
    }

    /** Replaces a text wherever it stands in the payload. */
    public AlteredReplies replace(String agency, String fin, String text, String with) {
        return put(agency, fin, new Substitutions.Substitution(text, with, false));
    }

    /** Replaces what a regular expression finds; a dot is any character, {@code $1} the first group. */
    public AlteredReplies replaceAll(String agency, String fin, String pattern, String with) {
        return put(agency, fin, new Substitutions.Substitution(pattern, with, true));
    }

    /** Sends the REST agency's reply with another HTTP status. */
    public AlteredReplies status(String agency, String fin, int status) {
        return put(agency, new Substitutions.Altered(fin, List.of(), status));
    }

    private AlteredReplies put(String agency, String fin, Substitutions.Substitution substitution) {
        return put(agency, new Substitutions.Altered(fin, List.of(substitution), 0));
    }

    private AlteredReplies put(String agency, Substitutions.Altered altered) {
        try {
            control.put(agency, JSON.writeValueAsString(altered));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    @Override
    public void close() {
        control.delete();
    }
}
