package az.dost.vahid.spdci;

import az.dost.vahid.answer.Fin;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.journeys.event.OwnEvents;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.protection.ProtectedPersons;
import az.dost.vahid.proof.protection.Protection;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.signature.key.PersonHash;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;

/**
 * Subscriptions to one person's events. A requester is told within what its own subscriptions give, which operators
 * write; whoever needs an approval to look somebody up is not told of him either.
 */
final class SubscribeAnswers {
    static final String REQUESTS = "subscribe_request";
    static final String CODES = "subscription_codes";
    private static final String CRITERIA = "subscribe_criteria";
    private static final String EVENT = "reg_event_type";
    private static final String RECORD = "notify_record_type";
    private static final String FILTER = "filter";
    private static final String CODE = "code";

    private final PersonSubscriptions subscriptions;
    private final Registries registries;
    private final Senders senders;
    private final AnswerWriter answers;
    private final OwnEvents events;
    private final AccessPolicy access;
    private final PersonHash persons;
    private final ProtectedPersons protection;
    private final SpdciSettings settings;

    SubscribeAnswers(
            PersonSubscriptions subscriptions,
            Registries registries,
            Senders senders,
            AnswerWriter answers,
            OwnEvents events,
            AccessPolicy access,
            PersonHash persons,
            ProtectedPersons protection,
            SpdciSettings settings) {
        this.subscriptions = subscriptions;
        this.registries = registries;
        this.senders = senders;
        this.answers = answers;
        this.events = events;
        this.access = access;
        this.persons = persons;
        this.protection = protection;
        this.settings = settings;
    }

    /**
     * Checks the form of a message that subscribes.
     *
     * @return its {@code transaction_id}
     */
    String check(Envelope envelope) {
        String transaction = Fields.id(envelope.message(), "", AnswerWriter.TRANSACTION);
        JsonNode requests = Fields.list(envelope.message(), "", REQUESTS, settings.mostSearches());
        int number = 0;
        for (JsonNode one : requests) {
            String path = REQUESTS + "[" + number++ + "]";
            Fields.id(one, path, AnswerWriter.REFERENCE);
            Fields.instant(one, path, AnswerWriter.TIMESTAMP);
            JsonNode criteria = Fields.object(one, path, CRITERIA);
            String inside = Fields.path(path, CRITERIA);
            Fields.id(criteria, inside, EVENT);
            Fields.id(criteria, inside, RECORD);
            if (criteria.path(FILTER).isMissingNode() || criteria.path(FILTER).isNull()) {
                throw new ProblemException(ProblemCode.FIELD_MISSING, Fields.path(inside, FILTER), null);
            }
        }
        count(envelope, requests.size());
        return transaction;
    }

    /** The same of one that ends subscriptions. */
    String checkEnd(Envelope envelope) {
        String transaction = Fields.id(envelope.message(), "", AnswerWriter.TRANSACTION);
        Fields.instant(envelope.message(), "", AnswerWriter.TIMESTAMP);
        for (JsonNode one : Fields.list(envelope.message(), "", CODES, settings.mostSearches())) {
            if (!one.isTextual() || one.textValue().isBlank() || one.textValue().length() > Fields.LONGEST_ID) {
                throw Fields.invalid(CODES, "Each must be a text of 1 to " + Fields.LONGEST_ID + " characters.");
            }
        }
        return transaction;
    }

    private static void count(Envelope envelope, int requests) {
        if (envelope.header().path("total_count").intValue() != requests) {
            throw Fields.invalid("header.total_count", "It must be the number of requests in the message.");
        }
    }

