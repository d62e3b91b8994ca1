package az.dost.vahid.journeys.operations;

import az.dost.vahid.edge.access.Operator;
import az.dost.vahid.edge.door.FrontDoor;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.figures.Remembered;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.camel.Exchange;

/** Shows operators how all is. Figures are for whoever may see metrics: it need not be a person. */
public final class OverviewHandler {
    private final Remembered<ObjectNode> overview;
    private final AgencyHistory history;

    OverviewHandler(Overview overview, AgencyHistory history) {
        this.overview = new Remembered<>(overview::read);
        this.history = history;
    }

    public void overview(Exchange exchange) {
        Operator.mayLook(FrontDoor.requester(exchange));
        HttpAnswer.json(exchange.getMessage(), overview.get());
    }

    public void history(Exchange exchange) {
        Operator.mayLook(FrontDoor.requester(exchange));
        AgencyHistory.Period period =
                Parameter.choice(exchange, "period", AgencyHistory.Period.class, AgencyHistory.Period.HOUR);
        HttpAnswer.json(exchange.getMessage(), history.of(Parameter.id(exchange), period));
    }
}
