package az.dost.vahid.journeys.event;

import az.dost.vahid.definition.EventTypes;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a subscriber may have an event now: asked at each attempt to deliver one, as its requester's file may have
 * changed since.
 */
final class SubscriberGrants {
    private final AccessPolicy access;
    private final EventTypes types;

    SubscriberGrants(AccessPolicy access, EventTypes types) {
        this.access = access;
        this.types = types;
    }

    /** By the event's type, and for one that brings a dossier by its service and its facts too. */
    boolean given(String subscriber, Event event) {
        Optional<Requester> requester = access.named(subscriber);
        if (requester.isEmpty()) {
            return false;
        }
        try {
            access.authorise(requester.get(), facts(event));
            JsonNode service = event.content().at("/data/service");
            if (event.publisher().equals(OwnEvents.PUBLISHER) && service.isTextual()) {
                access.authorise(requester.get(), service.textValue());
            }
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }

    private List<String> facts(Event event) {
        List<String> facts = new ArrayList<>();
        types.special(event.type()).ifPresent(facts::add);
        event.content().at("/data/dossier/facts").fieldNames().forEachRemaining(facts::add);
        return facts;
    }
}