    /** Subscribes, as the grants stand now. */
    ObjectNode subscribe(LaterMessage message, Requester requester) {
        Envelope envelope = message.envelope();
        ObjectNode body = AnswerWriter.ids(
                envelope.message().path(AnswerWriter.TRANSACTION).textValue(),
                message.id().toString());
        ArrayNode responses = body.putArray("subscribe_response");
        for (JsonNode one : envelope.message().path(REQUESTS)) {
            ObjectNode response = JsonNodeFactory.instance
                    .objectNode()
                    .put(
                            AnswerWriter.REFERENCE,
                            one.path(AnswerWriter.REFERENCE).textValue())
                    .put(AnswerWriter.TIMESTAMP, AnswerWriter.now());
            try {
                begin(message, requester, one, response);
            } catch (ProblemException refused) {
                response.put(AnswerWriter.STATUS, Outcome.State.REFUSED.status())
                        .put("status_reason_code", registries.subscription(refused))
                        .put("status_reason_message", Outcome.text(refused));
            }
            responses.add(response);
        }
        ObjectNode header =
                answers.header(Kind.SUBSCRIBE.answer(), envelope.sender(), Outcome.State.FOUND.status(), null);
        return AnswerWriter.whole(header, body, responses.size(), responses.size());
    }

    private void begin(LaterMessage message, Requester requester, JsonNode request, ObjectNode response) {
        JsonNode criteria = request.path(CRITERIA);
        Registry registry =
                registries.of(message.content().path(LaterMessage.REGISTRY).textValue());
        String named = criteria.path(EVENT).textValue();
        String event = registry.event(named)
                .orElseThrow(() -> Fields.invalid(
                        EVENT,
                        "It must be one of "
                                + String.join(", ", registry.events().keySet()) + "."));
        String fin = Subject.identified(criteria.path("filter_type"), criteria.path(FILTER), registry);
        if (!Fin.FORM.matcher(fin).matches()) {
            throw Fields.invalid("subject.fin", "It must be 7 characters of 0-9 and A-Z without I and O.");
        }
        Purpose purpose =
                Purpose.kept(message.content().path(LaterMessage.PURPOSE)).or(criteria.path("authorize"));
        allowed(message, requester, purpose, event, persons.of(fin));
        String record = criteria.path(RECORD).textValue();
        ObjectNode content = JsonNodeFactory.instance
                .objectNode()
                .put(PersonSubscription.FIN, fin)
                .put(PersonSubscription.SENDER, message.envelope().sender())
                .put(
                        PersonSubscription.REGISTRY,
                        message.content().path(LaterMessage.REGISTRY).textValue())
                .put(PersonSubscription.IDENTIFIER, registry.identifiers().get(0))
                .put(PersonSubscription.EVENT, named)
                .put(PersonSubscription.RECORD, record);
        purpose.put(content.putObject(PersonSubscription.PURPOSE));
        content.put(
                PersonSubscription.BY,
                message.id() + "/" + request.path(AnswerWriter.REFERENCE).textValue());
        UUID id = begun(new PersonSubscription(RecordId.next(), requester.id(), event, persons.of(fin), content));
        response.put(AnswerWriter.STATUS, Outcome.State.FOUND.status())
                .putArray("subscriptions")
                .addObject()
                .put(CODE, id.toString())
                .put(AnswerWriter.STATUS, Kind.SUBSCRIBE.action())
                .put(AnswerWriter.TIMESTAMP, AnswerWriter.now())
                .put(EVENT, named)
                .put(RECORD, record);
    }

    /** Its code; that of before, where a crash came between its beginning and the answer. */
    private UUID begun(PersonSubscription one) {
        if (subscriptions.begin(one)) {
            return one.id();
        }
        return subscriptions
                .like(one)
                .filter(other -> other.content()
                        .path(PersonSubscription.BY)
                        .equals(one.content().path(PersonSubscription.BY)))
                .map(PersonSubscription::id)
                .orElseThrow(() ->
                        Fields.invalid(REQUESTS, "Your system is told of this person's events of this type already."));
    }

    private void allowed(LaterMessage message, Requester requester, Purpose purpose, String event, String person) {
        String proven = message.content().path(LaterMessage.PROVEN).textValue();
        purpose.check(proven != null);
        String official = proven == null ? purpose.official() : proven;
        access.authorise(requester, purpose.service(), official);
        if (senders.callback(message.envelope().sender()).isBlank()) {
            throw Fields.invalid("sender_uri", "Your system has no address here to be told at.");
        }
        told(requester, event);
        if (protection.protection(person, requester.id(), official, purpose.caseRef()) == Protection.UNAPPROVED) {
            throw new ProblemException(ProblemCode.APPROVAL_NEEDED);
        }
    }

