package az.dost.vahid.pages.verification;

import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a check came to, in words.
 *
 * @param kind blank where it is not known, as is all that follows but the checks
 * @param more further things that are not shown
 * @param repeat commands that repeat it without Vahid
 */
record CheckResult(
        boolean holds,
        String kind,
        String form,
        String signedAt,
        String signer,
        String dossier,
        String entry,
        String service,
        List<Check> checks,
        int more,
        List<String> repeat) {
    /** What is wrong is read first. */
    private static final List<String> ORDER = List.of("WRONG", "HOLDS", "NOTED");

    static CheckResult of(JsonNode json, Wording w) {
        List<Check> checks = new ArrayList<>();
        json.path("checks").forEach(check -> checks.add(Check.of(check, w)));
        checks.sort(Comparator.comparingInt(check -> ORDER.indexOf(check.outcome())));
        String kind = json.path("kind").asText();
        return new CheckResult(
                json.path("holds").asBoolean(),
                kind.isEmpty() ? "" : w.value("audit.Verification.kind", kind),
                json.path("form").asText(),
                json.has("signedAt") ? w.moment(json.path("signedAt").asText()) : "",
                json.path("signer").asText(),
                json.path("dossierId").asText(),
                json.path("entryId").asText(),
                json.has("service") ? w.service(json.path("service").asText()) : "",
                checks,
                json.path("more").asInt(),
                Repetition.of(kind));
    }

    /**
     * One thing that was checked, in words.
     *
     * @param outcome as the contract has it, for the colour beside its words
     * @param named what it is about
     * @param detail in English, as the command prints it
     */
    private record Check(String outcome, String outcomeName, String words, List<String> named, String detail) {
        static Check of(JsonNode json, Wording w) {
            String outcome = json.path("outcome").asText();
            List<String> named = new ArrayList<>();
            // An agency has a name, a time is Baku's; a part of a container is called what it is called.
            json.path("named").forEach(name -> named.add(w.moment(w.agency(name.asText()))));
            return new Check(
                    outcome,
                    w.value("audit.Verification.checks.outcome", outcome),
                    w.of("checks", json.path("code").asText()),
                    named,
                    json.path("detail").asText());
        }
    }
}
