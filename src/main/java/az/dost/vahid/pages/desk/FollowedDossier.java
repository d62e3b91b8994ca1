package az.dost.vahid.pages.desk;

import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * How far a follow-up is, in words.
 *
 * @param state  as the contract has it
 * @param next   blank when it has ended
 * @param latest id of the dossier that is completed best until now
 */
record FollowedDossier(String state, String stateName, String until, String next, int attempts, String latest) {
    static FollowedDossier of(JsonNode json, Wording w) {
        String state = json.path("state").asText();
        return new FollowedDossier(state, w.value("follow.FollowUp.state", state), w.moment(json.path("until").asText()),
                json.has("next") ? w.moment(json.path("next").asText()) : "", json.path("attempts").asInt(), json.path("latest").asText());
    }

    public boolean isWaiting() {
        return state.equals("WAITING");
    }

    /** Whether there is a fuller dossier than this one. */
    public boolean isBetterThan(String dossier) {
        return !latest.isEmpty() && !latest.equals(dossier);
    }
}