    private void told(Requester requester, String event) {
        if (!events.giving(event).containsValue(requester.id())) {
            throw new ProblemException(
                    ProblemCode.NOT_GRANTED, EVENT, "No subscription of your system gives this type of event.");
        }
    }

    void forget() {
        subscriptions.forget();
    }

    /** Ends subscriptions; another's and one that there is not are alike. */
    ObjectNode unsubscribe(LaterMessage message) {
        Envelope envelope = message.envelope();
        ObjectNode body = AnswerWriter.ids(
                        envelope.message().path(AnswerWriter.TRANSACTION).textValue(),
                        message.id().toString())
                .put(AnswerWriter.TIMESTAMP, AnswerWriter.now());
        ArrayNode ended = JsonNodeFactory.instance.arrayNode();
        int wanted = 0;
        for (JsonNode code : envelope.message().path(CODES)) {
            wanted++;
            id(code.textValue())
                    .flatMap(id -> subscriptions.own(message.requester(), id))
                    .ifPresent(one -> {
                        subscriptions.end(RecordId.next(), one);
                        ended.addObject()
                                .put(CODE, one.id().toString())
                                .put(AnswerWriter.STATUS, Kind.UNSUBSCRIBE.action());
                    });
        }
        boolean all = ended.size() == wanted;
        String status = (all ? Outcome.State.FOUND : Outcome.State.REFUSED).status();
        body.put(AnswerWriter.STATUS, status);
        if (!all) {
            body.put("status_reason_code", "rjct.subscription_code.invalid")
                    .put(
                            "status_reason_message",
                            "NOT_FOUND: Your system has no subscription of a code that is not listed.");
        }
        body.set("subscription_status", ended);
        ObjectNode header = answers.header(Kind.UNSUBSCRIBE.answer(), envelope.sender(), status, null);
        return AnswerWriter.whole(header, body, wanted, wanted);
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * What a sender is told of an event: of whom and which, and no more; the rest it asks for.
     *
     * @throws ProblemException NOT_GRANTED or APPROVAL_NEEDED, where it may not be told any more
     */
    ObjectNode notice(LaterMessage message, Requester requester) {
        JsonNode content = message.content();
        PersonSubscription one = subscriptions
                .find(
                        requester.id(),
                        UUID.fromString(content.path(Notices.SUBSCRIPTION).textValue()))
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_GRANTED, null, "The subscription has ended."));
        Purpose purpose = Purpose.kept(one.content().path(PersonSubscription.PURPOSE));
        access.authorise(requester, purpose.service());
        told(requester, one.event());
        if (protection.protection(one.person(), requester.id(), purpose.official(), purpose.caseRef())
                == Protection.UNAPPROVED) {
            throw new ProblemException(ProblemCode.APPROVAL_NEEDED);
        }
        Registry registry =
                registries.of(one.content().path(PersonSubscription.REGISTRY).textValue());
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put(AnswerWriter.TRANSACTION, one.id().toString());
        ObjectNode data = body.putArray("notify_event")
                .addObject()
                .put(AnswerWriter.REFERENCE, content.path(Notices.EVENT).textValue())
                .put(AnswerWriter.TIMESTAMP, content.path(Notices.TIME).textValue())
                .putObject("data")
                .put("version", EnvelopeReader.VERSION)
                .put("reg_type", registry.type())
                .put(EVENT, one.content().path(PersonSubscription.EVENT).textValue())
                .put(
                        "reg_record_type",
                        one.content().path(PersonSubscription.RECORD).textValue());
        data.putObject("reg_records")
                .putArray("identifier")
                .addObject()
                .put(
                        "identifier_type",
                        one.content().path(PersonSubscription.IDENTIFIER).textValue())
                .put(
                        "identifier_value",
                        one.content().path(PersonSubscription.FIN).textValue());
        ObjectNode header = answers.header(
                Kind.NOTIFY.answer(),
                one.content().path(PersonSubscription.SENDER).textValue(),
                Outcome.State.FOUND.status(),
                null);
        return AnswerWriter.whole(header, body, 1, 1);
    }
}
