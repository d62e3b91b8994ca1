package az.dost.vahid.kit;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.stream.Collectors;

/** A file of rollouts as text, in which one connector's entry is changed and everything else, comments too, stays. */
record RolloutText(String text) {
    private static final ObjectMapper JSON = Json.mapper();
    /** A file of which nothing is left would be one that somebody emptied. */
    private static final String NONE = "{}";

    /** Without the connector's entry, and with a word for none where it was the last one. */
    RolloutText without(String id) {
        String others = others(id);
        return new RolloutText(
                others.lines().allMatch(line -> line.isBlank() || line.startsWith("#"))
                        ? others + NONE + "\n"
                        : others);
    }

    /** All but the lines from the connector's name to the next one at the margin. */
    private String others(String id) {
        StringBuilder kept = new StringBuilder();
        boolean within = false;
        for (String line : text.lines().toList()) {
            within = line.startsWith(id + ":")
                    || within && (line.isBlank() || line.startsWith(" ") || line.startsWith("\t"));
            kept.append(within || line.strip().equals(NONE) ? "" : line + "\n");
        }
        return kept.toString();
    }

    /** With this entry and no other one of the connector. @param members without those that are null */
    RolloutText with(String id, Map<String, Object> members) {
        String entry = members.entrySet().stream()
                .map(member -> member.getKey() + ": " + scalar(member.getValue()))
                .collect(Collectors.joining(", "));
        return new RolloutText(others(id) + id + ": {" + entry + "}\n");
    }

    /** A JSON string is a YAML scalar. */
    private static String scalar(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
