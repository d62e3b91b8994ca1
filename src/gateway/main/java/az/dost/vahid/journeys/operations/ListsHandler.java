package az.dost.vahid.journeys.operations;

import az.dost.vahid.edge.access.Operator;
import az.dost.vahid.edge.door.FrontDoor;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.edge.door.Paging;
import az.dost.vahid.figures.Remembered;
import az.dost.vahid.sources.expiry.ExpiringCertificates;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.apache.camel.Exchange;

/** Shows operators what waits, what came, what ends and who calls whom: codes, times and numbers. */
public final class ListsHandler {
    /** Who called whom is counted over all calls of a day. */
    private static final Duration SELDOM = Duration.ofMinutes(1);

    private final Drops drops;
    private final Map<WorkKind, Remembered<ObjectNode>> work = new EnumMap<>(WorkKind.class);
    private final Remembered<ObjectNode> certificates;
    private final Remembered<ObjectNode> members;

    ListsHandler(Drops drops, WorkList list, ExpiringCertificates ends, ExchangeMap map) {
        this.drops = drops;
        for (WorkKind kind : WorkKind.values()) {
            work.put(kind, new Remembered<>(() -> list.of(kind)));
        }
        this.certificates = new Remembered<>(() -> certificates(ends));
        this.members = new Remembered<>(map::read, SELDOM);
    }

    public void drops(Exchange exchange) {
        Operator.mayLook(FrontDoor.requester(exchange));
        String agency = exchange.getMessage().getHeader("agency", String.class);
        Paging paging = Paging.of(exchange.getMessage(), Drops.PAGE);
        ObjectNode page = drops.page(
                agency, Parameter.choice(exchange, "state", Drops.State.class), paging.number(), paging.limit());
        HttpAnswer.json(exchange.getMessage(), page);
        paging.tell(exchange.getMessage(), page.path("before").textValue());
    }

    public void work(Exchange exchange) {
        Operator.mayLook(FrontDoor.requester(exchange));
        HttpAnswer.json(
                exchange.getMessage(),
                work.get(Parameter.choice(exchange, "kind", WorkKind.class, null))
                        .get());
    }

    public void certificates(Exchange exchange) {
        Operator.mayLook(FrontDoor.requester(exchange));
        HttpAnswer.json(exchange.getMessage(), certificates.get());
    }

    public void members(Exchange exchange) {
        Operator.mayLook(FrontDoor.requester(exchange));
        HttpAnswer.json(exchange.getMessage(), members.get());
    }

    private static ObjectNode certificates(ExpiringCertificates ends) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        var list = body.putArray("certificates");
        ends.ends()
                .forEach(end -> list.addObject()
                        .put("owner", end.owner())
                        .put("subject", end.subject())
                        .put("until", end.until().toString())
                        .put("daysLeft", end.daysLeft()));
        return body;
    }
}
