package az.dost.vahid.offers;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.journeys.event.OwnEvents;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.apache.camel.Exchange;

/**
 * Tells whoever awards where offers stand, by an event through a subscription of its own: by webhook, queue or folder.
 * It names nobody; the offer is asked for. Of several steps in a moment the last one is told.
 */
public final class OfferPost {
    private static final String TYPE = "az.dost.right-offer.v1";
    private final Offers offers;
    private final OwnEvents events;
    private final AccessPolicy access;

    OfferPost(Offers offers, OwnEvents events, AccessPolicy access) {
        this.offers = offers;
        this.events = events;
        this.access = access;
    }

    /** Tells of some. Of several subscriptions of one who awards it is the first, by its id. */
    public void tell(Exchange exchange) {
        int told = 0;
        for (var subscription : events.giving(TYPE).entrySet()) {
            for (Offer offer : offers.untold(agencies(subscription.getValue()))) {
                tell(subscription.getKey(), offer);
                told++;
            }
        }
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, told > 0);
    }

    private List<String> agencies(String requester) {
        return access.named(requester).map(AwardHandler::awards).orElse(List.of());
    }

    private void tell(String subscription, Offer offer) {
        events.tell(
                subscription,
                TYPE,
                "right-offer-" + offer.step(),
                offer.id().toString(),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("offerId", offer.id().toString())
                        .put("right", offer.right())
                        .put("state", offer.state().name()),
                connection -> Offers.told(connection, offer));
    }
}
