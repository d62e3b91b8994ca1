package az.dost.vahid.pages.simulation;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A simulation, in words.
 *
 * @param state as the contract has it, for the colour beside its words
 * @param changes names of the rights whose rules are in change
 * @param texts of those rules; empty in the list
 * @param decidedBy blank while nobody has decided, as are decidedAt and note
 * @param because why there is no result; blank where that is not so
 */
record SimulationLine(
        String id,
        String state,
        String stateName,
        String changes,
        List<RuleText> texts,
        String day,
        String count,
        String seed,
        String reason,
        String askedBy,
        String askedAt,
        String decidedBy,
        String decidedAt,
        String note,
        String because) {
    /** A rule in change. @param code of its right */
    record RuleText(String code, String name, String text) {}

    static SimulationLine of(JsonNode json, Wording w) {
        String state = json.path("state").asText();
        String because = json.path("because").asText();
        return new SimulationLine(
                json.path("id").asText(),
                state,
                w.value("offers.SimulationState", state),
                String.join(", ", Json.list(json.path("changes"), code -> w.right(code.asText()))),
                Json.list(
                        json.path("rights"),
                        one -> new RuleText(
                                one.path("right").asText(),
                                w.right(one.path("right").asText()),
                                one.path("text").asText())),
                w.day(json.path("day").asText()),
                w.number(json.path("count").asLong()),
                json.path("seed").asText(),
                json.path("reason").asText(),
                json.path("askedBy").asText(),
                w.moment(json.path("askedAt").asText()),
                json.path("decidedBy").asText(),
                json.has("decidedAt") ? w.moment(json.path("decidedAt").asText()) : "",
                json.path("note").asText(),
                because.isEmpty() ? "" : w.value("offers.SimulationEnd", because));
    }

    /** Whether somebody has to decide. */
    public boolean isAsked() {
        return state.equals("ASKED");
    }

    /** Whether a gateway has to compute it. */
    public boolean isReleased() {
        return state.equals("RELEASED");
    }

    public boolean isDone() {
        return state.equals("DONE");
    }

    public String tag() {
        return switch (state) {
            case "ASKED", "RELEASED" -> "vahid-tag--open";
            case "DONE" -> "vahid-tag--good";
            case "REFUSED", "FAILED" -> "vahid-tag--bad";
            default -> "vahid-tag--none";
        };
    }
}
