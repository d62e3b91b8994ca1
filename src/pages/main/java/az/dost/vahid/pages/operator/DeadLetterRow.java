package az.dost.vahid.pages.operator;

import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A delivery that failed for good, in words.
 *
 * @param detail as the gateway says it, for technicians
 * @param replayable whether it names an event, so that it can be sent again
 */
record DeadLetterRow(
        String id,
        String subscription,
        String event,
        String reason,
        String detail,
        String attempts,
        String laidAside,
        StateTag state,
        boolean open,
        boolean replayable) {
    static DeadLetterRow of(JsonNode json, Wording w) {
        String state = json.path("state").asText();
        String words = w.value("events.DeadLetter.state", state);
        boolean open = state.equals("OPEN");
        return new DeadLetterRow(
                json.path("id").asText(),
                json.path("subscription").asText(),
                json.path("event").asText(),
                w.value("events.DeadLetter.reason", json.path("reason").asText()),
                json.path("detail").asText(),
                w.number(json.path("attempts").asLong()),
                w.moment(json.path("laidAside").asText()),
                open ? StateTag.bad(words) : StateTag.none(words),
                open,
                json.has("event"));
    }
}
