package az.dost.vahid.pages.lookup;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.gateway.Refused;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/**
 * How far a follow-up is, in words.
 *
 * @param state as the contract has it
 * @param next blank when it has ended
 * @param latest id of the dossier that is completed best until now
 */
public record FollowedDossier(String state, String stateName, String until, String next, int attempts, String latest) {
    private static final String GATEWAY = "/v1/dossiers/{id}/follow";
    /** A day of work: after it the citizen has gone home, and a new lookup is the better one. */
    private static final int MINUTES = 8 * 60;

    /** Null for a dossier that nobody follows. */
    public static FollowedDossier of(Gateway gateway, String dossier, Wording w) {
        try {
            return of(gateway.get(GATEWAY, dossier).body(), w);
        } catch (Refused none) {
            if (none.status() == 404) {
                return null;
            }
            throw none;
        }
    }

    /** Has the agencies asked again that did not answer, without the citizen. */
    public static void begin(Gateway gateway, UUID dossier) {
        gateway.post(Json.mapper().createObjectNode().put("withinMinutes", MINUTES), GATEWAY, dossier);
    }

    public static void stop(Gateway gateway, UUID dossier) {
        gateway.delete(GATEWAY, dossier);
    }

    private static FollowedDossier of(JsonNode json, Wording w) {
        String state = json.path("state").asText();
        return new FollowedDossier(
                state,
                w.value("follow.FollowUp.state", state),
                w.moment(json.path("until").asText()),
                json.has("next") ? w.moment(json.path("next").asText()) : "",
                json.path("attempts").asInt(),
                json.path("latest").asText());
    }

    public boolean isWaiting() {
        return state.equals("WAITING");
    }

    /** Whether there is a fuller dossier than this one. */
    public boolean isBetterThan(String dossier) {
        return !latest.isEmpty() && !latest.equals(dossier);
    }
}
