package az.dost.vahid.pages.hotline;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Checks that an official was told to have failed, by FIN: in his session, for a day. The gateway says of none whether
 * it closed the line, as that would tell whether an answer was right while a register is silent; of checks that were
 * refused outright the official knows it anyway, and this counts for him. The limits are those of
 * {@code desk.openapi.yaml}.
 */
final class FailedChecks {
    private static final String KEPT = "hotline.failed";
    /** Beside FINs, of which none is so short: the attempt that was counted last. */
    private static final String LAST = "last";

    private static final List<Limit> LIMITS =
            List.of(new Limit(3, Duration.ofHours(1)), new Limit(6, Duration.ofDays(1)));
    /** Nobody checks more callers in vain: the gateway lets an official fail so often in a day. */
    private static final int MOST_PERSONS = 60;

    private record Limit(int failures, Duration within) {
        /** Until when the line is closed by it; the failures are in their order. */
        Optional<Instant> closes(ArrayNode failed, Instant now) {
            return failed.size() < failures
                    ? Optional.empty()
                    : Optional.of(Instant.ofEpochMilli(
                                            failed.get(failed.size() - failures).asLong())
                                    .plus(within))
                            .filter(now::isBefore);
        }
    }

    /**
     * Counts one more, unless the line was closed already: those that are refused then do not lengthen it.
     *
     * @param attempt however often it is told, it counts once
     */
    static void count(HttpSession session, String fin, String attempt, Instant now) {
        ObjectNode all = read(session);
        if (all.path(LAST).asText().equals(attempt)
                || closedUntil(session, fin, now).isPresent()) {
            return;
        }
        ArrayNode failed = all.put(LAST, attempt).withArrayProperty(fin);
        failed.add(now.toEpochMilli());
        long day = now.minus(Duration.ofDays(1)).toEpochMilli();
        while (failed.get(0).asLong() < day) {
            failed.remove(0);
        }
        if (all.size() > MOST_PERSONS) {
            all.remove(all.fieldNames().next());
        }
        session.setAttribute(KEPT, all.toString());
    }

    /** Until when nobody can be checked for this FIN, by what this session has seen; empty where it has not. */
    static Optional<Instant> closedUntil(HttpSession session, String fin, Instant now) {
        JsonNode failed = read(session).path(fin);
        return failed instanceof ArrayNode times
                ? LIMITS.stream()
                        .map(limit -> limit.closes(times, now))
                        .flatMap(Optional::stream)
                        .max(Comparator.naturalOrder())
                : Optional.empty();
    }

    private static ObjectNode read(HttpSession session) {
        Object kept = session.getAttribute(KEPT);
        try {
            return kept == null
                    ? Json.mapper().createObjectNode()
                    : (ObjectNode) Json.strict().readTree(kept.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Failed checks in a session cannot be read", e);
        }
    }

    private FailedChecks() {}
}
