package az.dost.vahid.pages.auditor;

import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/**
 * A hit of the misuse rules, in words.
 *
 * @param rule of ours by name, of somebody's own by its id
 * @param hours since it was seen first
 * @param state as the contract has it, for the colour beside its words
 * @param asked whether a citizen asks, and no rule was broken
 * @param question the citizen's words, blank where they are not told
 * @param service blank where it is not about one lookup, as is caseRef
 * @param reason blank while it is not closed, as are note, closedBy and closedAt
 */
record HitLine(
        String id,
        String rule,
        String action,
        String requester,
        String official,
        String service,
        String caseRef,
        long times,
        String firstAt,
        String lastAt,
        long hours,
        String state,
        String stateName,
        boolean asked,
        String question,
        String assignee,
        String reason,
        String note,
        String closedBy,
        String closedAt) {
    private static final int A_DAY = 24;

    static HitLine of(JsonNode json, Wording w, Instant now) {
        String state = json.path("state").asText();
        return new HitLine(
                json.path("id").asText(),
                w.of("misuse-rules", json.path("rule").asText()),
                w.value("misuse-rules.rules.action", json.path("action").asText()),
                json.path("requester").asText(),
                json.path("official").asText(),
                json.has("service") ? w.service(json.path("service").asText()) : "",
                json.path("caseRef").asText(),
                json.path("times").asLong(),
                w.moment(json.path("firstAt").asText()),
                w.moment(json.path("lastAt").asText()),
                hours(json.path("firstAt").asText(), now),
                state,
                w.value("audit.Hit.state", state),
                json.path("askedByCitizen").asBoolean(),
                json.path("question").asText(),
                json.path("assignee").asText(),
                json.has("reason") ? w.value("audit.Reason", json.path("reason").asText()) : "",
                json.path("note").asText(),
                json.path("closedBy").asText(),
                json.has("closedAt") ? w.moment(json.path("closedAt").asText()) : "");
    }

    private static long hours(String since, Instant now) {
        return Math.max(0, Duration.between(Instant.parse(since), now).toHours());
    }

    public boolean isClosed() {
        return state.equals("CLOSED");
    }

    /** Whole days since it was seen first. */
    public long getDays() {
        return hours / A_DAY;
    }
}
