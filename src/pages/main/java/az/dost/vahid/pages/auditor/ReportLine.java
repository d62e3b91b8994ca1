package az.dost.vahid.pages.auditor;

import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A named report, in words.
 *
 * @param state as the contract has it, for the colour beside its words
 * @param requester blank for a report about a citizen, as is official
 * @param person the beginning of the keyed hash of a citizen's FIN, blank for a report about an official
 * @param decidedBy blank while nobody has decided, as are decidedAt and note
 */
record ReportLine(
        String id,
        String state,
        String stateName,
        String requester,
        String official,
        String person,
        String from,
        String to,
        String reason,
        String askedBy,
        String askedAt,
        String decidedBy,
        String decidedAt,
        String note) {
    private static final int SHORT = 8;

    static ReportLine of(JsonNode json, Wording w) {
        String state = json.path("state").asText();
        return new ReportLine(
                json.path("id").asText(),
                state,
                w.value("audit.ReportState", state),
                json.path("requester").asText(),
                json.path("official").asText(),
                shortened(json.path("person").asText()),
                w.day(json.path("from").asText()),
                w.day(json.path("to").asText()),
                json.path("reason").asText(),
                json.path("askedBy").asText(),
                w.moment(json.path("askedAt").asText()),
                json.path("decidedBy").asText(),
                json.has("decidedAt") ? w.moment(json.path("decidedAt").asText()) : "",
                json.path("note").asText());
    }

    /** Enough of a hash to see the same person again. */
    static String shortened(String hash) {
        return hash.substring(0, Math.min(SHORT, hash.length()));
    }

    public boolean isOfCitizen() {
        return !person.isEmpty();
    }

    /** Whether somebody has to decide. */
    public boolean isAsked() {
        return state.equals("ASKED");
    }

    public boolean isReadable() {
        return state.equals("RELEASED");
    }
}
