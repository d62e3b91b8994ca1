package az.dost.vahid.pages.catalogue;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A section of a service's manual, in words.
 *
 * @param id as the contract has it
 * @param numbered whether the order of its lines matters
 * @param lines null for what is not published
 * @param sources where the lines are published; empty where none is named
 */
record ManualSection(String id, KnownText title, boolean numbered, List<KnownText> lines, List<Origin> sources) {
    /** @param dated as people write the day, month or year */
    record Origin(String source, String dated) {}

    static ManualSection of(JsonNode json, Wording w) {
        List<KnownText> lines = null;
        if (json.has("lines")) {
            lines = new ArrayList<>();
            for (JsonNode line : json.path("lines")) {
                lines.add(KnownText.of(line, w));
            }
        }
        List<Origin> sources = Json.list(
                json.path("sources"),
                one -> new Origin(
                        one.path("source").asText(), w.dated(one.path("dated").asText())));
        return new ManualSection(
                json.path("id").asText(),
                KnownText.of(json.path("title"), w),
                json.path("numbered").asBoolean(),
                lines,
                sources);
    }

    public boolean isPublished() {
        return lines != null;
    }

    /** Whether it is about papers, of which the page of a service has a table. */
    public boolean isPapers() {
        return id.startsWith("PAPERS_");
    }
}
