package az.dost.vahid.journeys.citizen;

import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.FreeText;
import az.dost.vahid.edge.door.FrontDoor;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.journeys.misuse.CitizenQuestions;
import az.dost.vahid.journeys.misuse.Hit;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.Trail;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.signature.key.PersonHash;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Exchange;

/**
 * One lookup of the citizen's, and what he asks about it. A lookup of somebody else, one that is withheld and one that
 * there is not look alike.
 */
public final class AskedLookupHandler {
    private static final int LONGEST = 1000;
    private static final int LONGEST_BODY = 16 * 1024;
    private static final int CREATED = 201;
    private static final Map<String, String> STATES =
            Map.of("OPEN", "RECEIVED", "ASSIGNED", "IN_REVIEW", "CLOSED", "ANSWERED");
    private final FrontDoor door;
    private final PersonHash hash;
    private final Trail trail;
    private final LookupJson lookups;
    private final CitizenQuestions questions;
    private final OwnViews views;

    AskedLookupHandler(
            FrontDoor door,
            PersonHash hash,
            Trail trail,
            LookupJson lookups,
            CitizenQuestions questions,
            OwnViews views) {
        this.door = door;
        this.hash = hash;
        this.trail = trail;
        this.lookups = lookups;
        this.questions = questions;
        this.views = views;
    }

    public void show(Exchange exchange) {
        String person = hash.of(door.citizen(exchange).fin());
        Trail.Step lookup = lookup(exchange, person);
        views.keep(person);
        HttpAnswer.json(exchange.getMessage(), json(lookup, person));
    }

    /** Keeps a question for auditors, once for each lookup; answered when it is durable. */
    public void ask(Exchange exchange) throws IOException {
        String person = hash.of(door.citizen(exchange).fin());
        Trail.Step lookup = lookup(exchange, person);
        JsonNode body = StrictJson.object(BoundedBody.of(exchange.getMessage(), LONGEST_BODY), Set.of("question"));
        if (!questions.keep(lookup.entry(), FreeText.read(body, "question", LONGEST))) {
            throw new ProblemException(ProblemCode.QUESTION_ASKED);
        }
        HttpAnswer.json(exchange.getMessage(), json(lookup, person));
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, CREATED);
    }

    private Trail.Step lookup(Exchange exchange, String person) {
        try {
            return trail.of(person, UUID.fromString(exchange.getMessage().getHeader("id", String.class)))
                    .orElseThrow(AskedLookupHandler::nothing);
        } catch (IllegalArgumentException e) {
            throw nothing();
        }
    }

    private static ProblemException nothing() {
        return new ProblemException(ProblemCode.NOT_FOUND, null, "You have no lookup of this id.");
    }

    private ObjectNode json(Trail.Step lookup, String person) {
        ObjectNode json = lookups.of(lookup);
        questions
                .about(UUID.fromString(json.path("id").textValue()), person)
                .ifPresent(asked -> describe(asked, json.putObject("question")));
        return json;
    }

    /** Who works it off is nobody's business but the auditors'. */
    private static void describe(CitizenQuestions.Asked asked, ObjectNode json) {
        Hit hit = asked.hit();
        json.put("at", RecordId.time(asked.id()).toString())
                .put("state", hit == null ? "RECEIVED" : STATES.get(hit.state()));
        if (asked.text() != null) {
            json.put("text", asked.text());
        }
        if (hit != null && hit.closedAt() != null) {
            json.put("answeredAt", hit.closedAt().toString())
                    .put("finding", hit.reason())
                    .put("note", hit.note());
        }
    }
}
