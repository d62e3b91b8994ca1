package az.dost.vahid.pages.citizen;

import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer about the citizen to a question about somebody else, in words.
 *
 * @param requester in whose lookup; blank where a law withholds it
 * @param shown who has opened the refused answer since; empty for nobody
 */
record OwnMixUp(String id, String at, String agency, String requester, List<Opened> shown) {
    record Opened(String at, String requester, String official) {}

    static OwnMixUp of(JsonNode json, Wording w) {
        List<Opened> shown = new ArrayList<>();
        json.path("shown")
                .forEach(one -> shown.add(new Opened(
                        w.moment(one.path("at").asText()),
                        name(one.path("requester")),
                        one.path("official").asText())));
        return new OwnMixUp(
                json.path("id").asText(),
                w.moment(json.path("at").asText()),
                w.agency(json.path("agency").asText()),
                name(json.path("requester")),
                shown);
    }

    private static String name(JsonNode requester) {
        return requester.path("name").asText(requester.path("id").asText());
    }
}
