package az.dost.vahid.pages.desk;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.gateway.Refused;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A right that may be open to the person of an answer, in words.
 *
 * @param outcome how far that is known
 * @param holds conditions that hold by the answer
 * @param unknown conditions of which it says nothing, each with why
 * @param proactive whether nobody has to apply
 * @param offer state of what is offered already; blank for none
 * @param until until when it stands; blank for none
 */
record OpenRight(
        String title,
        String outcome,
        List<String> holds,
        List<String> unknown,
        boolean proactive,
        String agency,
        String offer,
        String until) {
    private static final String GATEWAY = "/v1/dossiers/{id}/rights";
    private static final String HOLDS = "HOLDS";

    /** Empty for a dossier that somebody else asked for. */
    static List<OpenRight> of(Gateway gateway, String dossier, Wording w) {
        try {
            return Json.list(gateway.get(GATEWAY, dossier).body().path("rights"), right -> of(right, w));
        } catch (Refused none) {
            if (none.status() == 404) {
                return List.of();
            }
            throw none;
        }
    }

    private static OpenRight of(JsonNode json, Wording w) {
        return new OpenRight(
                words(json.path("title"), w),
                w.value("offers.OpenRight.outcome", json.path("outcome").asText()),
                conditions(json, true, w),
                conditions(json, false, w),
                json.path("proactive").asBoolean(),
                w.agency(json.path("awardedBy").asText()),
                json.has("offer")
                        ? w.value("offers.State", json.at("/offer/state").asText())
                        : "",
                w.moment(json.at("/offer/until").asText()));
    }

    private static List<String> conditions(JsonNode json, boolean hold, Wording w) {
        return json.path("conditions")
                .valueStream()
                .filter(condition -> condition.path("outcome").asText().equals(HOLDS) == hold)
                .map(condition -> words(condition.path("title"), w) + why(condition.path("because"), w))
                .toList();
    }

    private static String why(JsonNode because, Wording w) {
        return because.isEmpty()
                ? ""
                : because.valueStream()
                        .map(one -> w.value("offers.Unknown", one.asText()))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String words(JsonNode title, Wording w) {
        return title.path(w.tag()).asText();
    }
}
