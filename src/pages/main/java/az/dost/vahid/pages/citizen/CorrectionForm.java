package az.dost.vahid.pages.citizen;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What was typed to have a fact corrected. @param source blank for the register that is believed first */
record CorrectionForm(String fact, String source, String claim) {
    private static final int LONGEST = 2000;
    private static final Pattern FACT = Pattern.compile("[a-z][A-Za-z]{1,40}");
    private static final Pattern SOURCE = Pattern.compile("[a-z][a-z0-9-]{1,40}");

    CorrectionForm {
        fact = fact == null || !FACT.matcher(fact).matches() ? "" : fact;
        source = source == null || !SOURCE.matcher(source).matches() ? "" : source;
        claim = Typed.text(claim);
    }

    /** By field, the message that says what is wrong with it; in the order of the fields. */
    Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        if (fact.isEmpty()) {
            faults.put("fact", "citizen.correct.fact.missing");
        }
        if (claim.isEmpty() || claim.length() > LONGEST) {
            faults.put("claim", claim.isEmpty() ? "citizen.correct.claim.missing" : "citizen.correct.claim.long");
        }
        return faults;
    }

    /** A body of {@code POST /v1/citizens/me/corrections}. */
    ObjectNode body() {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("fact", fact).put("claim", claim);
        return source.isEmpty() ? body : body.put("source", source);
    }

    @Override
    public String toString() {
        return "CorrectionForm";
    }
}
