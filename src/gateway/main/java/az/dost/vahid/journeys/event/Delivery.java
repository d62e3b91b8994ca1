package az.dost.vahid.journeys.event;

import az.dost.vahid.journeys.event.LaidAsideException.Reason;
import az.dost.vahid.json.Json;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.Jwe;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Delivers the events of one subscription, by the version of its file that is the newest or that a replay asks for. */
public final class Delivery {
    static final String TYPE = "application/cloudevents+json";
    private static final String JWS_TYPE = "vahid-event+json";
    private static final String EVENT = "vahid.event";
    /** The message's body: an event's id, if it is right. */
    static final String NAMED = "vahid.event.named";

    static final String BY = "vahid.event.by";
    static final String SUBSCRIPTION = "vahid.event.subscription";
    static final String DELIVERY = "vahid.event.delivery";
    private static final ObjectMapper JSON = Json.mapper();
    private final EventStore events;
    private final SubscriptionVersions versions;
    private final DossierSigner signer;
    private final SubscriberGrants grants;
    private volatile SubscriptionVersion newest;
    private volatile boolean waits;

    Delivery(
            EventStore events,
            SubscriptionVersions versions,
            DossierSigner signer,
            SubscriberGrants grants,
            SubscriptionVersion newest) {
        this.grants = grants;
        this.events = events;
        this.versions = versions;
        this.signer = signer;
        this.newest = newest;
    }

    void become(SubscriptionVersion version) {
        newest = version;
        waits = false;
    }

    /** Nothing goes out from now on, until it becomes something again. */
    void pause() {
        waits = true;
    }

    SubscriptionVersion newest() {
        return newest;
    }

    /** Claims the event that the message names. */
    public void open(Exchange exchange) {
        Message message = exchange.getMessage();
        exchange.setProperty(SUBSCRIPTION, newest.subscription().id());
        exchange.setProperty(NAMED, message.getBody(String.class));
        exchange.setProperty(DELIVERY, message.getHeader(Notice.DELIVERY, String.class));
        String only = message.getHeader(Notice.SUBSCRIPTION, String.class);
        if (only != null && !only.equals(newest.subscription().id())) {
            return;
        }
        SubscriptionVersion by = versions.of(newest, message.getHeader(Notice.VERSION, String.class));
        exchange.setProperty(BY, by);
        Event event = events.find(id(message.getBody(String.class)))
                .orElseThrow(() -> new LaidAsideException(Reason.POISON, "The event is no more, or cannot be read"));
        if (by.subscription().wants(event)) {
            if (event.publishedAt().plus(by.subscription().expiry()).isBefore(event.readAt())) {
                throw new LaidAsideException(
                        Reason.EXPIRED,
                        "It was not delivered within " + by.subscription().expiresAfter());
            }
            exchange.setProperty(EVENT, event);
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new LaidAsideException(Reason.POISON, "The message names no event");
        }
    }

    /** Whether the subscriber is to have it. */
    public boolean due(Exchange exchange) {
        return exchange.getProperty(EVENT) != null;
    }

    /** What a delivery that was made is known again by. */
    public String key(Exchange exchange) {
        return exchange.getProperty(DELIVERY, String.class);
    }

    public void post(Exchange exchange) {
        Message message = clear(exchange);
        byte[] content = content(exchange);
        message.setHeader(Exchange.HTTP_METHOD, "POST");
        message.setHeader(Exchange.CONTENT_TYPE, TYPE);
        message.setHeader("Idempotency-Key", event(exchange).id().toString());
        message.setHeader("Vahid-Signature", signer.sign(content, JWS_TYPE).detached());
        message.setBody(content);
    }

    public void send(Exchange exchange) {
        Message message = clear(exchange);
        byte[] content = content(exchange);
        message.setHeader("JMSXGroupID", event(exchange).citizen());
        message.setHeader("VahidIdempotencyKey", event(exchange).id().toString());
        message.setHeader("VahidSignature", signer.sign(content, JWS_TYPE).detached());
        message.setBody(newest.key().encrypt(content, TYPE));
    }

    /** One file with signature and content, named so that the names' order is that of publication. */
    public void file(Exchange exchange) {
        Message message = clear(exchange);
        message.setHeader(Exchange.FILE_NAME, event(exchange).id() + ".jws");
        message.setBody(signer.sign(content(exchange), JWS_TYPE).compact());
    }

    private static Message clear(Exchange exchange) {
        // The count of attempts stays: Camel keeps it in a header.
        exchange.getMessage().removeHeaders("*", "CamelRedeliver*");
        return exchange.getMessage();
    }

    private static Event event(Exchange exchange) {
        return exchange.getProperty(EVENT, Event.class);
    }

    /** Every attempt begins here: hours may lie between two of them. */
    private byte[] content(Exchange exchange) {
        Event event = event(exchange);
        Subscription now = newest.subscription();
        Jwe key = newest.key();
        if (waits || key != null && !key.valid() || !grants.given(now.subscriber(), event)) {
            throw new NotGivenException();
        }
        if (!now.wants(event)) {
            throw new LaidAsideException(Reason.POISON, "The subscription no longer gives such an event");
        }
        try {
            return JSON.writeValueAsBytes(exchange.getProperty(BY, SubscriptionVersion.class)
                    .subscription()
                    .minimised(event, now));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
