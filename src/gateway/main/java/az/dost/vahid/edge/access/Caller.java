package az.dost.vahid.edge.access;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;

/**
 * Who asks: a system, and the official who uses it as far as the token proves him.
 *
 * @param official id of the one whom the token proves; null when it proves none
 * @param believed whether a name that the system gives is enough where nothing proves it
 */
public record Caller(Requester requester, String official, boolean believed) {
    /** The header that names who acts, where no token does. */
    public static final String HEADER = "Vahid-Official";

    static final Pattern OFFICIAL = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final String PROPERTY = "vahid.caller";

    /** Of an exchange whose requester is known; without a token there is nobody but the requester. */
    public static Caller of(Exchange exchange) {
        Caller caller = exchange.getProperty(PROPERTY, Caller.class);
        return caller != null
                ? caller
                : new Caller(exchange.getProperty(Requester.PROPERTY, Requester.class), null, false);
    }

    /** From here on who asks stands in the exchange, as do {@link Requester#PROPERTY} and the official. */
    public void keep(Exchange exchange) {
        exchange.setProperty(Requester.PROPERTY, requester);
        exchange.setProperty(PROPERTY, this);
    }

    /**
     * What the one whom the token proves is by his requester's file; empty for a system, and where the file says
     * nothing.
     */
    public Set<OfficialRole> roles() {
        return official == null ? Set.of() : requester.roles(official);
    }

    /** Whether the token proves somebody who has this role. */
    public boolean is(OfficialRole role) {
        return roles().contains(role);
    }

    /**
     * Whether what was made before for an official of the same requester may be read now: by a system, or by an
     * official whom the file still names, who works on the service and may have as much.
     *
     * @param other for whom it was made
     * @param view of it
     */
    public boolean mayRead(String other, String service, View view) {
        return official == null || requester.mayRead(official, other, service, view);
    }

    /** Code of the office of whom the token proves; null where nobody is proven, or no office is given. */
    public String office() {
        Official one = official == null ? null : requester.officials().get(official);
        return one == null ? null : one.office();
    }

    /**
     * The official for whom is asked: whom the token proves, else whom the request names.
     *
     * @param named null where the request leaves it to the token
     * @param field of the request that names him
     * @throws ProblemException OFFICIAL_DIFFERS when the token proves another; OFFICIAL_UNPROVEN when it must prove him
     *     and does not; FIELD_MISSING when nothing says who it is
     */
    public String speaksAs(String named, String field) {
        if (official == null && requester.officialsProven()) {
            throw new ProblemException(ProblemCode.OFFICIAL_UNPROVEN, field, null);
        }
        if (official == null && named == null) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, field, null);
        }
        if (official != null && named != null && !official.equals(named)) {
            throw new ProblemException(ProblemCode.OFFICIAL_DIFFERS, field, null);
        }
        return official == null ? named : official;
    }

    /**
     * Who does what auditors and operators do: the official whom the token proves.
     *
     * @return null where nobody is named, and the requester is believed
     * @throws ProblemException OFFICIAL_UNPROVEN, OFFICIAL_DIFFERS; FIELD_INVALID or NOT_GRANTED, naming the header
     */
    public String acting(Exchange exchange) {
        String named = exchange.getMessage().getHeader(HEADER, String.class);
        if (official == null && !believed) {
            throw new ProblemException(ProblemCode.OFFICIAL_UNPROVEN, HEADER, null);
        }
        if (named != null && !OFFICIAL.matcher(named).matches()) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID, HEADER, "It must be 1 to 64 characters of letters, digits and _ . -");
        }
        if (official != null && named != null) {
            speaksAs(named, HEADER);
        }
        String acts = official == null ? named : official;
        if (acts != null && !requester.mayActFor(acts)) {
            throw new ProblemException(
                    ProblemCode.NOT_GRANTED, HEADER, "Your system's grants name its officials, and not this one.");
        }
        return acts;
    }
}
