package az.dost.vahid.pages.citizen;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A correction in words.
 *
 * @param fact blank where it was deleted because its time was over, as is claim
 * @param state as the contract has it, for the mark beside its words
 * @param steps the oldest first
 */
record OwnCorrection(
        String id,
        String fact,
        String agency,
        String claim,
        String state,
        String stateName,
        String at,
        List<Step> steps) {
    /** @param note what the agency said; blank for nothing */
    record Step(String name, String at, String note) {}

    static OwnCorrection of(JsonNode json, Wording w) {
        List<Step> steps = Json.list(
                json.path("steps"),
                step -> new Step(
                        name(step.path("state"), w),
                        w.moment(step.path("at").asText()),
                        step.path("note").asText()));
        return new OwnCorrection(
                json.path("id").asText(),
                json.has("fact") ? w.of("facts", json.path("fact").asText()) : "",
                w.agency(json.path("agency").asText()),
                json.path("claim").asText(),
                json.path("state").asText(),
                name(json.path("state"), w),
                steps.isEmpty() ? "" : steps.get(0).at(),
                steps);
    }

    private static String name(JsonNode state, Wording w) {
        return w.value("citizens.State", state.asText());
    }
}
