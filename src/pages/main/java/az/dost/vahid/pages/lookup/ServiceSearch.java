package az.dost.vahid.pages.lookup;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Looks for services by words. The gateway does, so that every page finds what its callers find. */
public final class ServiceSearch {
    /** Of the contract, in characters. */
    private static final int SHORTEST = 2;

    private static final int LONGEST = 60;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    /** Marks that nobody sees, and half a character, as of one that was cut. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cs}]");

    private final Gateway gateway;

    /**
     * What a search came to.
     *
     * @param headings of services as the contract has them: those that fit best first, or all in the order of the
     *     alphabet where nothing was looked for
     * @param near words that look like what was typed, where nothing was found
     */
    public record Found(List<JsonNode> headings, List<NearWord> near) {}

    /** @param lang the language of the word */
    public record NearWord(String text, String lang) {}

    ServiceSearch(Gateway gateway) {
        this.gateway = gateway;
    }

    /** @param typed anything, of any length. */
    public Found find(String typed, Wording w) {
        String text = text(typed);
        JsonNode answer;
        if (text.isEmpty()) {
            answer = gateway.get("/v1/catalogue/services?sort={sort}", w.tag().toUpperCase(Locale.ROOT))
                    .body();
        } else {
            ObjectNode asked = Json.mapper().createObjectNode().put("text", text);
            answer = gateway.post(asked, "/v1/catalogue/search").body();
        }
        return new Found(
                Json.list(answer.path("services"), heading -> heading),
                Json.list(answer.path("near"), ServiceSearch::near));
    }

    /** What can be looked for; empty where that is too little. */
    static String text(String typed) {
        String seen = UNSEEN.matcher(CONTROL.matcher(typed).replaceAll(" "))
                .replaceAll("")
                .strip();
        String text = UNSEEN.matcher(seen.substring(0, Math.min(LONGEST, seen.length())))
                .replaceAll("")
                .strip();
        return text.length() < SHORTEST ? "" : text;
    }

    private static NearWord near(JsonNode word) {
        String lang = word.has("az") ? "az" : "en";
        return new NearWord(word.path(lang).asText(), lang);
    }
}
