package az.dost.vahid.pages.rating;

import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a slip is, in words.
 *
 * @param state of the contract
 * @param from the system whose office gave it, and the office's code
 */
record CheckedSlip(String state, String words, String day, String until, String from, String service) {
    static CheckedSlip of(JsonNode slip, Wording w) {
        String office = slip.path("office").asText();
        String from = slip.path("from").asText();
        JsonNode service = slip.path("service");
        return new CheckedSlip(
                slip.path("state").asText(),
                w.value("ratings.state", slip.path("state").asText()),
                w.day(slip.path("day").asText()),
                w.day(slip.path("until").asText()),
                office.isEmpty() ? from : from + ", " + office,
                service.path("title").path(w.tag()).asText(service.path("code").asText()));
    }

    /** A colour for the eye; the words say it. */
    public String css() {
        return switch (state) {
            case "GOOD" -> "";
            case "REPLACED" -> "vahid-sentence--open";
            default -> "vahid-sentence--none";
        };
    }
}
