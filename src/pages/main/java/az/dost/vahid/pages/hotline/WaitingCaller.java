package az.dost.vahid.pages.hotline;

import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;

/** Somebody to call back, without who it is. @param calledAt blank as long as nobody called */
record WaitingCaller(String call, String dossier, String service, String since, String calledAt) {
    static WaitingCaller of(JsonNode json, Wording w) {
        return new WaitingCaller(
                json.path("call").asText(),
                json.path("dossierId").asText(),
                w.service(json.path("service").asText()),
                w.moment(json.path("since").asText()),
                json.has("calledAt") ? w.moment(json.path("calledAt").asText()) : "");
    }
}
