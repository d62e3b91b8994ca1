package az.dost.vahid.follow;

import az.dost.vahid.access.Requester;
import az.dost.vahid.event.OwnEvents;
import az.dost.vahid.lookup.BackgroundDesk;
import az.dost.vahid.lookup.OpenDossier;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Where a requester has a dossier followed; {@code contracts/follow.openapi.yaml}. Who asks is known already. */
public final class FollowDesk {
    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int MAX_BODY = 4096;
    private static final Set<String> FIELDS = Set.of("withinMinutes", "channel");
    private static final int ACCEPTED = 202;
    private final BackgroundDesk lookups;
    private final FollowUps followUps;
    private final OwnEvents events;
    private final Duration longest;

    /** @param longest that a dossier may be followed */
    FollowDesk(BackgroundDesk lookups, FollowUps followUps, OwnEvents events, Duration longest) {
        this.lookups = lookups;
        this.followUps = followUps;
        this.events = events;
        this.longest = longest;
    }

    /** A dossier that is followed already stays so, as it was asked for first; one whose follow-up failed is followed anew. */
    public void begin(Exchange exchange) throws IOException {
        Requester requester = requester(exchange);
        UUID dossier = dossier(exchange);
        OpenDossier open = lookups.find(dossier, requester.id());
        JsonNode body = read(exchange.getMessage().getBody(InputStream.class));
        int minutes = minutes(body.path("withinMinutes"));
        String channel = channel(body.path("channel"));
        if (followUps.find(dossier, requester.id()).filter(one -> one.state() != FollowUp.State.FAILED).isEmpty()) {
            if (open.agencies().isEmpty()) {
                throw new ProblemException(ProblemCode.NOTHING_TO_FOLLOW);
            }
            if (!events.given(channel, requester.id(), FollowRun.TYPE)) {
                throw noChannel();
            }
            lookups.authorise(requester, open.request());
            followUps.begin(dossier, requester.id(), channel, Instant.now().plus(Duration.ofMinutes(minutes)).truncatedTo(ChronoUnit.SECONDS));
        }
        give(exchange.getMessage(), followUp(exchange, dossier));
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, ACCEPTED);
    }

    private static JsonNode read(InputStream in) throws IOException {
        byte[] bytes = in == null ? new byte[0] : in.readNBytes(MAX_BODY + 1);
        if (bytes.length > MAX_BODY) {
            throw new ProblemException(ProblemCode.REQUEST_TOO_LARGE);
        }
        JsonNode body;
        try {
            body = JSON.readTree(bytes);
        } catch (IOException e) {
            throw new ProblemException(ProblemCode.REQUEST_MALFORMED, null, "The body is not one JSON document without duplicate keys.");
        }
        if (body == null || !body.isObject()) {
            throw new ProblemException(ProblemCode.REQUEST_MALFORMED, null, "The body must be a JSON object.");
        }
        body.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw new ProblemException(ProblemCode.FIELD_UNKNOWN, name.matches("[a-zA-Z]{1,40}") ? name : null, null);
            }
        });
        return body;
    }

    private int minutes(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, "withinMinutes", null);
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 1 || value.intValue() > longest.toMinutes()) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, "withinMinutes", "It must be a whole number from 1 to " + longest.toMinutes() + ".");
        }
        return value.intValue();
    }

    private static String channel(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, "channel", null);
        }
        if (!value.isTextual()) {
            throw noChannel();
        }
        return value.textValue();
    }

    private static ProblemException noChannel() {
        return new ProblemException(ProblemCode.FIELD_INVALID, "channel", "It must be the id of a subscription of your system that gives "
                + FollowRun.TYPE + ".");
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
        return followUps.find(dossier, requester(exchange).id()).orElseThrow(() -> new ProblemException(ProblemCode.FOLLOW_UP_UNKNOWN));
    }

    private static UUID dossier(Exchange exchange) {
        try {
            return UUID.fromString(exchange.getMessage().getHeader("id", String.class));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.DOSSIER_UNKNOWN);
        }
    }

    private static Requester requester(Exchange exchange) {
        return exchange.getProperty(Requester.PROPERTY, Requester.class);
    }

    private static void give(Message message, FollowUp followUp) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("dossier", followUp.dossier().toString()).put("latest", followUp.latest().toString())
                .put("channel", followUp.channel()).put("until", followUp.until().toString()).put("state", followUp.state().name())
                .put("attempts", followUp.attempts());
        if (followUp.state() == FollowUp.State.WAITING) {
            body.put("next", followUp.nextAt().toString());
        } else if (followUp.code() != null) {
            body.put("code", followUp.code());
        }
        message.removeHeaders("*");
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setHeader("Cache-Control", "no-store");
        message.setBody(body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
