package az.dost.vahid.pages.operator;

import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * An agency as its tile shows it, in words.
 *
 * @param share of the questions that it answered; blank where nobody asked, as is p95
 * @param breakers of gateways at which calls do not simply go through
 * @param use blank where it is used as usual
 * @param snapshot null of an agency that leaves no files
 * @param days that its certificate has left, null where it has none; ends where that is soon
 */
record Tile(
        String id,
        String agency,
        StateTag state,
        String since,
        String asked,
        String share,
        String p95,
        String calls,
        List<String> breakers,
        String use,
        Age snapshot,
        Long days,
        boolean ends) {
    static final long SOON_DAYS = 30;

    static Tile of(JsonNode json, Wording w) {
        List<String> breakers = new ArrayList<>();
        json.path("breakers").properties().forEach(breaker -> {
            if (!breaker.getValue().asText().equals("CLOSED")) {
                breakers.add(breaker.getKey() + ": "
                        + w.value("operations.BreakerState", breaker.getValue().asText()));
            }
        });
        String use = json.path("use").asText();
        Long days = json.has("certificateDaysLeft")
                ? (Long) json.path("certificateDaysLeft").asLong()
                : null;
        return new Tile(
                json.path("agency").asText(),
                w.agency(json.path("agency").asText()),
                state(json.path("state").asText(), w),
                w.moment(json.path("since").asText()),
                w.number(json.path("asked").asLong()),
                json.has("answeredShare") ? w.percent(json.path("answeredShare").asDouble()) : "",
                json.has("p95Ms") ? w.number(json.path("p95Ms").asLong()) : "",
                w.number(json.path("calls").asLong()),
                breakers,
                use.equals("all") ? "" : w.value("rollout.use", use),
                Age.orNull(json.path("snapshotAgeSeconds")),
                days,
                days != null && days < SOON_DAYS);
    }

    static StateTag state(String state, Wording w) {
        String words = w.value("operations.AgencyState", state);
        return switch (state) {
            case "DOWN", "FAILING" -> StateTag.bad(words);
            case "SLOW", "LATE" -> StateTag.open(words);
            case "UP" -> StateTag.good(words);
            default -> StateTag.none(words);
        };
    }
}
