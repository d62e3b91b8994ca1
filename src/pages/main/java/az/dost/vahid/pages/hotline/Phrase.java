package az.dost.vahid.pages.hotline;

import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A text of the catalogue, in the language of the page where it is known in that one. @param lang the language that it
 * is in
 */
record Phrase(String text, String lang) {
    static Phrase of(JsonNode name, Wording w) {
        String own = w.tag();
        String other = own.equals("az") ? "en" : "az";
        return name.has(own)
                ? new Phrase(name.path(own).asText(), own)
                : new Phrase(name.path(other).asText(), other);
    }
}
