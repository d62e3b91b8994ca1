package az.dost.vahid.presentations;

import az.dost.vahid.credentials.IssuedCredentials;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.edge.access.OfficialRole;
import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.journeys.desk.OfficialDesk;
import az.dost.vahid.passport.Passport;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Exchange;

/**
 * An official asks a person to show a credential, and reads what was shown, {@code contracts/credentials.openapi.yaml}.
 * The grant {@code verify:<code>} says which credentials a requester's clerks may ask for.
 */
public final class PresentationHandler {
    private static final String GRANT = "verify:";
    private static final String TYPE = "type";
    private static final String CLAIMS = "claims";
    private static final int MAX_BODY = 4 * 1024;
    private static final int CREATED = 201;
    private final Presentations presentations;
    private final WalletQuestions questions;
    private final IssuedCredentials issued;
    private final AccessPolicy access;
    private final InstantSource clock;

    PresentationHandler(
            Presentations presentations,
            WalletQuestions questions,
            IssuedCredentials issued,
            AccessPolicy access,
            InstantSource clock) {
        this.presentations = presentations;
        this.questions = questions;
        this.issued = issued;
        this.access = access;
        this.clock = clock;
    }

    /**
     * What the official may ask for.
     *
     * @throws ProblemException OFFICIAL_UNPROVEN, NOT_GRANTED
     */
    public void kinds(Exchange exchange) {
        Caller caller = OfficialDesk.proven(exchange, OfficialRole.CLERK);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode kinds = body.putArray("types");
        issued.kinds().stream()
                .filter(kind -> caller.requester().grants().contains(GRANT + kind.code()))
                .forEach(kind -> {
                    ObjectNode one = kinds.addObject().put(TYPE, kind.code());
                    title(one, kind.title());
                    ArrayNode claims = one.putArray(CLAIMS);
                    kind.claims()
                            .forEach((name, title) -> title(claims.addObject().put("claim", name), title));
                });
        HttpAnswer.json(exchange.getMessage(), body);
    }

    /** @throws ProblemException OFFICIAL_UNPROVEN, NOT_GRANTED, FIELD_MISSING, FIELD_INVALID, FIELD_UNKNOWN */
    public void ask(Exchange exchange) throws IOException {
        Caller caller = OfficialDesk.proven(exchange, OfficialRole.CLERK);
        ObjectNode body = StrictJson.object(BoundedBody.of(exchange.getMessage(), MAX_BODY), Set.of(TYPE, CLAIMS));
        if (!body.has(TYPE) || !body.has(CLAIMS)) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, body.has(TYPE) ? CLAIMS : TYPE, "It is missing.");
        }
        IssuedCredentials.Kind kind = issued.kind(body.path(TYPE).asText())
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.FIELD_INVALID, TYPE, "There is no such credential: choose one of the list."));
        access.authoriseAct(caller.requester(), GRANT + kind.code(), TYPE);
        Presentation asked = presentations.ask(caller, kind.code(), claims(body.path(CLAIMS), kind));
        HttpAnswer.json(exchange.getMessage(), json(asked, kind));
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, CREATED);
    }

    private static List<String> claims(JsonNode told, IssuedCredentials.Kind kind) {
        List<String> claims = new ArrayList<>();
        boolean good = told.isArray();
        for (JsonNode one : told) {
            good = good && one.isTextual() && kind.claims().containsKey(one.textValue());
            if (good && !claims.contains(one.textValue())) {
                claims.add(one.textValue());
            }
        }
        if (!good) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID, CLAIMS, "They must be names of this credential's claims: see the list.");
        }
        return claims;
    }

    /**
     * What became of one, for the official who asked.
     *
     * @throws ProblemException OFFICIAL_UNPROVEN, NOT_GRANTED; NOT_FOUND for somebody else's, and for one whose time is
     *     over
     */
    public void show(Exchange exchange) {
        Caller caller = OfficialDesk.proven(exchange, OfficialRole.CLERK);
        Presentation asked = id(exchange)
                .flatMap(id -> presentations.find(id, clock.instant()))
                .filter(one -> one.requester().equals(caller.requester().id())
                        && one.official().equals(caller.official()))
                .orElseThrow(PresentationHandler::none);
        access.authoriseAct(caller.requester(), GRANT + asked.type(), null);
        HttpAnswer.json(
                exchange.getMessage(), json(asked, issued.kind(asked.type()).orElseThrow(PresentationHandler::none)));
    }

    /** The id in the address; empty where it is none. */
    static Optional<UUID> id(Exchange exchange) {
        try {
            return Optional.of(UUID.fromString(exchange.getMessage().getHeader("id", String.class)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ProblemException none() {
        return new ProblemException(ProblemCode.NOT_FOUND, null, "You have asked for nothing of this id, or long ago.");
    }

    private ObjectNode json(Presentation asked, IssuedCredentials.Kind kind) {
        Instant now = clock.instant();
        boolean over = asked.state() == Presentation.State.OPEN && !asked.open(now);
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("presentationId", asked.id().toString())
                .put(TYPE, asked.type());
        title(json, kind.title());
        json.put("fact", kind.fact())
                .put("state", over ? "EXPIRED" : asked.state().name())
                .put("until", asked.until().toString())
                .put("keptUntil", asked.keptUntil().toString());
        if (asked.reason() != null) {
            json.put("reason", asked.reason());
        }
        if (asked.open(now)) {
            json.put("requestUri", questions.uri(asked));
        }
        JsonNode values = asked.state() == Presentation.State.SHOWN
                ? StrictJson.object(presentations.claims(asked))
                : JsonNodeFactory.instance.objectNode();
        ArrayNode claims = json.putArray(CLAIMS);
        for (String name : asked.claims()) {
            ObjectNode claim = claims.addObject().put("claim", name);
            title(claim, kind.claims().getOrDefault(name, new Passport.Title(name, name)));
            if (values.has(name)) {
                claim.set("value", values.get(name));
            }
        }
        return json;
    }

    private static void title(ObjectNode json, Passport.Title title) {
        json.putObject("title").put("az", title.az()).put("en", title.en());
    }
}
