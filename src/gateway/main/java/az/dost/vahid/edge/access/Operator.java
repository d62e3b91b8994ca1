package az.dost.vahid.edge.access;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.camel.Exchange;

/**
 * Who looks after the bus for a requester.
 *
 * @param requester id
 * @param official of the requester; null where nobody is named
 */
public record Operator(String requester, String official) {
    /** The grant for all that operators do. */
    static final String ACTS = "operate";
    /** The grant for all that changes nothing. */
    static final String LOOKS = "operate:read";

    /** @throws ProblemException NOT_GRANTED */
    public static void mayLook(Requester requester) {
        granted(requester.grants().contains(LOOKS) || requester.grants().contains(ACTS));
    }

    /**
     * The one who looks at what is known of single lookups, messages and files.
     *
     * @throws ProblemException as {@link Caller#acting}; NOT_GRANTED
     */
    public static Operator looking(Exchange exchange) {
        mayLook(Caller.of(exchange).requester());
        return of(exchange);
    }

    /**
     * The one who changes something.
     *
     * @throws ProblemException as {@link Caller#acting}; NOT_GRANTED
     */
    public static Operator acting(Exchange exchange) {
        Caller caller = Caller.of(exchange);
        granted(caller.requester().grants().contains(ACTS));
        if (!caller.roles().isEmpty() && !caller.is(OfficialRole.OPERATOR)) {
            throw new ProblemException(
                    ProblemCode.NOT_GRANTED, null, "Whom the token proves may look, and change nothing.");
        }
        return of(exchange);
    }

    private static void granted(boolean granted) {
        if (!granted) {
            throw new ProblemException(ProblemCode.NOT_GRANTED, null, "Your system has no grant for this.");
        }
    }

    private static Operator of(Exchange exchange) {
        Caller caller = Caller.of(exchange);
        return new Operator(caller.requester().id(), caller.acting(exchange));
    }

    /**
     * Whoever confirms is another person than whoever proposed. By login, in whichever letters: one and the same person
     * may work for two systems. A system that names nobody may be anybody's.
     *
     * @throws ProblemException OWN_PROPOSAL
     */
    public void isAnotherThan(Operator proposed) {
        if (proposed.official == null || official == null || proposed.official.equalsIgnoreCase(official)) {
            throw new ProblemException(ProblemCode.OWN_PROPOSAL);
        }
    }

    /** Whether the requester and its official still do what operators do. */
    public boolean still(AccessPolicy access) {
        return access.named(requester)
                .filter(own -> own.grants().contains(ACTS))
                .filter(own -> official == null || own.mayActFor(official))
                .filter(own -> official == null
                        || own.roles(official).isEmpty()
                        || own.roles(official).contains(OfficialRole.OPERATOR))
                .isPresent();
    }

    /** An act with who did it. */
    public ObjectNode said(ObjectNode act) {
        act.put("by", requester);
        return official == null ? act : act.put("official", official);
    }

    /** For people. */
    public String called() {
        return official == null ? requester : official;
    }
}
