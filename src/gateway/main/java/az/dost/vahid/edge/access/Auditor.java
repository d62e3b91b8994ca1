package az.dost.vahid.edge.access;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import org.apache.camel.Exchange;

/** Who acts for a requester as its auditor: an official whom its grants name as one. */
public record Auditor(Requester requester, String official) {
    /**
     * The one who acts in this exchange.
     *
     * @throws ProblemException as {@link Caller#acting}; FIELD_MISSING or NOT_GRANTED, naming the header
     */
    public static Auditor of(Exchange exchange) {
        Caller caller = Caller.of(exchange);
        String official = caller.acting(exchange);
        if (official == null) {
            throw new ProblemException(
                    ProblemCode.FIELD_MISSING, Caller.HEADER, "The header names the auditor who acts.");
        }
        if (!caller.requester().audits(official)) {
            throw new ProblemException(
                    ProblemCode.NOT_GRANTED, Caller.HEADER, "Your system's grants do not name this auditor.");
        }
        return new Auditor(caller.requester(), official);
    }
}
