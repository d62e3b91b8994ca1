package az.dost.vahid.journeys.bulk;

import az.dost.vahid.edge.door.IdempotencyKey;
import az.dost.vahid.edge.door.MessageAnswer;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * The face of bulk lookups by message: properties for headers, and the file for a body (a stream message is not held
 * whole). A message that is delivered again makes no second job: unless it has an idempotency key, its id is one.
 */
public final class BulkMessages {
    private static final Map<String, String> HEADERS = Map.of(
            "VahidContentType",
            Exchange.CONTENT_TYPE,
            "VahidTerms",
            BulkHandler.TERMS,
            "VahidChannel",
            BulkHandler.CHANNEL);
    private static final String NOT_OF_A_KEY = "[^A-Za-z0-9_.-]";

    /** Makes of the message what {@link BulkHandler#receive} takes. */
    public void receive(Exchange exchange) {
        Message message = exchange.getMessage();
        HEADERS.forEach((property, header) -> message.setHeader(header, message.getHeader(property)));
        if (message.getHeader(IdempotencyKey.PROPERTY) == null) {
            message.setHeader(
                    IdempotencyKey.PROPERTY,
                    message.getHeader("JMSMessageID", "", String.class).replaceAll(NOT_OF_A_KEY, "."));
        }
    }

    /** The job as a message. */
    public void answer(Exchange exchange) {
        MessageAnswer.ofHttp(exchange.getMessage());
    }

    /** The problem as a message; of the file nothing. */
    public void refuse(Exchange exchange) {
        MessageAnswer.refuse(exchange);
    }
}
