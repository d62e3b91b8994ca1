package az.dost.vahid.pages.operator;

import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;

/** An order to settle many dead letters, and how far it is. @param ended blank before it has */
record BatchRow(
        String id,
        String act,
        StateTag state,
        boolean running,
        long letters,
        long done,
        long failed,
        String because,
        String ended) {
    static BatchRow of(JsonNode json, Wording w) {
        String state = json.path("state").asText();
        String words = w.value("operations.BatchState", state);
        return new BatchRow(
                json.path("id").asText(),
                w.value("operations.BatchAct", json.path("act").asText()),
                switch (state) {
                    case "COMPLETED" -> StateTag.good(words);
                    case "FAILED" -> StateTag.bad(words);
                    default -> StateTag.open(words);
                },
                state.equals("RUNNING"),
                json.path("letters").asLong(),
                json.path("done").asLong(),
                json.path("failed").asLong(),
                json.path("because").asText(),
                json.has("endedAt") ? w.moment(json.path("endedAt").asText()) : "");
    }
}
