package az.dost.vahid.journeys.rating;

import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.edge.access.OfficialRole;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.journeys.desk.OfficialDesk;
import az.dost.vahid.journeys.lookup.BackgroundLookups;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.UUID;
import org.apache.camel.Exchange;

/**
 * Gives a clerk who prints a slip what stands on nothing else. Who had it is in the audit chain; whether the slip was
 * rated by then is not told.
 */
public final class SlipHandler {
    private final BackgroundLookups lookups;
    private final SlipCodes slips;
    private final ActRecord acts;

    SlipHandler(BackgroundLookups lookups, SlipCodes slips, ActRecord acts) {
        this.lookups = lookups;
        this.slips = slips;
        this.acts = acts;
    }

    /** @throws ProblemException DOSSIER_UNKNOWN for one that the clerk may not read */
    public void print(Exchange exchange) {
        Caller caller = OfficialDesk.proven(exchange, OfficialRole.CLERK);
        UUID dossier = id(exchange.getMessage().getHeader("id", String.class));
        if (!lookups.mayRead(caller, dossier)) {
            throw new ProblemException(ProblemCode.DOSSIER_UNKNOWN);
        }
        acts.keep(
                RecordId.next(),
                "slip-printed",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("requester", caller.requester().id())
                        .put("official", caller.official())
                        .put("dossier", dossier.toString()),
                connection -> true);
        HttpAnswer.json(
                exchange.getMessage(), JsonNodeFactory.instance.objectNode().put("ratingCode", slips.code(dossier)));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.DOSSIER_UNKNOWN);
        }
    }
}
