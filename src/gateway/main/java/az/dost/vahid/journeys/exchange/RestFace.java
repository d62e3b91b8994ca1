package az.dost.vahid.journeys.exchange;

import az.dost.vahid.journeys.exchange.service.ServiceDefinition.Protocol;
import az.dost.vahid.xroad.FaultCode;
import az.dost.vahid.xroad.RequestHash;
import az.dost.vahid.xroad.RequestHash.Header;
import java.io.IOException;
import java.util.List;
import org.apache.camel.Exchange;

/** The REST face of the exchange, X-Road Message Protocol for REST (r1). */
public final class RestFace {
    private final Answering answering;
    private final int mostKept;

    /** @param mostKept bytes of a body that are kept for the record */
    RestFace(Answering answering, int mostKept) {
        this.answering = answering;
        this.mostKept = mostKept;
    }

    /** A call has come; who calls is not known yet. */
    public void begin(Exchange exchange) {
        Passage.begin(exchange, Protocol.REST);
    }

    /** Takes the call in: the head, and the body as something that is still to come. */
    public void receive(Exchange exchange) throws IOException {
        Passage passage = Passage.known(exchange);
        exchange.getMessage().removeHeaders("*");
        RestReader.read(passage);
        passage.sent = new PassingBody(
                        new BodyDigest(passage.request).judged(passage.request.getInputStream()),
                        mostKept,
                        FaultCode.INCOMPLETE_REQUEST)
                .granted(() -> passage.granted.getAsBoolean());
        passage.sentLength = passage.request.getContentLengthLong();
        answering.endRecorded(exchange, passage);
    }

    /** Hashes the request, now that it has passed, and answers. */
    public void answer(Exchange exchange) throws IOException {
        Passage passage = Passage.of(exchange);
        // A provider may answer before it has read everything.
        passage.sent.drain();
        passage.requestHash = hash(passage);
        answering.answer(exchange, answered(passage));
    }

    /** Of a request whose body has passed. */
    static String hash(Passage passage) {
        RequestHash hash = new RequestHash(passage.verb, passage.target, passage.headers);
        return passage.sent.length() == 0 ? hash.value() : hash.value(passage.sent.sha512());
    }

    /** The headers of every answer to a request whose hash is known; section 4.3. */
    static List<Header> answered(Passage passage) {
        return List.of(
                new Header("X-Road-Client", passage.client.toString()),
                new Header("X-Road-Service", passage.service.toString()),
                new Header("X-Road-Id", passage.messageId),
                new Header("X-Road-Request-Id", passage.id.toString()),
                new Header("X-Road-Request-Hash", passage.requestHash));
    }
}
