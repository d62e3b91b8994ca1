package az.dost.vahid.offers;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.edge.door.FrontDoor;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.rights.Rights;
import az.dost.vahid.signature.key.PersonHash;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Exchange;

/**
 * A citizen's own rights, {@code contracts/offers.openapi.yaml}: what was looked for and found, what is offered, and
 * whether he wants it. Whose it is stands in the access token and nowhere in a request.
 */
public final class CitizenRights {
    private static final int MOST_LOOKS = 100;
    private final FrontDoor door;
    private final PersonHash persons;
    private final Offers offers;
    private final Evaluations evaluations;
    private final Rights rights;
    private final DisputedFacts disputes;
    private final Catalogue connectors;

    CitizenRights(
            FrontDoor door,
            PersonHash persons,
            Offers offers,
            Evaluations evaluations,
            Rights rights,
            DisputedFacts disputes,
            Catalogue connectors) {
        this.door = door;
        this.persons = persons;
        this.offers = offers;
        this.evaluations = evaluations;
        this.rights = rights;
        this.disputes = disputes;
        this.connectors = connectors;
    }

    /** Each look by the lookup that it was, and each offer with its text; the newest first. */
    public void list(Exchange exchange) {
        String person = persons.of(door.citizen(exchange).fin());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode looks = body.putArray("looks");
        evaluations.of(person, MOST_LOOKS).forEach(one -> {
            ObjectNode look = looks.addObject()
                    .put("lookup", one.dossier().toString())
                    .put("right", one.right())
                    .put("outcome", one.outcome());
            rights.title(one.right())
                    .ifPresent(title ->
                            look.putObject("title").put("az", title.az()).put("en", title.en()));
            one.registers().forEach(register -> missing(one.right(), register, look.withArray("/missing")));
        });
        ArrayNode offered = body.putArray("offers");
        offers.of(person).forEach(offer -> offered.add(json(offer)));
        HttpAnswer.json(exchange.getMessage(), body);
    }

    /** A register by its agency, or what no register has by its place and, where the law names it, its words. */
    private void missing(String right, String register, ArrayNode list) {
        ObjectNode missing = list.addObject();
        if (connectors.has(register)) {
            missing.put("agency", register);
            return;
        }
        missing.put("place", register);
        rights.wanted(right, register)
                .ifPresent(title ->
                        missing.putObject("title").put("az", title.az()).put("en", title.en()));
    }

    /** Of those that exclude each other one. @throws ProblemException OFFER_EXCLUDED, OFFER_SETTLED, NOT_FOUND */
    public void accept(Exchange exchange) {
        step(exchange, Offer.State.ACCEPTED);
    }

    public void decline(Exchange exchange) {
        step(exchange, Offer.State.DECLINED);
    }

    /** Done twice it is done once. */
    private void step(Exchange exchange, Offer.State state) {
        String person = persons.of(door.citizen(exchange).fin());
        UUID id = OfferId.of(exchange);
        Offer offer = own(person, id);
        boolean done = offer.state() == state
                || !offer.over() && took(offer, state)
                || own(person, id).state() == state;
        if (!done) {
            throw new ProblemException(
                    excluded(own(person, id), state) ? ProblemCode.OFFER_EXCLUDED : ProblemCode.OFFER_SETTLED);
        }
        HttpAnswer.json(exchange.getMessage(), json(own(person, id)));
    }

    private boolean took(Offer offer, Offer.State state) {
        return state == Offer.State.ACCEPTED
                ? offers.accept(offer, rights.excludedBy(offer.right()))
                : offers.step(offer, state, null, null);
    }

    private boolean excluded(Offer offer, Offer.State state) {
        Set<String> by = rights.excludedBy(offer.right());
        return state == Offer.State.ACCEPTED
                && offer.state() == Offer.State.OFFERED
                && !offer.over()
                && offers.of(offer.person()).stream()
                        .anyMatch(other -> other.state().chosen() && by.contains(other.right()));
    }

    private Offer own(String person, UUID id) {
        return offers.find(id)
                .filter(offer -> offer.person().equals(person))
                .orElseThrow(() -> OfferId.unknown("You have no offer of this id."));
    }

    private ObjectNode json(Offer offer) {
        ObjectNode json = OfferId.json(offer);
        offers.text(offer).ifPresent(jws -> {
            ObjectNode text = OfferDocument.payload(jws);
            json.put("jws", jws);
            json.set("offer", text);
            disputes.tell(json, offer, text);
        });
        return json;
    }
}
