package az.dost.vahid.edge.door;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.util.regex.Pattern;
import org.apache.camel.Message;

/**
 * The name that a requester gives to a request, so that it may send the request once more: read in one way at every
 * face that takes it. In quotes, as the draft of the header has it (a string of RFC 9651), it is the same name.
 */
public final class IdempotencyKey {
    public static final String HEADER = "Idempotency-Key";
    /** The same as a property of a message of the broker. */
    public static final String PROPERTY = "VahidIdempotencyKey";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    /**
     * Null when the request has none.
     *
     * @throws ProblemException FIELD_INVALID, naming the header or the property
     */
    public static String of(Message message) {
        String property = message.getHeader(PROPERTY, String.class);
        return property == null
                ? checked(bare(message.getHeader(HEADER, String.class)), HEADER)
                : checked(property, PROPERTY);
    }

    /**
     * Of a request that must have one.
     *
     * @throws ProblemException FIELD_MISSING, FIELD_INVALID, naming the header
     */
    public static String required(Message message) {
        String key = of(message);
        if (key == null) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, HEADER, null);
        }
        return key;
    }

    private static String bare(String header) {
        boolean quoted = header != null && header.length() > 1 && header.startsWith("\"") && header.endsWith("\"");
        return quoted ? header.substring(1, header.length() - 1) : header;
    }

    private static String checked(String key, String name) {
        if (key != null && !FORM.matcher(key).matches()) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID,
                    name,
                    "It must be 1 to 64 characters of letters, digits and _ . -, in quotes or without.");
        }
        return key;
    }

    private IdempotencyKey() {}
}
