package az.dost.vahid.pages.catalogue;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * All that is known of a service, in words.
 *
 * @param other the name in the other language; null where it has one name only
 * @param named how a public source names it; null where none does
 */
record ServiceManual(
        String code,
        KnownText title,
        KnownText other,
        String status,
        String statusName,
        Named named,
        List<ManualSection> sections) {
    /** @param as blank where the source has the name above */
    record Named(String as, String source, String dated) {}

    static ServiceManual of(JsonNode json, Wording w) {
        List<ManualSection> sections = Json.list(json.path("sections"), section -> ManualSection.of(section, w));
        JsonNode named = json.path("named");
        return new ServiceManual(
                json.path("code").asText(),
                KnownText.of(json.path("title"), w),
                KnownText.other(json.path("title"), w),
                json.path("status").asText(),
                KnownText.of(json.path("statusTitle"), w).text(),
                named.isMissingNode()
                        ? null
                        : new Named(
                                named.path("as").asText(),
                                named.path("source").asText(),
                                w.dated(named.path("dated").asText())),
                sections);
    }

    public long getUnpublished() {
        return sections.stream().filter(section -> !section.isPublished()).count();
    }
}
