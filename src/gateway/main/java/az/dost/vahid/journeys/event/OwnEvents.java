package az.dost.vahid.journeys.event;

import az.dost.vahid.proof.record.ActRecord;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Tells a requester of what it waits for: an event for one subscription of its own, which brings it by the channel,
 * under the retry rule and with the fields that the subscription's file names.
 */
public final class OwnEvents {
    /** No requester's id. */
    static final String PUBLISHER = "vahid";

    private final EventStore events;
    private final RunningSubscriptions subscriptions;

    OwnEvents(EventStore events, RunningSubscriptions subscriptions) {
        this.events = events;
        this.subscriptions = subscriptions;
    }

    /** Whether a subscription runs, is this requester's and gives events of this type. */
    public boolean given(String subscription, String requester, String type) {
        return subscriptions
                .find(subscription)
                .filter(found ->
                        found.subscriber().equals(requester) && found.gives().containsKey(type))
                .isPresent();
    }

    /** Subscriptions that run and give events of this type, by their ids' order, with whose they are. */
    public SortedMap<String, String> giving(String type) {
        SortedMap<String, String> giving = new TreeMap<>();
        subscriptions.all().stream()
                .filter(one -> one.gives().containsKey(type))
                .forEach(one -> giving.put(one.id(), one.subscriber()));
        return giving;
    }

    /**
     * Keeps an event, to be delivered; another one of its name changes nothing.
     *
     * @param name of the event, no personal data
     * @param group events of one group are delivered in their order; no personal data
     * @param alongside in the same transaction; when it finds nothing to change there is no event either
     * @throws az.dost.vahid.problem.ProblemException OVERLOADED
     */
    public void tell(
            String subscription, String type, String name, String group, ObjectNode data, ActRecord.Change alongside) {
        events.keepOwn(subscription, group, publication(type, name, data), alongside);
    }

    /**
     * The same as a part of somebody's act, whose entry tells of both.
     *
     * @param entry id of the act's entry
     * @return to be made in the transaction of the act
     */
    public ActRecord.Change within(
            UUID entry, String subscription, String type, String name, String group, ObjectNode data) {
        return events.own(entry, subscription, group, publication(type, name, data));
    }

    private static Publication publication(String type, String name, ObjectNode data) {
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("specversion", "1.0")
                .put("id", name)
                .put("source", "urn:dost:publisher:" + PUBLISHER)
                .put("type", type)
                .put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("datacontenttype", "application/json");
        event.set("data", data);
        return Publication.asItIs(event, event.toString().getBytes(StandardCharsets.UTF_8));
    }
}
