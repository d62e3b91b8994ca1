package az.dost.vahid.pages.catalogue;

import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What somebody looks for in the catalogue; blank for what he leaves open. */
record CatalogueSearch(String text, String family, String channel, String audience, String status) {
    static final String FAMILY = "passport.family";
    static final String CHANNEL = "passport.channel";
    static final String AUDIENCE = "passport.person";
    static final String STATUS = "catalogue.services.status";
    private static final int LONGEST = 60;

    CatalogueSearch {
        text = stripped(text);
        text = text.substring(0, Math.min(LONGEST, text.length()));
        family = stripped(family);
        channel = stripped(channel);
        audience = stripped(audience);
        status = stripped(status);
    }

    private static String stripped(String value) {
        return value == null ? "" : value.strip();
    }

    /** What an address may have: somebody may type a FIN for a text, which stands in bodies alone. */
    CatalogueSearch ofAddress() {
        return new CatalogueSearch("", family, channel, audience, status);
    }

    /** By field, the message that says what is wrong with it. */
    Map<String, String> faults(Wording w) {
        Map<String, String> faults = new LinkedHashMap<>();
        hold("family", family, FAMILY, w, faults);
        hold("channel", channel, CHANNEL, w, faults);
        hold("audience", audience, AUDIENCE, w, faults);
        hold("status", status, STATUS, w, faults);
        return faults;
    }

    private static void hold(String field, String value, String place, Wording w, Map<String, String> faults) {
        if (!value.isEmpty() && !w.values(place).contains(value)) {
            faults.put(field, "catalogue.form.choice.wrong");
        }
    }

    /** @param heading of a service that the text finds, as the contract has it */
    boolean fits(JsonNode heading) {
        return fitsWhatIsKnown(heading)
                && (channel.isEmpty() || has(heading, "channels", channel))
                && (audience.isEmpty() || has(heading, "audience", audience));
    }

    /** Whether it may fit, and nobody has published whether it does. */
    boolean mayFit(JsonNode heading) {
        return fitsWhatIsKnown(heading)
                && (channel.isEmpty() || has(heading, "channels", channel) || !heading.has("channels"))
                && (audience.isEmpty() || has(heading, "audience", audience) || !heading.has("audience"));
    }

    private boolean fitsWhatIsKnown(JsonNode heading) {
        return (family.isEmpty() || family.equals(heading.path("family").asText()))
                && (status.isEmpty() || status.equals(heading.path("status").asText()));
    }

    private static boolean has(JsonNode heading, String member, String value) {
        for (JsonNode one : heading.path(member)) {
            if (one.asText().equals(value)) {
                return true;
            }
        }
        return false;
    }
}
