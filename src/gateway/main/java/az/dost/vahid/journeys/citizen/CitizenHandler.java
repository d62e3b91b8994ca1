package az.dost.vahid.journeys.citizen;

import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.FrontDoor;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.edge.door.Paging;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.Correction;
import az.dost.vahid.proof.record.Corrections;
import az.dost.vahid.proof.record.MixUp;
import az.dost.vahid.proof.record.MixUps;
import az.dost.vahid.proof.record.Slice;
import az.dost.vahid.proof.record.Trail;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.signature.key.PersonHash;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.UUID;
import org.apache.camel.Exchange;

/**
 * What citizens see of themselves, {@code contracts/citizens.openapi.yaml}: who looked, and what became of their
 * corrections. Whose it is stands in the access token and nowhere in a request.
 */
public final class CitizenHandler {
    private static final int PAGE = 20;
    private static final int MOST_CORRECTIONS = 200;
    private final FrontDoor door;
    private final PersonHash hash;
    private final Trail trail;
    private final MixUps mixUps;
    private final LookupJson lookups;
    private final Corrections corrections;
    private final FactOwners owners;
    private final OwnViews views;
    private final Period withheldFor;

    /**
     * @param withheldFor how old a lookup is that is counted though it is withheld: sooner, the count itself would warn
     */
    CitizenHandler(
            FrontDoor door,
            PersonHash hash,
            Trail trail,
            MixUps mixUps,
            LookupJson lookups,
            Corrections corrections,
            FactOwners owners,
            OwnViews views,
            Period withheldFor) {
        this.door = door;
        this.hash = hash;
        this.trail = trail;
        this.mixUps = mixUps;
        this.lookups = lookups;
        this.corrections = corrections;
        this.owners = owners;
        this.views = views;
        this.withheldFor = withheldFor;
    }

    /**
     * The lookups that are not withheld, newest first, a page of them; with the first one the auditors who read who
     * looked.
     */
    public void lookups(Exchange exchange) {
        String person = hash.of(door.citizen(exchange).fin());
        Paging paging = Paging.of(exchange.getMessage(), PAGE);
        UUID before = paging.id();
        views.keep(person);
        Slice<Trail.Step> steps = trail.of(person, before, paging.limit());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("lookups").addAll(steps.rows().stream().map(lookups::of).toList());
        body.put("withheld", trail.withheld(person, openFrom()));
        if (before == null) {
            body.putArray("audits")
                    .addAll(trail.audits(person, PAGE).stream()
                            .map(lookups::ofAudit)
                            .toList());
        }
        tell(exchange, body, paging, steps.next());
    }

    /** What agencies told of the citizen in answer to questions about others, newest first, a page of it. */
    public void mixUps(Exchange exchange) {
        String person = hash.of(door.citizen(exchange).fin());
        Paging paging = Paging.of(exchange.getMessage(), PAGE);
        UUID before = paging.id();
        views.keep(person);
        Slice<MixUp> some = mixUps.of(person, before, openFrom(), paging.limit());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("mixUps").addAll(some.rows().stream().map(lookups::of).toList());
        tell(exchange, body, paging, some.next());
    }

    private static void tell(Exchange exchange, ObjectNode body, Paging paging, UUID next) {
        if (next != null) {
            body.put("before", next.toString());
        }
        HttpAnswer.json(exchange.getMessage(), body);
        paging.tell(exchange.getMessage(), next);
    }

    /** Keeps a correction, for its agency to be told of a moment later. */
    public void correct(Exchange exchange) throws IOException {
        String fin = door.citizen(exchange).fin();
        Claim claim = Claim.read(BoundedBody.of(exchange.getMessage(), Claim.LONGEST_BODY));
        String agency = owners.of(claim.fact(), claim.source());
        String person = hash.of(fin);
        if (corrections.of(person).stream()
                .anyMatch(other -> other.agency().equals(agency)
                        && !other.state().last()
                        && CorrectionJson.asked(other).path("fact").asText().equals(claim.fact()))) {
            throw new ProblemException(ProblemCode.CORRECTION_OPEN, "fact", null);
        }
        UUID id = RecordId.next();
        corrections.keep(id, person, agency, claim.content(fin));
        HttpAnswer.json(
                exchange.getMessage(), CorrectionJson.of(corrections.find(id).orElseThrow()));
        HttpAnswer.accepted(exchange.getMessage());
        exchange.getMessage().setHeader("Location", "/v1/citizens/me/corrections/" + id);
    }

    /** The citizen's corrections, newest first. */
    public void corrections(Exchange exchange) {
        String person = hash.of(door.citizen(exchange).fin());
        Paging paging = Paging.of(exchange.getMessage(), MOST_CORRECTIONS);
        Slice<Correction> some = corrections.of(person, paging.id(), paging.limit());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("corrections")
                .addAll(some.rows().stream().map(CorrectionJson::of).toList());
        HttpAnswer.json(exchange.getMessage(), body);
        paging.tell(exchange.getMessage(), some.next());
    }

    public void correction(Exchange exchange) {
        String person = hash.of(door.citizen(exchange).fin());
        UUID id = id(exchange.getMessage().getHeader("id", String.class), ProblemCode.NOT_FOUND, null);
        Correction correction = corrections
                .of(person, id)
                .orElseThrow(
                        () -> new ProblemException(ProblemCode.NOT_FOUND, null, "You have no correction of this id."));
        HttpAnswer.json(exchange.getMessage(), CorrectionJson.of(correction));
    }

    /** Until when what is withheld is told of. */
    private Instant openFrom() {
        return Instant.now().atZone(ZoneOffset.UTC).minus(withheldFor).toInstant();
    }

    private static UUID id(String text, ProblemCode otherwise, String field) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(otherwise, field, null);
        }
    }
}
