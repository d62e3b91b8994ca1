package az.dost.vahid.pages.operator;

import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;

/** A change that waits for its confirmation, or has it. @param confirmed blank until then */
record ProposalRow(
        String id, String proposedBy, RolloutRow before, RolloutRow after, String expires, String confirmed) {
    static ProposalRow of(JsonNode json, Wording w) {
        return new ProposalRow(
                json.path("id").asText(),
                json.path("proposedBy").asText(),
                RolloutRow.of(json.path("before"), w),
                RolloutRow.of(json.path("after"), w),
                w.moment(json.path("expires").asText()),
                json.has("confirmedAt") ? w.moment(json.path("confirmedAt").asText()) : "");
    }
}
