package az.dost.vahid.pages.operator;

import az.dost.vahid.pages.picture.Sparkline;
import az.dost.vahid.pages.words.StateTag;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An agency as operators see it, in words.
 *
 * @param why it is not simply well; null where nothing is known of it
 * @param hours its last ones; null where nobody asked
 * @param share of the questions that it answered; blank where nobody asked, as is p95
 * @param breakers one line for each gateway at which calls do not simply go through
 * @param allBreakers one line for each gateway
 * @param use how far its connector is used
 * @param off whether operators have switched it off
 * @param snapshot null of an agency that leaves no files
 * @param days that its certificate has left, null where it has none; ends where that is soon
 * @param facts as the gateway said them, to sort by
 */
record AgencyRow(
        String id,
        String agency,
        StateTag state,
        String since,
        Why why,
        Sparkline hours,
        String asked,
        String share,
        String p95,
        String calls,
        List<String> breakers,
        List<String> allBreakers,
        String use,
        boolean off,
        Age snapshot,
        Long days,
        boolean ends,
        JsonNode facts) {
    static final long SOON_DAYS = 30;
    private static final Set<String> TROUBLED = Set.of("DOWN", "FAILING", "SLOW");
    private static final Set<String> UNKNOWN = Set.of("QUIET", "FEW_QUESTIONS");
    private static final String CLOSED = "CLOSED";

    /**
     * Why an agency is as it is.
     *
     * @param words the reason of the last answer that could not be used; blank where its state says why
     * @param at when that was; blank where words is
     * @param key of the message of its state; blank where that says nothing more
     */
    record Why(String words, String at, String key) {}

    static AgencyRow of(JsonNode json, Wording w) {
        List<String> breakers = new ArrayList<>();
        List<String> all = new ArrayList<>();
        json.path("breakers").properties().forEach(breaker -> {
            String line = breaker.getKey() + ": "
                    + w.value("operations.BreakerState", breaker.getValue().asText());
            all.add(line);
            if (!breaker.getValue().asText().equals(CLOSED)) {
                breakers.add(line);
            }
        });
        String use = json.path("use").asText();
        Long days = json.has("certificateDaysLeft")
                ? (Long) json.path("certificateDaysLeft").asLong()
                : null;
        return new AgencyRow(
                json.path("agency").asText(),
                w.agency(json.path("agency").asText()),
                state(json.path("state").asText(), w),
                w.moment(json.path("since").asText()),
                why(json, w),
                json.has("recent") ? Sparkline.of(json.path("recent"), w) : null,
                w.number(json.path("asked").asLong()),
                json.has("answeredShare") ? w.percent(json.path("answeredShare").asDouble()) : "",
                json.has("p95Ms") ? w.number(json.path("p95Ms").asLong()) : "",
                w.number(json.path("calls").asLong()),
                breakers,
                all,
                w.value("rollout.use", use),
                use.equals("none"),
                Age.orNull(json.path("snapshotAgeSeconds")),
                days,
                days != null && days < SOON_DAYS,
                json);
    }

    /** Whether too few questions were asked to know how it is. */
    boolean isUnknown() {
        return UNKNOWN.contains(facts.path("state").asText());
    }

    /** Never good where too little is known, or where much was not answered. */
    static StateTag state(String state, Wording w) {
        String words = w.value("operations.AgencyState", state);
        return switch (state) {
            case "DOWN", "FAILING" -> StateTag.bad(words);
            case "SLOW", "LATE" -> StateTag.open(words);
            case "UP" -> StateTag.good(words);
            default -> StateTag.none(words);
        };
    }

    private static Why why(JsonNode json, Wording w) {
        String state = json.path("state").asText();
        boolean troubled = TROUBLED.contains(state)
                || state.equals("FEW_QUESTIONS") && json.path("answeredShare").asDouble() < 1;
        JsonNode trouble = json.path("trouble");
        String key = switch (state) {
            case "DOWN", "FAILING" -> trouble.isMissingNode() ? "operator.why.unknown" : "";
            case "SLOW" -> "operator.why.slow";
            case "LATE" -> "operator.why.late";
            case "SWITCHED_OFF" -> "operator.why.switched-off";
            case "FEW_QUESTIONS" -> "operator.why.few-questions";
            default -> "";
        };
        if (!troubled || trouble.isMissingNode()) {
            return key.isEmpty() ? null : new Why("", "", key);
        }
        String reason = trouble.path("reason").asText();
        return new Why(
                reason.isEmpty()
                        ? w.value(
                                "dossier.source.verdict",
                                trouble.path("verdict").asText())
                        : w.of("source-reasons", reason),
                w.moment(trouble.path("at").asText()),
                key);
    }
}
