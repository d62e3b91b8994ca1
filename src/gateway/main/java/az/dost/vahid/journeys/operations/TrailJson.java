package az.dost.vahid.journeys.operations;

import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * A lookup as operators see it. Its id was made when its request had been read, and its dossier says when it was put
 * together and how long it waited for each agency: that is all that times are made of, so a lookup writes down nothing
 * for it.
 */
final class TrailJson {
    private static final List<String> COPIED = List.of("requester", "official", "caseRef", "service", "code");

    static boolean dossier(JsonNode entry) {
        return "DOSSIER".equals(entry.path("kind").asText());
    }

    /**
     * @param entry of the audit chain
     * @param content of the dossier, JSON; null where its time is over, and of a refusal
     */
    static ObjectNode of(JsonNode entry, byte[] content) {
        UUID id = UUID.fromString(entry.path("id").asText());
        ObjectNode trail = JsonNodeFactory.instance
                .objectNode()
                .put("id", id.toString())
                .put("at", entry.path("at").asText());
        COPIED.stream()
                .filter(entry::has)
                .forEach(name -> trail.put(name, entry.path(name).asText()));
        if (!dossier(entry)) {
            return trail;
        }
        if (content == null) {
            trail.set("sources", digestsAlone(entry));
            return trail;
        }
        JsonNode dossier = read(content);
        trail.put("completeness", dossier.path("completeness").asText());
        long took = Math.max(
                0,
                Duration.between(
                                RecordId.time(id),
                                Instant.parse(dossier.path("assembledAt").asText()))
                        .toMillis());
        long longest = 0;
        for (JsonNode source : dossier.path("sources")) {
            longest = Math.max(longest, source.path("elapsedMs").asLong());
        }
        long before = Math.max(0, took - longest);
        trail.put("tookMs", took);
        ArrayNode steps = trail.putArray("steps");
        step(steps, "BEFORE", 0, before);
        step(steps, "ASKED", before, took - before);
        trail.set("sources", sources(dossier.path("sources"), before));
        return trail;
    }

    private static void step(ArrayNode steps, String name, long from, long took) {
        steps.addObject().put("step", name).put("fromMs", from).put("tookMs", took);
    }

    private static ArrayNode sources(JsonNode rows, long from) {
        ArrayNode sources = JsonNodeFactory.instance.arrayNode();
        for (JsonNode row : rows) {
            ObjectNode source = sources.addObject();
            List.of("agency", "verdict", "reason", "asOf").stream()
                    .filter(row::has)
                    .forEach(name -> source.put(name, row.path(name).asText()));
            source.put("fromMs", from).put("tookMs", row.path("elapsedMs").asLong());
            row.path("evidence")
                    .forEach(piece -> source.withArray("/evidence")
                            .add(piece.path("digest").asText()));
        }
        return sources;
    }

    /** What the chain itself has, which is kept for ever. */
    private static ArrayNode digestsAlone(JsonNode entry) {
        ArrayNode sources = JsonNodeFactory.instance.arrayNode();
        entry.path("verdicts").properties().forEach(verdict -> {
            ObjectNode source = sources.addObject()
                    .put("agency", verdict.getKey())
                    .put("verdict", verdict.getValue().asText());
            entry.path("sources")
                    .path(verdict.getKey())
                    .forEach(digest -> source.withArray("/evidence").add(digest(digest.asText())));
        });
        return sources;
    }

    /** In the chain a digest is written shorter. */
    private static String digest(String kept) {
        return kept.startsWith("sha-256:")
                ? kept
                : "sha-256:" + HexFormat.of().formatHex(Base64.getDecoder().decode(kept));
    }

    private static JsonNode read(byte[] content) {
        try {
            return StrictJson.tree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TrailJson() {}
}
