package az.dost.vahid.journeys.auditor;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.util.UUID;
import org.apache.camel.Exchange;

/** The id in an address: one that is none is told like one that there is not. */
final class PathId {
    /** @throws ProblemException NOT_FOUND */
    static UUID of(Exchange exchange) {
        try {
            return UUID.fromString(exchange.getMessage().getHeader("id", String.class));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
    }

    private PathId() {}
}
