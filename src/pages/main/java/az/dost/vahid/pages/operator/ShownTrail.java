package az.dost.vahid.pages.operator;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.picture.Picture;
import az.dost.vahid.pages.picture.Timeline;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;

/**
 * What became of one lookup, in words: codes, times and digests.
 *
 * @param code of the problem where it was refused; blank otherwise, as is problem
 * @param completeness blank where there is no dossier any more, as is took
 * @param journey who answered when; null where no times are known
 */
record ShownTrail(
        String id,
        String at,
        String requester,
        String official,
        String service,
        String caseRef,
        String code,
        String problem,
        String completeness,
        String took,
        Picture journey,
        List<TrailRow> sources) {
    static ShownTrail of(JsonNode trail, MessageSource messages, Wording w) {
        List<TrailRow> sources = Json.list(trail.path("sources"), source -> TrailRow.of(source, w));
        String code = trail.path("code").asText();
        String completeness = trail.path("completeness").asText();
        return new ShownTrail(
                trail.path("id").asText(),
                w.moment(trail.path("at").asText()),
                trail.path("requester").asText(),
                trail.path("official").asText(),
                trail.has("service") ? w.service(trail.path("service").asText()) : "",
                trail.path("caseRef").asText(),
                code,
                code.isEmpty() ? "" : w.of("problems", code),
                completeness.isEmpty() ? "" : w.value("dossier.completeness", completeness),
                trail.has("tookMs") ? w.number(trail.path("tookMs").asLong()) : "",
                trail.has("steps") ? journey(trail, messages, w) : null,
                sources);
    }

    private static Picture journey(JsonNode trail, MessageSource messages, Wording w) {
        List<Timeline.Stretch> rows = new ArrayList<>();
        trail.path("steps")
                .forEach(step -> rows.add(new Timeline.Stretch(
                        w.value("operations.TrailStep", step.path("step").asText()),
                        say(messages, w, "operator.trail.step"),
                        Timeline.Kind.STEP,
                        step.path("fromMs").asLong(),
                        step.path("tookMs").asLong())));
        List<JsonNode> sources = new ArrayList<>();
        trail.path("sources").forEach(sources::add);
        // Who was waited for longest stands last, as in time.
        sources.sort(Comparator.comparingLong(
                source -> source.path("fromMs").asLong() + source.path("tookMs").asLong()));
        sources.forEach(source -> rows.add(new Timeline.Stretch(
                w.agency(source.path("agency").asText()),
                w.value("dossier.source.verdict", source.path("verdict").asText()),
                TrailRow.kind(source),
                source.path("fromMs").asLong(),
                source.path("tookMs").asLong())));
        Map<Timeline.Kind, String> kinds = new EnumMap<>(Timeline.Kind.class);
        kinds.put(Timeline.Kind.STEP, say(messages, w, "operator.trail.kind.step"));
        kinds.put(Timeline.Kind.GOOD, say(messages, w, "operator.trail.kind.good"));
        kinds.put(Timeline.Kind.OPEN, say(messages, w, "operator.trail.kind.open"));
        kinds.put(Timeline.Kind.BAD, say(messages, w, "operator.trail.kind.bad"));
        return Timeline.of(
                new Timeline.Names(
                        say(messages, w, "operator.trail.journey"),
                        say(messages, w, "operator.trail.who"),
                        say(messages, w, "operator.trail.verdict"),
                        say(messages, w, "operator.trail.from"),
                        say(messages, w, "operator.trail.took"),
                        kinds),
                rows,
                w);
    }

    private static String say(MessageSource messages, Wording w, String key) {
        return messages.getMessage(key, null, w.locale());
    }
}
