package az.dost.vahid.journeys.operations;

import az.dost.vahid.edge.access.Operator;
import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.HttpAnswer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.apache.camel.Exchange;

/** Shows an operator, who must be known by name, what became of lookups. */
public final class TrailHandler {
    private static final int MAX_BODY = 4 * 1024;
    private final Trails trails;

    TrailHandler(Trails trails) {
        this.trails = trails;
    }

    public void find(Exchange exchange) throws IOException {
        Operator by = Operator.looking(exchange);
        TrailQuestion question = TrailQuestion.read(BoundedBody.of(exchange.getMessage(), MAX_BODY));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        var list = body.putArray("trails");
        trails.find(by, question).forEach(list::add);
        HttpAnswer.json(exchange.getMessage(), body);
    }
}
