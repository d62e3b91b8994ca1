package az.dost.vahid.pages.hotline;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;

/**
 * The manual of a service in the order in which somebody asks for it on the telephone.
 *
 * @param status how much of it is sure
 * @param first sections that callers ask for
 * @param more all others
 */
record SpokenManual(
        String code, Phrase title, String status, String statusName, List<Section> first, List<Section> more) {
    private static final List<String> ASKED = List.of(
            "PAPERS_TO_BRING", "PAPERS_REPLACED", "STEPS", "CHANNELS", "PLACES", "FEE", "DECIDED_IN", "AUDIENCE");

    /**
     * @param published whether anything of it is
     * @param sources empty where none is told
     */
    record Section(
            String id, String title, boolean numbered, boolean published, List<Phrase> lines, List<Origin> sources) {
        boolean isAsked() {
            return ASKED.contains(id);
        }
    }

    /** @param dated as people write the day, month or year */
    record Origin(String source, String dated) {}

    static SpokenManual of(JsonNode manual, Wording w) {
        List<Section> sections = Json.list(manual.path("sections"), section -> section(section, w));
        String status = manual.path("status").asText();
        return new SpokenManual(
                manual.path("code").asText(),
                Phrase.of(manual.path("title"), w),
                status,
                manual.path("statusTitle").path(w.tag()).asText(),
                sections.stream()
                        .filter(Section::isAsked)
                        .sorted(Comparator.comparingInt(section -> ASKED.indexOf(section.id())))
                        .toList(),
                sections.stream().filter(section -> !section.isAsked()).toList());
    }

    private static Section section(JsonNode section, Wording w) {
        List<Phrase> lines = Json.list(section.path("lines"), line -> Phrase.of(line, w));
        List<Origin> sources = Json.list(
                section.path("sources"),
                one -> new Origin(
                        one.path("source").asText(), w.dated(one.path("dated").asText())));
        return new Section(
                section.path("id").asText(),
                section.path("title").path(w.tag()).asText(),
                section.path("numbered").asBoolean(),
                section.has("lines"),
                lines,
                sources);
    }
}
