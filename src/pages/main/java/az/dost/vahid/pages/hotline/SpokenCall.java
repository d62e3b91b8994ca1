package az.dost.vahid.pages.hotline;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.lookup.PapersLeft;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * A call in words, and what was looked up in it.
 *
 * @param until blank where it is over, or another official's
 */
record SpokenCall(String id, String at, String until, List<Asked> lookups) {
    /**
     * @param left what is said where no paper is known to be needed
     * @param open papers of which nobody knows whether they are needed
     * @param followed blank where nothing is followed
     * @param latest id of the dossier that completes it best; its own where there is none
     */
    record Asked(
            String dossier,
            String service,
            String at,
            String completeness,
            int stillNeeded,
            String left,
            int open,
            String followed,
            String latest) {
        static Asked of(JsonNode json, Wording w) {
            String dossier = json.path("dossierId").asText();
            return new Asked(
                    dossier,
                    w.service(json.path("service").asText()),
                    w.moment(json.path("at").asText()),
                    w.value("dossier.completeness", json.path("completeness").asText()),
                    json.path("stillNeeded").asInt(),
                    PapersLeft.of(json),
                    PapersLeft.open(json),
                    json.has("followed")
                            ? w.value(
                                    "follow.FollowUp.state",
                                    json.path("followed").asText())
                            : "",
                    json.path("latest").asText(dossier));
        }
    }

    static SpokenCall of(JsonNode json, Wording w) {
        List<Asked> lookups = Json.list(json.path("lookups"), lookup -> Asked.of(lookup, w));
        return new SpokenCall(
                json.path("call").asText(),
                w.moment(json.path("at").asText()),
                json.has("until") ? w.clock(Instant.parse(json.path("until").asText())) : "",
                lookups);
    }
}
