package az.dost.vahid.offers;

import az.dost.vahid.edge.access.Operator;
import az.dost.vahid.edge.door.FrontDoor;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.figures.Remembered;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.apache.camel.Exchange;

/** Shows operators how far the bus is with rights, {@code contracts/offers.openapi.yaml}: codes, days and numbers. */
public final class OperatorRights {
    /** All looks of a year are counted. */
    private static final Duration SELDOM = Duration.ofSeconds(10);

    private final Remembered<ObjectNode> state;

    OperatorRights(RightCounts counts) {
        this.state = new Remembered<>(counts::read, SELDOM);
    }

    public void show(Exchange exchange) {
        Operator.mayLook(FrontDoor.requester(exchange));
        HttpAnswer.json(exchange.getMessage(), state.get());
    }
}
