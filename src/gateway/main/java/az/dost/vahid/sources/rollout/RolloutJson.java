package az.dost.vahid.sources.rollout;

import az.dost.vahid.connector.rollout.Rollout;
import az.dost.vahid.connector.rollout.Use;
import az.dost.vahid.definition.StandingVersions;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Rollouts as {@code contracts/rollout.schema.json} has them, and digests of them. */
final class RolloutJson {
    private static final ObjectMapper JSON = Json.mapper();
    /** Of a connector that does not stand in the file. */
    static final Rollout USUAL = new Rollout(Use.ALL, null, null, null);

    static ObjectNode of(Rollout rollout) {
        Rollout shown = rollout == null ? USUAL : rollout;
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("use", (shown.use() == null ? Use.ALL : shown.use()).name().toLowerCase(Locale.ROOT));
        if (shown.share() != null) {
            json.put("share", shown.share());
        }
        if (shown.perSecond() != null) {
            json.put("perSecond", shown.perSecond());
        }
        return shown.because() == null ? json : json.put("because", shown.because());
    }

    /** The same with whose it is. */
    static ObjectNode of(String agency, Rollout rollout) {
        return JsonNodeFactory.instance.objectNode().put("agency", agency).setAll(of(rollout));
    }

    /** What {@link #of(Rollout)} wrote. */
    static Rollout read(String json) {
        try {
            return JSON.readValue(json, Rollout.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A rollout in the database is none", e);
        }
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A rollout in the database is none", e);
        }
    }

    /** @param rollout null where nothing is said of the agency */
    static String digest(Rollout rollout) {
        return StandingVersions.of(
                Map.of("rollout", rollout == null ? "" : of(rollout).toString()));
    }

    /** Of all together. */
    static String digest(Map<String, Rollout> rollouts) {
        Map<String, String> each = new TreeMap<>();
        rollouts.forEach((agency, rollout) -> each.put(agency, of(rollout).toString()));
        return StandingVersions.of(each);
    }

    private RolloutJson() {}
}
