package az.dost.vahid.access;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;

/** Who acts for a requester as its auditor: an official whom its grants name as one. */
public record Auditor(Requester requester, String official) {
    /** The header that names the official. */
    public static final String HEADER = "Vahid-Official";
    private static final Pattern OFFICIAL = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    /**
     * The one whom a request names; who asks stands in the property {@link Requester#PROPERTY}.
     *
     * @throws ProblemException FIELD_MISSING, FIELD_INVALID or NOT_GRANTED, naming the header
     */
    public static Auditor of(Exchange exchange) {
        Requester requester = exchange.getProperty(Requester.PROPERTY, Requester.class);
        String official = exchange.getMessage().getHeader(HEADER, String.class);
        if (official == null) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, HEADER, "The header names the auditor who acts.");
        }
        if (!OFFICIAL.matcher(official).matches()) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, HEADER, "It must be 1 to 64 characters of letters, digits and _ . -");
        }
        if (!requester.auditors().contains(official)) {
            throw new ProblemException(ProblemCode.NOT_GRANTED, HEADER, "Your system's grants do not name this auditor.");
        }
        return new Auditor(requester, official);
    }
}
