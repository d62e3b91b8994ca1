package az.dost.vahid.journeys.exchange;

import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.edge.door.IdempotencyKey;
import az.dost.vahid.xroad.RequestHash.Header;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Calls a service of Vahid's own, the lookup, in the place of a provider: the request goes to the face that back
 * offices use, as the calling system's own, so that its purposes, facts and officials are those of its grants there.
 */
public final class OwnService {
    private static final List<String> ASKED = List.of("Content-Type", "Accept", "traceparent", IdempotencyKey.HEADER);
    private static final List<String> ANSWERED = List.of(
            Exchange.CONTENT_TYPE,
            HttpAnswer.SIGNATURE,
            "Location",
            "Cache-Control",
            "Retry-After",
            "WWW-Authenticate");
    /** As much as the lookup takes, which refuses what is longer. */
    private static final int LONGEST = 64 * 1024;

    private static final int OK = 200;

    /** Whether the service that is called is one of Vahid's own. */
    public boolean asked(Exchange exchange) {
        return Passage.of(exchange).version.own();
    }

    /** @throws ExchangeFault when the body is not what the client says of it */
    public void open(Exchange exchange) throws IOException {
        Passage passage = Passage.of(exchange);
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        ASKED.forEach(name -> message.setHeader(name, passage.request.getHeader(name)));
        message.setBody(new ByteArrayInputStream(BoundedBody.beginning(passage.sent, LONGEST)));
        passage.sent.drain();
    }

    /** Takes the answer as a provider's; a refusal is one, too, signed as everywhere. */
    public void close(Exchange exchange) {
        Passage passage = Passage.of(exchange);
        Message message = exchange.getMessage();
        byte[] body = message.getBody(byte[].class);
        List<Header> headers = new ArrayList<>();
        ANSWERED.forEach(name -> {
            String value = message.getHeader(name, String.class);
            if (value != null) {
                headers.add(new Header(name, value));
            }
        });
        passage.answeredAt = Instant.now();
        passage.status = Objects.requireNonNullElse(message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class), OK);
        passage.answerHeaders = List.copyOf(headers);
        passage.content = new ByteArrayInputStream(body);
    }
}
