package az.dost.vahid.proof.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * What an entry says of a database that was restored to an earlier time.
 *
 * @param kept number of the last root that the record had then; 0 for none
 * @param newest number of the newest root that was kept outside; 0 where none was ahead of the record
 * @param digest of the JWS of the newest one, base64url; null for none
 * @param last number of the last entry that the newest one was signed over; 0 for none
 * @param signedAt when the newest one was signed; null for none
 * @param by who said that it was restored
 * @param because why, in his words
 */
public record RestoreEntry(
        long kept, long newest, String digest, long last, Instant signedAt, String by, String because) {
    /**
     * Of a record whose last root is the newest one that was kept outside: nobody knows whether anything came after it.
     */
    public static RestoreEntry withoutLostRoots(long kept, String by, String because) {
        return new RestoreEntry(kept, 0, null, 0, null, by, because);
    }

    /** Whether roots are lost: they are kept outside, and what they were signed over is not in the record. */
    public boolean lostRoots() {
        return newest > 0;
    }

    /** A sentence for a person, without the place and the time of the entry. */
    public String told() {
        return "the database was restored to an earlier time, said by " + by + ": " + because + ". "
                + (lostRoots()
                        ? roots() + " signed over entries up to " + last + ", the last at " + signedAt
                                + ": those entries are missing or others, and so may be what came after them."
                        : "No root that is kept outside is lost: what was recorded after the entry before this one, and not signed yet, is missing.");
    }

    private String roots() {
        return newest == kept + 1 ? "Root " + newest + " was" : "Roots " + (kept + 1) + " to " + newest + " were";
    }

    ObjectNode put(ObjectNode entry) {
        entry.put("kept", kept);
        if (lostRoots()) {
            entry.put("newest", newest).put("digest", digest).put("last", last).put("signedAt", signedAt.toString());
        }
        return entry.put("by", by).put("because", because);
    }

    /** @param entry of the kind RESTORED */
    public static RestoreEntry of(JsonNode entry) {
        long newest = entry.path("newest").longValue();
        return new RestoreEntry(
                entry.path("kept").longValue(),
                newest,
                entry.path("digest").textValue(),
                entry.path("last").longValue(),
                newest == 0 ? null : Instant.parse(entry.path("signedAt").asText()),
                entry.path("by").asText(),
                entry.path("because").asText());
    }
}
