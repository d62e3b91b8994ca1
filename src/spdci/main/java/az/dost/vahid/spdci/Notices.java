package az.dost.vahid.spdci;

import az.dost.vahid.journeys.event.EventWitness;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.signature.key.PersonHash;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** Keeps with each event of the bus who has subscribed to it, so that a crash loses none. */
final class Notices implements EventWitness {
    static final String SUBSCRIPTION = "subscription";
    static final String EVENT = "event";
    static final String TIME = "time";
    private final PersonSubscriptions subscriptions;
    private final LaterMessages messages;
    private final Senders senders;
    private final PersonHash persons;

    Notices(PersonSubscriptions subscriptions, LaterMessages messages, Senders senders, PersonHash persons) {
        this.subscriptions = subscriptions;
        this.messages = messages;
        this.senders = senders;
        this.persons = persons;
    }

    @Override
    public ActRecord.Change of(UUID event, String publisher, ObjectNode content) {
        if (senders.none()) {
            return connection -> true;
        }
        String person = persons.of(content.at("/data/fin").asText(""));
        String type = content.path("type").textValue();
        String time = content.path("time").textValue();
        return connection -> {
            for (PersonSubscription one : subscriptions.to(connection, person, type)) {
                messages.notice(connection, one.requester(), one.id() + "\n" + event, notice(one, event, time));
            }
            return true;
        };
    }

    private static ObjectNode notice(PersonSubscription one, UUID event, String time) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(
                        LaterMessage.SENDER,
                        one.content().path(PersonSubscription.SENDER).textValue())
                .put(SUBSCRIPTION, one.id().toString())
                .put(EVENT, event.toString())
                .put(TIME, time);
    }
}
