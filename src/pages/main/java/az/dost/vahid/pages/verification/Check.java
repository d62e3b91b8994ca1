package az.dost.vahid.pages.verification;

import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that was checked, in words.
 *
 * @param outcome as the contract has it, for the colour beside its words
 * @param named what it is about
 * @param detail in English, as the command prints it
 */
record Check(String outcome, String outcomeName, String words, List<String> named, String detail) {
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
