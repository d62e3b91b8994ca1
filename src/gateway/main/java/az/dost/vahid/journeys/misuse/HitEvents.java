package az.dost.vahid.journeys.misuse;

import az.dost.vahid.proof.claim.ClaimedRow;
import az.dost.vahid.proof.claim.Leases;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Tells the bus of new hits, each at least once and in the end; a reader knows one again by its id. */
public final class HitEvents {
    private static final String ID = "VahidHit";
    private final HitRows rows;
    private final Leases leases;

    HitEvents(HitRows rows, Leases leases) {
        this.rows = rows;
        this.leases = leases.ring("misuse-hits", HitRows.UNTOLD.due());
    }

    /** Puts the next hit to tell into the body, if there is one. */
    public void take(Exchange exchange) {
        Optional<ClaimedRow<Hit>> next = leases.take(HitRows.UNTOLD, HitRows::hit);
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, next.isPresent());
        next.ifPresent(taken -> taken.lease().leaveWith(exchange));
        exchange.getMessage().setBody(next.map(ClaimedRow::row).orElse(null));
    }

    /** The event in the form of CloudEvents 1.0 (JSON, structured); it names no citizen, not even by a hash. */
    public void write(Exchange exchange) {
        Message message = exchange.getMessage();
        Hit hit = message.getBody(Hit.class);
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("specversion", "1.0")
                .put("id", hit.id().toString())
                .put("source", "urn:az:dost:vahid:misuse")
                .put("type", "az.dost.vahid.misuse.hit.v1")
                .put("subject", hit.rule())
                .put("time", hit.firstAt().toString())
                .put("datacontenttype", "application/json");
        event.putObject("data")
                .put("rule", hit.rule())
                .put("action", hit.action())
                .put("requester", hit.requester())
                .put("official", hit.official())
                .put("service", hit.service())
                .put("caseRef", hit.caseRef())
                .put("times", hit.times());
        message.removeHeaders("*");
        // The broker drops a second event of the same hit.
        message.setHeader("_AMQ_DUPL_ID", hit.id().toString());
        message.setHeader(ID, hit.id().toString());
        message.setBody(event.toString());
    }

    public void told(Exchange exchange) {
        rows.told(UUID.fromString(exchange.getMessage().getHeader(ID, String.class)));
    }
}
