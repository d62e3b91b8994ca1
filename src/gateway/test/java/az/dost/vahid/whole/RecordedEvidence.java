package az.dost.vahid.whole;

import az.dost.vahid.answer.Evidence;
import az.dost.vahid.proof.record.DossierRecord;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** The evidence that a gateway kept for a dossier, that of refused answers too. */
public final class RecordedEvidence {
    private final DossierRecord record;

    public RecordedEvidence(DossierRecord record) {
        this.record = record;
    }

    /**
     * Agency and digest by id; the digest is taken anew from the bytes kept, but for a row of a file, kept by its
     * place.
     */
    public Map<String, String> kept(JsonNode dossier) {
        Map<String, String> kept = new TreeMap<>();
        UUID id = UUID.fromString(dossier.path("dossierId").asText());
        Stream.concat(record.evidence(id).stream(), record.refused(id).stream()).forEach(piece -> {
            Evidence evidence = piece.evidence();
            boolean place = new String(evidence.bytes(), StandardCharsets.ISO_8859_1).startsWith("{\"file\":");
            kept.put(
                    evidence.id().toString(),
                    piece.agency() + " " + (place ? evidence.digest() : digest(evidence.bytes())));
        });
        return kept;
    }

    /** The same as the dossier tells it. */
    public static Map<String, String> told(JsonNode dossier) {
        Map<String, String> told = new TreeMap<>();
        for (JsonNode row : dossier.path("sources")) {
            row.path("evidence")
                    .forEach(evidence -> told.put(
                            evidence.path("id").asText(),
                            row.path("agency").asText() + " "
                                    + evidence.path("digest").asText()));
        }
        return told;
    }

    private static String digest(byte[] bytes) {
        try {
            return "sha-256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
