package az.dost.vahid.check.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A body that travels.
 *
 * @param mediaType as the contract writes it, with its parameters
 * @param schema missing where the contract does not say
 */
public record ApiContent(String mediaType, JsonNode schema) {
    private static final String JSON = "application/json";

    /** Of several the one that a connector reads best: JSON, then XML, then the first. */
    static Optional<ApiContent> best(List<Map.Entry<String, JsonNode>> contents) {
        return contents.stream()
                .min(Comparator.comparingInt(content -> rank(content.getKey())))
                .map(content ->
                        new ApiContent(content.getKey().contains("*") ? JSON : content.getKey(), content.getValue()));
    }

    private static int rank(String mediaType) {
        String type = mediaType.toLowerCase(Locale.ROOT);
        // A patch or a stream of documents is none.
        return type.contains("json") && !type.contains("patch") && !type.contains("seq") && !type.contains("stream")
                ? 0
                : type.contains("*") ? 1 : type.contains("xml") ? 2 : 3;
    }

    /** Whether it is written as XML; as JSON otherwise. */
    public boolean xml() {
        return mediaType.toLowerCase(Locale.ROOT).contains("xml");
    }

    /** For the header Accept: without what only says how the text is encoded. */
    public String accepted() {
        return mediaType.replaceAll("(?i)\\s*;\\s*charset\\s*=\\s*[^;]*", "").strip();
    }
}
