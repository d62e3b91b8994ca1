package az.dost.vahid.pages.operator;

import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;

/** A change that was put into force. @param key its time as the gateway says it */
record ChangeRow(String key, String at, String operator, String proposedBy, RolloutRow before, RolloutRow after) {
    static ChangeRow of(JsonNode json, Wording w) {
        return new ChangeRow(
                json.path("at").asText(),
                w.moment(json.path("at").asText()),
                json.path("operator").asText(),
                json.path("proposedBy").asText(),
                RolloutRow.of(json.path("before"), w),
                RolloutRow.of(json.path("after"), w));
    }
}
