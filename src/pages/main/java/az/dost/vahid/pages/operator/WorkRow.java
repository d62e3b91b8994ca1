package az.dost.vahid.pages.operator;

import az.dost.vahid.pages.words.StateTag;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A bulk lookup, a follow-up or a transfer, in words.
 *
 * @param what service of a lookup, type of a file; blank for neither
 * @param next blank where nothing is tried any more
 * @param of rows in all; 0 where they are not counted
 */
record WorkRow(
        String id,
        String requester,
        String what,
        StateTag state,
        String since,
        String next,
        long done,
        long of,
        String attempts) {
    /** Where the states of each kind have their words. */
    private static final Map<String, String> PLACES =
            Map.of("BULK", "bulk.Job.state", "FOLLOW_UP", "follow.FollowUp.state", "TRANSFER", "file-receipt.state");

    static WorkRow of(JsonNode json, Wording w) {
        String state = json.path("state").asText();
        String words = w.value(PLACES.getOrDefault(json.path("kind").asText(), "bulk.Job.state"), state);
        boolean failed = state.equals("FAILED") || state.equals("REFUSED");
        return new WorkRow(
                json.path("id").asText(),
                json.path("requester").asText(),
                json.has("type")
                        ? json.path("type").asText()
                        : json.has("service") ? w.service(json.path("service").asText()) : "",
                failed ? StateTag.bad(words) : StateTag.open(words),
                w.moment(json.path("since").asText()),
                json.has("next") ? w.moment(json.path("next").asText()) : "",
                json.path("done").asLong(),
                json.path("of").asLong(),
                w.number(json.path("attempts").asLong()));
    }
}
