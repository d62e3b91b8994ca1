package az.dost.vahid.proof.record;

import az.dost.vahid.answer.Evidence;
import az.dost.vahid.answer.KeptEvidence;
import az.dost.vahid.answer.Verdict;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The answers of one dossier of which nothing was used: an agency may have mixed up two citizens, so nothing proves
 * that their bytes are about the one who was asked for. Their digests and reasons may travel,
 * {@code contracts/refused-answers.schema.json}.
 */
public final class RefusedAnswers {
    /** Name of the part that tells of them in a container. */
    public static final String PART = "refused.json";

    private static final Set<String> USED = Arrays.stream(Verdict.values())
            .filter(Verdict::spoke)
            .map(Verdict::name)
            .collect(Collectors.toSet());
    private final ObjectNode told = JsonNodeFactory.instance.objectNode();
    private final ArrayNode rows;
    /** Ids of evidence of answers that were used. */
    private final Set<String> used = new HashSet<>();

    private RefusedAnswers(JsonNode dossier) {
        told.set("dossierId", dossier.path("dossierId"));
        rows = told.putArray("refused");
        dossier.path("sources").forEach(this::add);
    }

    /** As a dossier's rows tell of them. */
    public static RefusedAnswers of(JsonNode dossier) {
        return new RefusedAnswers(dossier);
    }

    /**
     * Whether an answer came and nothing of it was used: it failed a check, or it broke off before it could be checked.
     *
     * @param row of a dossier's {@code sources}
     */
    public static boolean refused(JsonNode row) {
        String verdict = row.path("verdict").asText();
        return verdict.equals(Verdict.REJECTED.name())
                || !USED.contains(verdict) && !row.path("evidence").isEmpty();
    }

    private void add(JsonNode row) {
        if (refused(row)) {
            ObjectNode refused = rows.addObject();
            for (String name : new String[] {"agency", "verdict", "reason"}) {
                refused.set(name, row.path(name));
            }
            row.path("evidence")
                    .forEach(piece -> refused.withArray("evidence")
                            .addObject()
                            .put("id", piece.path("id").asText())
                            .put("digest", piece.path("digest").asText()));
        } else {
            row.path("evidence").forEach(piece -> used.add(piece.path("id").asText()));
        }
    }

    /**
     * Whether a piece is of an answer that was used: all else stays in the record, also where the dossier does not name
     * it.
     */
    public boolean mayTravel(KeptEvidence piece) {
        return used.contains(piece.evidence().id().toString());
    }

    /** The same with the bytes of pieces, base64. */
    ObjectNode with(List<KeptEvidence> pieces) {
        Map<String, Evidence> byId = pieces.stream()
                .map(KeptEvidence::evidence)
                .collect(Collectors.toMap(evidence -> evidence.id().toString(), Function.identity()));
        ObjectNode whole = told.deepCopy();
        whole.path("refused")
                .forEach(row -> row.path("evidence").forEach(piece -> {
                    Evidence evidence = byId.get(piece.path("id").asText());
                    if (evidence != null) {
                        ObjectNode open = ((ObjectNode) piece)
                                .put("mediaType", evidence.mediaType())
                                .put("bytes", evidence.bytes());
                        if (evidence.detached() != null) {
                            open.put("signature", evidence.detached());
                        }
                    }
                }));
        return whole;
    }

    public boolean none() {
        return rows.isEmpty();
    }

    /** UTF-8. */
    public byte[] json() {
        return told.toString().getBytes(StandardCharsets.UTF_8);
    }
}
