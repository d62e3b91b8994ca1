package az.dost.vahid.pages.operator;

import az.dost.vahid.pages.picture.Plot;
import az.dost.vahid.pages.picture.Series;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;

/** The history of an agency as two plots: what it was asked and answered, and how long that took. */
final class HealthPlots {
    private final List<String> times = new ArrayList<>();
    private final List<Double> answered = new ArrayList<>();
    private final List<Double> unanswered = new ArrayList<>();
    private final List<Double> p95 = new ArrayList<>();
    private final MessageSource messages;
    private final Wording w;
    private final String period;

    HealthPlots(JsonNode history, String period, MessageSource messages, Wording w) {
        this.messages = messages;
        this.w = w;
        this.period = period;
        history.path("points").forEach(point -> {
            times.add(w.clock(Instant.parse(point.path("from").asText())));
            answered.add(point.path("answered").asDouble());
            unanswered.add((double) Math.max(
                    0, point.path("asked").asLong() - point.path("answered").asLong()));
            p95.add(point.has("p95Ms") ? point.path("p95Ms").asDouble() : Double.NaN);
        });
    }

    boolean isQuiet() {
        return answered.stream().allMatch(number -> number == 0)
                && unanswered.stream().allMatch(number -> number == 0);
    }

    Plot asked() {
        return new Plot(
                say("operator.agency.asked"),
                "",
                say("operator.agency.time"),
                times,
                List.of(
                        new Series(say("operator.agency.answered"), answered),
                        new Series(say("operator.agency.unanswered"), unanswered)),
                0);
    }

    Plot waited() {
        return new Plot(
                say("operator.agency.waited"),
                "ms",
                say("operator.agency.time"),
                times,
                List.of(new Series(say("operator.agency.p95"), p95)),
                0);
    }

    private String say(String key) {
        return messages.getMessage(key, new Object[] {period}, w.locale());
    }
}
