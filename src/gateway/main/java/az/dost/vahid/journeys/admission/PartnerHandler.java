package az.dost.vahid.journeys.admission;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.edge.access.Connection;
import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.FrontDoor;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.journeys.event.RunningSubscriptions;
import az.dost.vahid.journeys.event.WebhookProbe;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Exchange;

/**
 * What a partner who came in by himself does without an operator, within what was released: he gets events, and brings
 * a new key. Each is an act of the chain.
 */
public final class PartnerHandler {
    private static final int MAX_BODY = 16 * 1024;
    private final AdmittedPartners partners;
    private final RunningSubscriptions subscriptions;
    private final WebhookProbe probe;
    private final NewKey keys;
    private final KeyNews news;
    private final AccessPolicy access;
    private final ActRecord acts;

    PartnerHandler(
            AdmittedPartners partners,
            RunningSubscriptions subscriptions,
            WebhookProbe probe,
            NewKey keys,
            KeyNews news,
            AccessPolicy access,
            ActRecord acts) {
        this.partners = partners;
        this.subscriptions = subscriptions;
        this.probe = probe;
        this.keys = keys;
        this.news = news;
        this.access = access;
        this.acts = acts;
    }

    /** @throws ProblemException NOT_FOUND for a requester whose file an operator wrote */
    public void me(Exchange exchange) {
        HttpAnswer.json(exchange.getMessage(), json(own(exchange)));
    }

    /** @throws ProblemException NOT_GRANTED for what was not released; FIELD_INVALID for an address that may not be */
    public void subscribe(Exchange exchange) throws IOException {
        ObjectNode wanted =
                StrictJson.object(BoundedBody.of(exchange.getMessage(), MAX_BODY), Set.of("gives", "webhook"));
        Admitted own = own(exchange);
        gives(wanted, own.content().path("events"));
        String webhook = Wish.webhook(wanted);
        List<String> doubts = subscriptions.doubts(own.subscription(wanted));
        if (!doubts.isEmpty()) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, "webhook", doubts.get(0));
        }
        ObjectNode content = own.content().deepCopy();
        content.putObject("subscription").put("webhook", webhook).set("gives", wanted.path("gives"));
        ObjectNode said = said(own);
        wanted.path("gives").fieldNames().forEachRemaining(said.withArray("types")::add);
        HttpAnswer.json(exchange.getMessage(), json(step(own, content, "partner-subscribed", said)));
    }

    public void unsubscribe(Exchange exchange) {
        Admitted own = own(exchange);
        if (!own.content().has("subscription")) {
            throw new ProblemException(ProblemCode.NOT_FOUND, null, "You have no subscription.");
        }
        ObjectNode content = own.content().deepCopy();
        content.remove("subscription");
        HttpAnswer.json(exchange.getMessage(), json(step(own, content, "partner-unsubscribed", said(own))));
    }

    /** Whether somebody answers at an address that events may go to. @throws ProblemException FIELD_INVALID */
    public void checkEndpoint(Exchange exchange) throws IOException {
        ObjectNode sent = StrictJson.object(BoundedBody.of(exchange.getMessage(), MAX_BODY), Set.of("webhook"));
        Admitted own = own(exchange);
        String webhook = Wish.webhook(sent);
        probe.doubt(webhook).ifPresent(doubt -> {
            throw new ProblemException(ProblemCode.FIELD_INVALID, "webhook", doubt);
        });
        WebhookProbe.Seen seen = probe.look(webhook);
        acts.keep(
                RecordId.next(),
                "partner-endpoint-checked",
                said(own).put("reached", seen.why() == null),
                connection -> true);
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("reached", seen.why() == null);
        HttpAnswer.json(
                exchange.getMessage(),
                seen.why() == null ? json.put("status", seen.status()) : json.put("detail", seen.why()));
    }

    /** @throws ProblemException as {@link NewKey#beside} */
    public void addKey(Exchange exchange) throws IOException {
        byte[] body = BoundedBody.of(exchange.getMessage(), MAX_BODY);
        Admitted own = own(exchange);
        ObjectNode said = said(own);
        ObjectNode content = keys.beside(own, Connection.of(exchange).shown(), body, said);
        UUID step = RecordId.next();
        Admitted after = own.became(own.state(), content, step);
        keep(
                step,
                "partner-key-added",
                said,
                Together.of(
                        connection -> partners.step(connection, own, after),
                        news.added(
                                own,
                                step,
                                said.path("key").asText(),
                                said.path("othersEnd").asText())));
        HttpAnswer.json(exchange.getMessage(), json(after));
        access.refresh();
    }

    /** The partner's system alone: a person who uses it brings no key, and changes no address that events go to. */
    private Admitted own(Exchange exchange) {
        if (Caller.of(exchange).official() != null) {
            throw new ProblemException(
                    ProblemCode.NOT_GRANTED,
                    "Authorization",
                    "This is for your system, and not for a person who uses it.",
                    "Ask with your system's certificate alone, or with a token of its own.");
        }
        return partners.find(FrontDoor.requester(exchange).id())
                .filter(one -> !access.filed(one.id()))
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND,
                        null,
                        "What your system may do stands in a file that an operator wrote.",
                        "Ask whoever runs the gateway to change it."));
    }

    private static void gives(ObjectNode wanted, JsonNode released) {
        if (!wanted.hasNonNull("gives")) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, "gives", null);
        }
        JsonNode gives = wanted.path("gives");
        if (!gives.isObject() || gives.isEmpty()) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, "gives", "It must have the fields of each type.");
        }
        gives.properties().forEach(type -> {
            if (!type.getValue().isArray() || type.getValue().isEmpty()) {
                throw new ProblemException(ProblemCode.FIELD_INVALID, "gives", "Each type has its fields.");
            }
            Set<JsonNode> fields = new HashSet<>();
            released.path(type.getKey()).forEach(fields::add);
            type.getValue().forEach(field -> {
                if (!fields.contains(field)) {
                    throw new ProblemException(
                            ProblemCode.NOT_GRANTED, "gives", "It names what was not released for your system.");
                }
            });
        });
    }

    private static ObjectNode said(Admitted own) {
        return JsonNodeFactory.instance.objectNode().put("partner", own.id());
    }

    private Admitted step(Admitted own, ObjectNode content, String act, ObjectNode said) {
        UUID step = RecordId.next();
        Admitted after = own.became(own.state(), content, step);
        keep(step, act, said, connection -> partners.step(connection, own, after));
        return after;
    }

    private void keep(UUID step, String act, ObjectNode said, ActRecord.Change change) {
        if (!acts.keep(step, act, said, change)) {
            throw new ProblemException(
                    ProblemCode.TOO_MANY_REQUESTS, null, "Your system changed something else at the same time.");
        }
    }

    private ObjectNode json(Admitted own) {
        ObjectNode json = AdmissionJson.of(own, Instant.now());
        if (json.path("subscription") instanceof ObjectNode subscription) {
            subscription.put("running", subscriptions.runs(own.subscriptionId()));
        }
        return json;
    }
}
