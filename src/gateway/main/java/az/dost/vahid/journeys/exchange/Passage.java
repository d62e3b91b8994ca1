package az.dost.vahid.journeys.exchange;

import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.edge.door.FrontDoor;
import az.dost.vahid.journeys.exchange.service.Service;
import az.dost.vahid.journeys.exchange.service.ServiceDefinition.Protocol;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.xroad.MemberId;
import az.dost.vahid.xroad.RequestHash.Header;
import az.dost.vahid.xroad.ServiceId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.camel.Exchange;
import org.apache.camel.component.platform.http.springboot.PlatformHttpMessage;

/** One call from a member to a provider, and how far it has come. What is not known yet is null. */
final class Passage {
    private static final String PROPERTY = "vahid.passage";
    private static final String AUTHORIZATION = "Authorization";
    /** Of the record, and what a caller quotes; the header X-Road-Request-Id. */
    final UUID id = RecordId.next();

    final Instant received = Instant.now();
    final long began = System.nanoTime();
    final Protocol protocol;
    final HttpServletRequest request;
    final HttpServletResponse response;
    Requester requester;
    MemberId client;
    ServiceId service;
    /** Of a SOAP service, null for none. */
    String serviceVersion;
    /** Of a SOAP request. */
    SoapHead soap;

    SoapEnvelope envelope;
    /** As it was when the call was let through. */
    Service version;
    /** Whether it would be let through now. */
    BooleanSupplier granted = () -> true;
    /** The header X-Road-Id, the client's own or made here. */
    String messageId;

    String issue;
    String verb;
    /** Path and query as they came; for REST. */
    String target;
    /** What comes after the service's code in {@link #target}. */
    String rest = "";

    List<String> path = List.of();
    /** What goes to the provider, in its order. */
    List<Header> headers = List.of();

    PassingBody sent;
    /** Its bytes, -1 when that is not known before its end. */
    long sentLength = -1;

    String requestHash;
    Instant answeredAt;
    int status;
    List<Header> answerHeaders = List.of();
    /** The provider's answer, not read yet. */
    InputStream content;

    PassingBody answer;
    /** Whether the record knows of it. */
    boolean begun;

    boolean ended;

    Passage(Protocol protocol, HttpServletRequest request, HttpServletResponse response) {
        this.protocol = protocol;
        this.request = request;
        this.response = response;
    }

    /** Begins with what the HTTP server has; of the headers only that stays which tells who calls. */
    static Passage begin(Exchange exchange, Protocol protocol) {
        PlatformHttpMessage message = exchange.getMessage(PlatformHttpMessage.class);
        Passage passage = new Passage(protocol, OpaqueRequest.original(message.getRequest()), message.getResponse());
        exchange.setProperty(PROPERTY, passage);
        message.removeHeaders("*");
        message.setHeader(AUTHORIZATION, passage.request.getHeader(AUTHORIZATION));
        return passage;
    }

    /** With who makes it, as far as that is known. */
    static Passage known(Exchange exchange) {
        Passage passage = of(exchange);
        passage.requester = FrontDoor.requester(exchange);
        return passage;
    }

    /** Null before it began. */
    static Passage of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, Passage.class);
    }
}
