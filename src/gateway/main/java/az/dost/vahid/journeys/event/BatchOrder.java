package az.dost.vahid.journeys.event;

import az.dost.vahid.edge.access.Operator;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What an operator wants done with many dead letters.
 *
 * @param by who
 * @param replay whether they are delivered again; else they are dropped
 * @param first whether by the version of the subscription that ran first
 * @param subscription null for any, as is reason
 * @param before only what was laid aside before; null for up to now
 * @param because for those who look later
 */
record BatchOrder(
        Operator by,
        boolean replay,
        boolean first,
        String subscription,
        String reason,
        Instant before,
        String because) {
    private static final String ACT = "act";
    private static final String VERSION = "version";
    private static final String SUBSCRIPTION = "subscription";
    private static final String REASON = "reason";
    private static final String BEFORE = "laidAsideBefore";
    private static final String BECAUSE = "because";
    private static final Set<String> FIELDS = Set.of(ACT, VERSION, SUBSCRIPTION, REASON, BEFORE, BECAUSE);

    /** @throws ProblemException REQUEST_MALFORMED, FIELD_UNKNOWN, FIELD_MISSING, FIELD_INVALID */
    static BatchOrder read(byte[] body, Operator by) {
        ObjectNode order = StrictJson.object(body, FIELDS);
        String act = text(order, ACT, "REPLAY|DROP");
        if (act == null) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, ACT, null);
        }
        boolean replay = act.equals("REPLAY");
        String version = text(order, VERSION, "first|newest");
        if (!replay && version != null) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, VERSION, "What is dropped has no version.");
        }
        String because = text(order, BECAUSE, "\\P{Cntrl}{1,500}");
        if (because == null) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, BECAUSE, null);
        }
        return new BatchOrder(
                by,
                replay,
                "first".equals(version),
                text(order, SUBSCRIPTION, DeadLetters.Filter.SUBSCRIPTIONS),
                text(order, REASON, DeadLetters.Filter.REASONS),
                before(order),
                because);
    }

    private static String text(ObjectNode order, String field, String form) {
        JsonNode value = order.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || !Pattern.matches(form, value.textValue())) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, field, null);
        }
        return value.textValue();
    }

    private static Instant before(ObjectNode order) {
        try {
            String text = text(order, BEFORE, "[0-9TZ:.-]{10,40}");
            return text == null ? null : Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeParseException e) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID, BEFORE, "It must be a time such as 2026-11-28T08:00:00Z.");
        }
    }

    DeadLetters.Filter filter() {
        return new DeadLetters.Filter(subscription, reason, before);
    }

    String act() {
        return replay ? "REPLAY" : "DROP";
    }

    String version() {
        return first ? "first" : "newest";
    }

    /** What the audit chain tells of it. */
    ObjectNode said(UUID id, ObjectNode act) {
        by.said(act).put("batch", id.toString()).put("acts", act()).put(BECAUSE, because);
        if (subscription != null) {
            act.put(SUBSCRIPTION, subscription);
        }
        return reason == null ? act : act.put(REASON, reason);
    }

    /** Whether another order asks for the same; one that names no time is for whatever lay there when it came. */
    boolean same(BatchOrder other) {
        return replay == other.replay
                && first == other.first
                && Objects.equals(subscription, other.subscription)
                && Objects.equals(reason, other.reason)
                && because.equals(other.because)
                && (before == null || before.equals(other.before));
    }
}
