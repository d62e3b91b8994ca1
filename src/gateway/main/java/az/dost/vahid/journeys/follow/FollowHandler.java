package az.dost.vahid.journeys.follow;

import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.FrontDoor;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.journeys.event.OwnEvents;
import az.dost.vahid.journeys.lookup.BackgroundLookups;
import az.dost.vahid.journeys.lookup.OpenDossier;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Where a requester has a dossier followed; {@code contracts/follow.openapi.yaml}. Who asks is known already. */
public final class FollowHandler {
    private static final int MAX_BODY = 4096;
    private static final Set<String> FIELDS = Set.of("withinMinutes", "channel");
    private final BackgroundLookups lookups;
    private final FollowUps followUps;
    private final OwnEvents events;
    private final Duration longest;
    private final Clock clock;

    /**
     * @param longest that a dossier may be followed
     * @param clock the database's, by which a follow-up ends
     */
    FollowHandler(BackgroundLookups lookups, FollowUps followUps, OwnEvents events, Duration longest, Clock clock) {
        this.clock = clock;
        this.lookups = lookups;
        this.followUps = followUps;
        this.events = events;
        this.longest = longest;
    }

    /**
     * A dossier that is followed already stays so, as it was asked for first; one whose follow-up failed is followed
     * anew.
     */
    public void begin(Exchange exchange) throws IOException {
        Requester requester = FrontDoor.requester(exchange);
        UUID dossier = dossier(exchange);
        OpenDossier open = lookups.find(dossier, requester.id());
        JsonNode body = StrictJson.object(BoundedBody.of(exchange.getMessage(), MAX_BODY), FIELDS);
        int minutes = minutes(body.path("withinMinutes"));
        String channel =
                channel(body.path("channel"), !Caller.of(exchange).roles().isEmpty());
        if (followUps
                .find(dossier, requester.id())
                .filter(one -> one.state() != FollowUp.State.FAILED)
                .isEmpty()) {
            if (open.agencies().isEmpty()) {
                throw new ProblemException(ProblemCode.NOTHING_TO_FOLLOW);
            }
            if (!channel.equals(FollowUp.NO_CHANNEL) && !events.given(channel, requester.id(), FollowRun.TYPE)) {
                throw noChannel();
            }
            // It asks again in the name of whoever the dossier was made for.
            Caller.of(exchange).speaksAs(open.request().official(), null);
            lookups.authorise(requester, open.request());
            followUps.begin(
                    dossier,
                    requester.id(),
                    channel,
                    clock.instant().plus(Duration.ofMinutes(minutes)).truncatedTo(ChronoUnit.SECONDS));
        }
        give(exchange.getMessage(), followUp(exchange, dossier));
        HttpAnswer.accepted(exchange.getMessage());
    }

    private int minutes(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, "withinMinutes", null);
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < 1
                || value.intValue() > longest.toMinutes()) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID,
                    "withinMinutes",
                    "It must be a whole number from 1 to " + longest.toMinutes() + ".");
        }
        return value.intValue();
    }

    /** Whoever logs in sees what became of it, and need not be told. */
    private static String channel(JsonNode value, boolean person) {
        if (person && value.isMissingNode()) {
            return FollowUp.NO_CHANNEL;
        }
        if (value.isMissingNode() || value.isNull()) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, "channel", null);
        }
        if (!value.isTextual()) {
            throw noChannel();
        }
        return value.textValue();
    }

    private static ProblemException noChannel() {
        return new ProblemException(
                ProblemCode.FIELD_INVALID,
                "channel",
                "It must be the id of a subscription of your system that gives " + FollowRun.TYPE + ".");
    }

    public void show(Exchange exchange) {
        give(exchange.getMessage(), followUp(exchange, dossier(exchange)));
    }

    /** One that has ended stays as it is. */
    public void stop(Exchange exchange) {
        FollowUp followUp = followUp(exchange, dossier(exchange));
        followUps.stop(followUp);
        give(exchange.getMessage(), followUp(exchange, followUp.dossier()));
    }

    private FollowUp followUp(Exchange exchange, UUID dossier) {
        if (!lookups.mayRead(Caller.of(exchange), dossier)) {
            throw new ProblemException(ProblemCode.FOLLOW_UP_UNKNOWN);
        }
        return followUps
                .find(dossier, FrontDoor.requester(exchange).id())
                .orElseThrow(() -> new ProblemException(ProblemCode.FOLLOW_UP_UNKNOWN));
    }

    private static UUID dossier(Exchange exchange) {
        try {
            return UUID.fromString(exchange.getMessage().getHeader("id", String.class));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.DOSSIER_UNKNOWN);
        }
    }

    private static void give(Message message, FollowUp followUp) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("dossier", followUp.dossier().toString())
                .put("latest", followUp.latest().toString())
                .put("until", followUp.until().toString())
                .put("state", followUp.state().name())
                .put("attempts", followUp.attempts());
        if (!followUp.channel().equals(FollowUp.NO_CHANNEL)) {
            body.put("channel", followUp.channel());
        }
        if (followUp.state() == FollowUp.State.WAITING) {
            body.put("next", followUp.nextAt().toString());
        } else if (followUp.code() != null) {
            body.put("code", followUp.code());
        }
        HttpAnswer.json(message, body);
    }
}
