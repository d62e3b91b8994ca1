package az.dost.vahid.journeys.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What one register said of a person and another one contradicts, or nobody can believe.
 *
 * @param value what the register says that is not believed; missing where it says nothing
 * @param otherValue what the other one says; missing where it says nothing
 */
record Disagreement(About about, JsonNode value, JsonNode otherValue) {
    /** Dotted and dotless i are two letters. */
    private static final Locale AZERBAIJANI = Locale.forLanguageTag("az");

    private static final Pattern INDEX = Pattern.compile("/\\d+(?=/|$)");

    /** All that a dossier shows, each once; nothing of what a register said long before the lookup is among them. */
    static List<Disagreement> in(JsonNode dossier) {
        List<Disagreement> found = new ArrayList<>();
        dossier.path("conflicts").forEach(conflict -> found.addAll(conflict(conflict)));
        for (JsonNode source : dossier.path("sources")) {
            String agency = source.path("agency").asText();
            if (source.path("reason").asText().equals(About.Kind.OTHER_CITIZEN.name())) {
                found.add(alone(About.Kind.OTHER_CITIZEN, "", "", agency, About.Kind.OTHER_CITIZEN.name()));
            }
            for (JsonNode unread : source.path("unmappable")) {
                found.add(alone(
                        About.Kind.UNREADABLE,
                        unread.path("fact").asText(),
                        INDEX.matcher(unread.path("path").asText()).replaceAll("/-"),
                        agency,
                        unread.path("rule").asText()));
            }
        }
        return found.stream().distinct().toList();
    }

    private static Disagreement alone(About.Kind kind, String fact, String field, String agency, String rule) {
        return new Disagreement(
                new About(kind, fact, field, agency, null, rule), MissingNode.getInstance(), MissingNode.getInstance());
    }

    /** Of each register that says otherwise than the one that is believed. */
    private static List<Disagreement> conflict(JsonNode conflict) {
        List<JsonNode> others = new ArrayList<>();
        conflict.path("values").forEach(others::add);
        JsonNode winner = others.remove(0);
        others.removeIf(
                said -> said.has("stale") || winner.has("stale") || value(said).equals(value(winner)));
        // Capitals are no difference where another register says something else altogether.
        List<JsonNode> different =
                others.stream().filter(said -> !alike(winner, said)).toList();
        return (different.isEmpty() ? others : different)
                .stream()
                        .map(said -> new Disagreement(
                                new About(
                                        About.Kind.CONFLICT,
                                        conflict.path("fact").asText(),
                                        conflict.path("field").asText(),
                                        said.path("source").asText(),
                                        winner.path("source").asText(),
                                        conflict.path("rule").asText()),
                                value(said),
                                value(winner)))
                        .toList();
    }

    private static JsonNode value(JsonNode said) {
        return said.path("value");
    }

    private static boolean alike(JsonNode one, JsonNode other) {
        return upper(one).equals(upper(other));
    }

    private static String upper(JsonNode said) {
        return value(said).asText().toUpperCase(AZERBAIJANI);
    }
}
