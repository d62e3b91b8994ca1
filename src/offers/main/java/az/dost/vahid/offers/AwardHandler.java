package az.dost.vahid.offers;

import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.FrontDoor;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.journeys.lookup.HttpFace;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Exchange;

/**
 * Where whoever awards a right finds the offers of it and answers, {@code contracts/offers.openapi.yaml}. The grant
 * {@code award:<agency>} says for which agency a requester does so.
 */
public final class AwardHandler {
    private static final String GRANT = "award:";
    private static final int PAGE = 100;
    private static final int MAX_BODY = 4096;
    private static final Set<String> FIELDS = Set.of("answer", "reason");
    private static final Set<String> ANSWERS = Set.of(Offer.State.AWARDED.name(), Offer.State.REFUSED.name());
    private static final Set<String> REASONS =
            Set.of("CONDITION_NOT_MET", "ALREADY_DRAWN", "EXCLUDED_BY_ANOTHER_RIGHT", "PERSON_DIED", "FACT_WRONG");
    /** Of which nothing is to be decided any more. */
    private static final Set<Offer.State> CLOSED =
            Set.of(Offer.State.DECLINED, Offer.State.WITHDRAWN, Offer.State.EXPIRED);

    /** Members of an offer that name a dossier on which it stands. */
    private static final Set<String> DOSSIERS = Set.of(OfferDocument.DOSSIER, OfferDocument.DOSSIER_ABOUT);

    private final Offers offers;
    private final ActRecord acts;
    private final DisputedFacts disputes;
    private final HttpFace given;
    private final LookingRequester looking;

    AwardHandler(Offers offers, ActRecord acts, DisputedFacts disputes, HttpFace given, LookingRequester looking) {
        this.offers = offers;
        this.acts = acts;
        this.disputes = disputes;
        this.given = given;
        this.looking = looking;
    }

    /** Where offers stand, in the order of their last steps, a page of them; whoever goes on misses none. */
    public void list(Exchange exchange) {
        List<Offer> some = offers.awardedBy(agencies(FrontDoor.requester(exchange)), after(exchange), PAGE);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode list = body.putArray("offers");
        some.forEach(offer -> list.add(json(offer)));
        if (!some.isEmpty()) {
            body.put("after", some.get(some.size() - 1).step().toString());
        }
        HttpAnswer.json(exchange.getMessage(), body);
    }

    /** Where it stands, and what of it is in doubt: nothing of a person. */
    private ObjectNode json(Offer offer) {
        ObjectNode json = OfferId.json(offer);
        offers.text(offer).ifPresent(jws -> disputes.tell(json, offer, OfferDocument.payload(jws)));
        return json;
    }

    /** The agencies for which a requester awards. */
    static List<String> awards(Requester requester) {
        return granted(requester, GRANT);
    }

    private static List<String> granted(Requester requester, String grant) {
        return requester.grants().stream()
                .filter(one -> one.startsWith(grant))
                .map(one -> one.substring(grant.length()))
                .toList();
    }

    /** @throws ProblemException NOT_GRANTED for whoever awards nothing */
    private static List<String> agencies(Requester requester) {
        return agencies(requester, GRANT);
    }

    /**
     * The agencies of a grant.
     *
     * @param grant up to its colon
     * @throws ProblemException NOT_GRANTED for whoever has none
     */
    static List<String> agencies(Requester requester, String grant) {
        List<String> agencies = granted(requester, grant);
        if (agencies.isEmpty()) {
            throw new ProblemException(ProblemCode.NOT_GRANTED, null, "Your system has no grant for this.");
        }
        return agencies;
    }

    private static UUID after(Exchange exchange) {
        String after = exchange.getMessage().getHeader("after", String.class);
        try {
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, "after", "It must be the member after of an answer.");
        }
    }

    /** The offer itself, as it was signed; that it was read is an entry of the audit chain. */
    public void read(Exchange exchange) {
        Requester requester = FrontDoor.requester(exchange);
        Offer offer = its(requester, exchange);
        if (CLOSED.contains(offer.state())) {
            throw new ProblemException(ProblemCode.OFFER_SETTLED);
        }
        String jws = offers.text(offer).orElseThrow(() -> new ProblemException(ProblemCode.OFFER_SETTLED));
        acts.keep(RecordId.next(), "offer-read", read(offer, requester), connection -> true);
        HttpAnswer.bytes(exchange.getMessage(), "application/jose", jws.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * A dossier that an offer stands on, with its signature or with all evidence, once the citizen wants what is
     * offered; that it was read is an entry of the audit chain.
     */
    public void dossier(Exchange exchange) {
        Requester requester = FrontDoor.requester(exchange);
        Offer offer = its(requester, exchange);
        if (!offer.state().chosen() && !ANSWERS.contains(offer.state().name())) {
            throw new ProblemException(ProblemCode.OFFER_SETTLED);
        }
        JsonNode text = OfferDocument.payload(
                offers.text(offer).orElseThrow(() -> new ProblemException(ProblemCode.OFFER_SETTLED)));
        String dossier = exchange.getMessage().getHeader("dossier", String.class);
        if (DOSSIERS.stream().noneMatch(of -> text.path(of).asText().equals(dossier))) {
            throw OfferId.unknown("The offer stands on no such dossier.");
        }
        given.ofAnother(exchange, UUID.fromString(dossier), looking.now());
        acts.keep(
                RecordId.next(),
                "offer-dossier-read",
                read(offer, requester).put("dossier", dossier),
                connection -> true);
    }

    private static ObjectNode read(Offer offer, Requester requester) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("offer", offer.id().toString())
                .put("right", offer.right())
                .put("requester", requester.id());
    }

    /** Given twice it is given once. */
    public void answer(Exchange exchange) throws IOException {
        Requester requester = FrontDoor.requester(exchange);
        Offer offer = its(requester, exchange);
        JsonNode body = StrictJson.object(BoundedBody.of(exchange.getMessage(), MAX_BODY), FIELDS);
        String answer = oneOf(body, "answer", ANSWERS);
        String reason = answer.equals(Offer.State.REFUSED.name()) ? oneOf(body, "reason", REASONS) : none(body);
        Offer.State state = Offer.State.valueOf(answer);
        if (offer.state() != state && !offers.step(offer, state, reason, requester.id())) {
            throw new ProblemException(ProblemCode.OFFER_SETTLED);
        }
        HttpAnswer.json(
                exchange.getMessage(),
                json(offers.find(offer.id())
                        .orElseThrow(() -> OfferId.unknown("There is no such offer of yours to award."))));
    }

    private Offer its(Requester requester, Exchange exchange) {
        List<String> agencies = agencies(requester);
        return offers.find(OfferId.of(exchange))
                .filter(offer -> agencies.contains(offer.awardedBy()))
                .orElseThrow(() -> OfferId.unknown("There is no such offer of yours to award."));
    }

    /** @throws ProblemException FIELD_MISSING, FIELD_INVALID */
    static String oneOf(JsonNode body, String field, Set<String> values) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, field, null);
        }
        if (!value.isTextual() || !values.contains(value.textValue())) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID,
                    field,
                    "It must be one of "
                            + String.join(", ", values.stream().sorted().toList()) + ".");
        }
        return value.textValue();
    }

    private static String none(JsonNode body) {
        if (body.has("reason")) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, "reason", "Only a refusal has one.");
        }
        return null;
    }
}
