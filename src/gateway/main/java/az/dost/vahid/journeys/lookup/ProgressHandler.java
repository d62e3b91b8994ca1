package az.dost.vahid.journeys.lookup;

import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.edge.door.IdempotencyKey;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.sources.agency.call.GatherProgress;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.apache.camel.Exchange;

/** Tells how far the lookup under a key of the requester's is, as long as this gateway makes it. */
public final class ProgressHandler {
    private final Repeats repeats;

    ProgressHandler(Repeats repeats) {
        this.repeats = repeats;
    }

    /** @throws ProblemException FIELD_MISSING, FIELD_INVALID; NOT_FOUND where no agency is being asked under the key */
    public void read(Exchange exchange) {
        String key = IdempotencyKey.required(exchange.getMessage());
        GatherProgress progress = repeats.underWay(Caller.of(exchange), key)
                .filter(one -> one.planned() > 0)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        HttpAnswer.json(
                exchange.getMessage(),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("agencies", progress.planned())
                        .put("done", progress.done()));
    }
}
