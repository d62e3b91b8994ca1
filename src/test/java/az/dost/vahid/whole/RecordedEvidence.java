package az.dost.vahid.whole;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The evidence that the gateway kept for a dossier. */
final class RecordedEvidence {
    private final JdbcTemplate database;

    RecordedEvidence(RunningVahid vahid) {
        database = vahid.bean(JdbcTemplate.class);
    }

    /** By id, agency and digest of what is kept; taken anew from the bytes, but for a row of a file, kept by its place. */
    Map<String, String> digests(Dossier dossier) {
        Map<String, String> digests = new TreeMap<>();
        database.query("select id, agency, body, digest, convert_from(body, 'LATIN1') like '{\"file\":%' from evidence where dossier_id = ?",
                row -> {
                    digests.put(row.getString(1), row.getString(2) + " " + (row.getBoolean(5) ? row.getString(4) : digest(row.getBytes(3))));
                }, UUID.fromString(dossier.json().path("dossierId").asText()));
        return digests;
    }

    /** The same as the dossier tells it. */
    static Map<String, String> told(Dossier dossier) {
        Map<String, String> digests = new TreeMap<>();
        for (JsonNode row : dossier.json().path("sources")) {
            row.path("evidence").forEach(evidence -> digests.put(evidence.path("id").asText(),
                    row.path("agency").asText() + " " + evidence.path("digest").asText()));
        }
        return digests;
    }

    private static String digest(byte[] bytes) {
        try {
            return "sha-256:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
