package az.dost.vahid.pages.desk;

import az.dost.vahid.pages.lookup.PapersLeft;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * One of somebody's last cases, in words and without a name.
 *
 * @param completeness of the answers; of a person who died, or whom nobody knows, that
 * @param channel blank where nobody said it
 * @param left what is said where no paper is known to be needed
 * @param open papers of which nobody knows whether they are needed
 * @param followed blank where nothing is followed
 */
record Case(
        String caseRef,
        String service,
        String dossier,
        String at,
        String completeness,
        String channel,
        int stillNeeded,
        String left,
        int open,
        String followed) {
    static Case of(JsonNode json, Wording w) {
        return new Case(
                json.path("caseRef").asText(),
                w.service(json.path("service").asText()),
                json.path("dossierId").asText(),
                w.moment(json.path("at").asText()),
                json.has("state")
                        ? w.value("dossier.subject.state", json.path("state").asText())
                        : w.value(
                                "dossier.completeness",
                                json.path("completeness").asText()),
                json.has("channel")
                        ? w.value("passport.channel", json.path("channel").asText())
                        : "",
                json.path("stillNeeded").asInt(),
                PapersLeft.of(json),
                PapersLeft.open(json),
                json.has("followed")
                        ? w.value("follow.FollowUp.state", json.path("followed").asText())
                        : "");
    }
}
