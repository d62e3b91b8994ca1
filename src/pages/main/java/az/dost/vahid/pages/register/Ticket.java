package az.dost.vahid.pages.register;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.fact.FactWords;
import az.dost.vahid.pages.words.StateTag;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a register is asked to mend, in words.
 *
 * @param fin blank once the time of what was kept is over
 * @param about fact and field; blank where the whole answer was of somebody else
 * @param rule how it was found; blank where the problem says it all
 * @param value what the register says; blank where it says nothing
 * @param other the register that says otherwise; blank where there is none
 * @param waits whether it is to be answered
 */
record Ticket(
        String id,
        StateTag state,
        String openedAt,
        String since,
        String reopened,
        String problem,
        String rule,
        String fin,
        String about,
        String value,
        String other,
        String otherValue,
        boolean waits,
        List<Said> answers) {
    /** What was answered before. @param note blank for none */
    record Said(String agency, String answer, String at, String note) {}

    static Ticket of(JsonNode json, FactWords facts, Wording w) {
        String state = json.path("state").asText();
        String problem = json.path("problem").asText();
        String fact = json.path("fact").asText();
        String field = json.path("field").asText();
        JsonNode other = json.path("other");
        return new Ticket(
                json.path("ticketId").asText(),
                tag(state, w),
                w.moment(json.path("openedAt").asText()),
                w.moment(json.path("since").asText()),
                w.number(json.path("reopened").asLong()),
                w.value("quality.Ticket.problem", problem),
                rule(problem, json.path("rule").asText(), w),
                json.at("/subject/fin").asText(),
                w.field(fact, field),
                value(facts, fact, field, json.path("value")),
                other.has("agency") ? w.agency(other.path("agency").asText()) : "",
                value(facts, fact, field, other.path("value")),
                state.equals("OPEN") || state.equals("SENT"),
                Json.list(json.path("answers"), one -> said(one, w)));
    }

    private static StateTag tag(String state, Wording w) {
        String words = w.value("quality.State", state);
        return switch (state) {
            case "CLOSED" -> StateTag.good(words);
            case "OPEN", "SENT" -> StateTag.open(words);
            default -> StateTag.none(words);
        };
    }

    private static String rule(String problem, String rule, Wording w) {
        return switch (problem) {
            case "CONFLICT" -> w.of("rules", "conflict." + rule);
            case "UNREADABLE" -> w.of("rules", "unmappable." + rule);
            default -> "";
        };
    }

    private static String value(FactWords facts, String fact, String field, JsonNode value) {
        return value.isMissingNode() ? "" : facts.value(fact, field, value);
    }

    private static Said said(JsonNode json, Wording w) {
        return new Said(
                w.agency(json.path("agency").asText()),
                w.value("quality.Answer", json.path("answer").asText()),
                w.moment(json.path("at").asText()),
                json.path("note").asText());
    }
}
