package az.dost.vahid.pages.catalogue;

import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A paper that services ask for, in words.
 *
 * @param concerns whom it is about; blank where that is each service's own matter
 * @param replacement as the contract has it, for the colour beside its words
 * @param register that replaces it, blank for none
 * @param fact that replaces it, blank for none
 * @param obtained blank where it is not published
 * @param services that ask for it; empty in the table of one service
 */
record PaperRow(
        KnownText title,
        String concerns,
        String replacement,
        String replacementName,
        String register,
        String fact,
        String obtained,
        List<Link> services) {
    static final String REPLACEMENT = "catalogue.Replacement";

    record Link(String code, String title) {}

    static PaperRow of(JsonNode json, Wording w) {
        String replacement = json.path("replacement").asText();
        List<Link> services = new ArrayList<>();
        json.path("services").forEach(code -> services.add(new Link(code.asText(), w.service(code.asText()))));
        services.sort((one, other) -> w.order().compare(one.title(), other.title()));
        return new PaperRow(
                KnownText.of(json.path("title"), w),
                json.has("concerns")
                        ? w.value(
                                "dossier.document.concerns",
                                json.path("concerns").asText())
                        : "",
                replacement,
                w.value(REPLACEMENT, replacement),
                json.has("register") ? w.agency(json.path("register").asText()) : "",
                json.has("fact") ? w.of("facts", json.path("fact").asText()) : "",
                json.has("obtained")
                        ? w.value("passport.obtained", json.path("obtained").asText())
                        : "",
                services);
    }
}
