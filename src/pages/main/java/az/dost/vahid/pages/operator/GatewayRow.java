package az.dost.vahid.pages.operator;

import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A gateway of the cluster, in words.
 *
 * @param configuration the beginning of its digest
 * @param ready {@code yes}, {@code no} or {@code unknown}: the end of a message's key
 */
record GatewayRow(String name, String version, String configuration, String since, String ready) {
    private static final int SHOWN = 12;

    static GatewayRow of(JsonNode json, Wording w) {
        String digest = json.path("configuration").asText();
        return new GatewayRow(
                json.path("name").asText(),
                json.path("version").asText(),
                digest.substring(0, Math.min(SHOWN, digest.length())),
                w.moment(json.path("since").asText()),
                !json.has("ready") ? "unknown" : json.path("ready").asBoolean() ? "yes" : "no");
    }
}
