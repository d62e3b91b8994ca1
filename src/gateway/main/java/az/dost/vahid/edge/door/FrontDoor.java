package az.dost.vahid.edge.door;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.edge.access.Citizen;
import az.dost.vahid.edge.access.Operator;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.camel.Exchange;

/**
 * Whoever asks is known before what is asked is read: the first step of every face, see {@code routes/door.camel.yaml}.
 */
public final class FrontDoor {
    /**
     * Exchange property with the id of the requester that was proven when a letter was sealed; nobody outside can set
     * one.
     */
    public static final String PROVEN = "vahid.proven";

    private final AccessPolicy access;

    FrontDoor(AccessPolicy access) {
        this.access = access;
    }

    /**
     * From here on who asks stands in the exchange.
     *
     * @throws ProblemException see {@link AccessPolicy#caller}
     */
    public void identify(Exchange exchange) {
        String proven = exchange.getProperty(PROVEN, String.class);
        Caller caller = proven == null ? access.caller(exchange) : sealed(proven);
        caller.keep(exchange);
    }

    /** Whose letter is replayed, while he still is a requester; the letter proves no official. */
    private Caller sealed(String requester) {
        return new Caller(
                access.named(requester).orElseThrow(() -> new ProblemException(ProblemCode.UNAUTHENTICATED)),
                null,
                false);
    }

    /**
     * Whoever sends this must be known, for which nothing of its body is read.
     *
     * @throws ProblemException see {@link AccessPolicy#caller}
     */
    public void known(HttpServletRequest request) {
        access.authenticate(request);
    }

    /**
     * Whoever sends this must be an operator, or somebody who may look at what operators see.
     *
     * @throws ProblemException NOT_GRANTED, or as {@link #known}
     */
    public void operator(HttpServletRequest request) {
        Operator.mayLook(access.authenticate(request));
    }

    /**
     * Whether a requester asks, whose limits hold; otherwise it is a citizen with a valid token.
     *
     * @throws ProblemException see {@link AccessPolicy#citizenAsks}
     */
    public boolean requesting(Exchange exchange) {
        return !access.citizenAsks(exchange);
    }

    /** @throws ProblemException see {@link AccessPolicy#citizen} */
    public Citizen citizen(Exchange exchange) {
        return access.citizen(exchange);
    }

    /** Who asks, null when that is not known. */
    public static Requester requester(Exchange exchange) {
        return exchange.getProperty(Requester.PROPERTY, Requester.class);
    }
}
