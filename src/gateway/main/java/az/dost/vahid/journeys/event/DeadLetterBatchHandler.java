package az.dost.vahid.journeys.event;

import az.dost.vahid.edge.access.Operator;
import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.edge.door.IdempotencyKey;
import az.dost.vahid.edge.door.Paging;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Has many dead letters settled, and tells how far that is. */
public final class DeadLetterBatchHandler {
    private static final int MAX_BODY = 4 * 1024;
    private static final int MOST = 50;
    private final DeadLetterBatches batches;

    DeadLetterBatchHandler(DeadLetterBatches batches) {
        this.batches = batches;
    }

    public void begin(Exchange exchange) throws IOException {
        Operator by = Operator.acting(exchange);
        Message message = exchange.getMessage();
        String key = IdempotencyKey.required(message);
        DeadLetterBatches.Batch batch = batches.begin(BatchOrder.read(BoundedBody.of(message, MAX_BODY), by), key);
        HttpAnswer.json(message, json(batch));
        HttpAnswer.accepted(message);
        message.setHeader("Location", "/v1/operations/dead-letters/batches/" + batch.id());
    }

    public void list(Exchange exchange) {
        Operator.looking(exchange);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        var list = body.putArray("batches");
        Paging paging = Paging.of(exchange.getMessage(), MOST);
        List<DeadLetterBatches.Batch> some = batches.list(paging.id(), paging.limit());
        some.forEach(batch -> list.add(json(batch)));
        HttpAnswer.json(exchange.getMessage(), body);
        paging.tell(
                exchange.getMessage(),
                some.size() < paging.limit() ? null : some.get(some.size() - 1).id());
    }

    public void read(Exchange exchange) {
        Operator.looking(exchange);
        HttpAnswer.json(exchange.getMessage(), json(find(exchange.getMessage().getHeader("id", String.class))));
    }

    private DeadLetterBatches.Batch find(String id) {
        try {
            return batches.find(UUID.fromString(id)).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
    }

    private static ObjectNode json(DeadLetterBatches.Batch batch) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", batch.id().toString())
                .put("act", batch.order().act())
                .put("state", batch.endedAt() == null ? "RUNNING" : batch.failed() == 0 ? "COMPLETED" : "FAILED")
                .put("letters", batch.letters())
                .put("done", batch.done())
                .put("failed", batch.failed())
                .put("because", batch.order().because());
        return batch.endedAt() == null
                ? json
                : json.put("endedAt", batch.endedAt().toString());
    }
}
