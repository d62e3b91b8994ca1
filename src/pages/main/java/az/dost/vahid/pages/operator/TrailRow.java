package az.dost.vahid.pages.operator;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.picture.Timeline;
import az.dost.vahid.pages.words.StateTag;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What an agency's answer came to in one lookup, in words.
 *
 * @param took blank where nobody knows any more
 */
record TrailRow(String agency, StateTag verdict, String reason, String asOf, String took, List<String> digests) {
    static TrailRow of(JsonNode source, Wording w) {
        List<String> digests = Json.list(source.path("evidence"), JsonNode::asText);
        String words = w.value("dossier.source.verdict", source.path("verdict").asText());
        StateTag verdict = switch (kind(source)) {
            case GOOD -> StateTag.good(words);
            case OPEN -> StateTag.open(words);
            default -> StateTag.bad(words);
        };
        String reason = source.path("reason").asText();
        return new TrailRow(
                w.agency(source.path("agency").asText()),
                verdict,
                reason.isEmpty() ? "" : w.of("source-reasons", reason),
                source.has("asOf") ? w.moment(source.path("asOf").asText()) : "",
                source.has("tookMs") ? w.number(source.path("tookMs").asLong()) : "",
                digests);
    }

    static Timeline.Kind kind(JsonNode source) {
        return switch (source.path("verdict").asText()) {
            case "ANSWERED", "NO_RECORD" -> Timeline.Kind.GOOD;
            case "STALE" -> Timeline.Kind.OPEN;
            default -> Timeline.Kind.BAD;
        };
    }
}
