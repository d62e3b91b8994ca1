package az.dost.vahid.proof.record;

import az.dost.vahid.json.Json;
import az.dost.vahid.signature.key.ChangedException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/**
 * What a root's JWS says.
 *
 * @param first number of the first entry below it
 * @param last number of the last one
 * @param root Merkle root over their links, base64url
 * @param previous digest of the JWS of the root before, base64url; null for the first
 * @param after where the database was restored with loss before this root: number of the last root that the record
 *     still had, which may be 0; -1 for all other roots. The root before, which {@code previous} is of, is lost then,
 *     and kept outside alone
 */
public record AuditRoot(long number, Instant at, long first, long last, String root, String previous, long after) {
    /** The member {@code after} of all roots but those after a restore. */
    static final long NO_RESTORE = -1;

    public static final String TYPE = "vahid-audit-root+json";
    private static final ObjectMapper JSON = Json.mapper();

    public AuditRoot(long number, Instant at, long first, long last, String root, String previous) {
        this(number, at, first, last, root, previous, NO_RESTORE);
    }

    byte[] payload() {
        ObjectNode said = JsonNodeFactory.instance
                .objectNode()
                .put("number", number)
                .put("at", at.toString())
                .put("first", first)
                .put("last", last)
                .put("root", root)
                .put("previous", previous);
        if (restored()) {
            said.put("after", after);
        }
        return said.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Whether the record goes on with it after a restore with loss: the roots from {@code after} to it are not there
     * any more.
     */
    public boolean restored() {
        return after != NO_RESTORE;
    }

    /** @throws ChangedException when it is none */
    public static AuditRoot of(byte[] payload) {
        try {
            JsonNode root = JSON.readTree(payload);
            return new AuditRoot(
                    root.path("number").longValue(),
                    Instant.parse(root.path("at").asText()),
                    root.path("first").longValue(),
                    root.path("last").longValue(),
                    root.path("root").textValue(),
                    root.path("previous").textValue(),
                    root.path("after").asLong(NO_RESTORE));
        } catch (IOException | java.time.DateTimeException e) {
            throw new ChangedException("It is no root");
        }
    }

    /** The root of a JWS of ours, unchecked. */
    public static AuditRoot of(String jws) {
        return of(Base64.getUrlDecoder().decode(jws.split("\\.")[1]));
    }
}
