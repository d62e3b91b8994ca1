package az.dost.vahid.pages.hotline;

import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A service as a list of them has it. @param bring papers that a citizen brings, of those that the service asks for;
 * blank where none are published
 */
record GuidedService(String code, Phrase title, String family, String bring) {
    static GuidedService of(JsonNode heading, Wording w) {
        int bring = heading.path("papers").asInt() - heading.path("replaced").asInt();
        return new GuidedService(
                heading.path("code").asText(),
                Phrase.of(heading.path("title"), w),
                w.value("passport.family", heading.path("family").asText()),
                heading.path("described").asBoolean() ? w.number(bring) : "");
    }
}
