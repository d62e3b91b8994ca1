package az.dost.vahid.pages.catalogue;

import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A text in the language of the page; where it is not known in that, in the other one.
 *
 * @param lang of the text; null where it is the page's
 */
record KnownText(String text, String lang) {
    private static final String AZ = "az";

    /** @param json with {@code az}, {@code en} or both */
    static KnownText of(JsonNode json, Wording w) {
        String other = other(w);
        return json.has(w.tag()) || !json.has(other)
                ? new KnownText(json.path(w.tag()).asText(), null)
                : new KnownText(json.path(other).asText(), other);
    }

    /** In the language that is not the page's; null where it is known in one alone. */
    static KnownText other(JsonNode json, Wording w) {
        return json.has(w.tag()) && json.has(other(w))
                ? new KnownText(json.path(other(w)).asText(), other(w))
                : null;
    }

    private static String other(Wording w) {
        return w.tag().equals(AZ) ? "en" : AZ;
    }
}
