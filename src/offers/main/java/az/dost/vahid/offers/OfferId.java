package az.dost.vahid.offers;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.apache.camel.Exchange;

/** How an offer is named in requests and answers. */
final class OfferId {
    /** @throws ProblemException NOT_FOUND for what is no id */
    static UUID of(Exchange exchange) {
        try {
            return UUID.fromString(exchange.getMessage().getHeader("id", String.class));
        } catch (IllegalArgumentException e) {
            throw unknown("An offer's id is a UUID.");
        }
    }

    /** Somebody else's offer and one that there is not get the same answer. */
    static ProblemException unknown(String detail) {
        return new ProblemException(ProblemCode.NOT_FOUND, null, detail);
    }

    /** Where an offer stands, without a person. */
    static ObjectNode json(Offer offer) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", offer.id().toString())
                .put("right", offer.right())
                .put("awardedBy", offer.awardedBy())
                .put("state", offer.state().name())
                .put("until", offer.until().toString());
        if (offer.reason() != null) {
            json.put("reason", offer.reason());
        }
        return json;
    }

    private OfferId() {}
}
