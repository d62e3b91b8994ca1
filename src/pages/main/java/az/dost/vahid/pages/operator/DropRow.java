package az.dost.vahid.pages.operator;

import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;

/** A file that an agency left, in words. @param reason blank where nothing is wrong */
record DropRow(
        String agency, String name, StateTag state, String at, String of, String rows, String reason, String digest) {
    static DropRow of(JsonNode json, Wording w) {
        String state = json.path("state").asText();
        String words = w.value("operations.DropState", state);
        return new DropRow(
                w.agency(json.path("agency").asText()),
                json.path("name").asText(),
                switch (state) {
                    case "LOADED" -> StateTag.good(words);
                    case "LATE" -> StateTag.open(words);
                    default -> StateTag.bad(words);
                },
                w.moment(json.path("at").asText()),
                w.moment(json.path("of").asText()),
                w.number(json.path("rows").asLong()),
                json.path("reason").asText(),
                json.path("digest").asText());
    }
}
