package az.dost.vahid.record;

import az.dost.vahid.json.Json;
import az.dost.vahid.signature.key.ChangedException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/**
 * What a root's JWS says.
 *
 * @param first    number of the first entry below it
 * @param last     number of the last one
 * @param root     Merkle root over their links, base64url
 * @param previous digest of the JWS of the root before, base64url; null for the first
 */
public record AuditRoot(long number, Instant at, long first, long last, String root, String previous) {
    public static final String TYPE = "vahid-audit-root+json";
    private static final ObjectMapper JSON = Json.mapper();

    byte[] payload() {
        return JsonNodeFactory.instance.objectNode().put("number", number).put("at", at.toString()).put("first", first).put("last", last)
                .put("root", root).put("previous", previous).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @throws ChangedException when it is none */
    public static AuditRoot of(byte[] payload) {
        try {
            JsonNode root = JSON.readTree(payload);
            return new AuditRoot(root.path("number").longValue(), Instant.parse(root.path("at").asText()), root.path("first").longValue(),
                    root.path("last").longValue(), root.path("root").textValue(), root.path("previous").textValue());
        } catch (IOException | java.time.DateTimeException e) {
            throw new ChangedException("It is no root");
        }
    }

    /** The root of a JWS of ours, unchecked. */
    public static AuditRoot of(String jws) {
        return of(Base64.getUrlDecoder().decode(jws.split("\\.")[1]));
    }
}
