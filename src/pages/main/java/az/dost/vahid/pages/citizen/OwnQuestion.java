package az.dost.vahid.pages.citizen;

import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the citizen asked about a lookup, and what became of it.
 *
 * @param text blank where its time was over
 * @param answeredAt blank until it is answered, as are finding and note
 */
record OwnQuestion(
        String at, String state, String stateName, String text, String answeredAt, String finding, String note) {
    static OwnQuestion of(JsonNode json, Wording w) {
        String state = json.path("state").asText();
        return new OwnQuestion(
                w.moment(json.path("at").asText()),
                state,
                w.value("citizens.Question.state", state),
                json.path("text").asText(),
                json.has("answeredAt") ? w.moment(json.path("answeredAt").asText()) : "",
                json.has("finding")
                        ? w.value(
                                "citizens.Question.finding",
                                json.path("finding").asText())
                        : "",
                json.path("note").asText());
    }
}
