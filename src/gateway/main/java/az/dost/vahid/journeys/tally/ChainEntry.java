package az.dost.vahid.journeys.tally;

import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * One entry of the audit chain.
 *
 * @param json missing where it is not what was written: then nothing is counted of it
 */
public record ChainEntry(long sequence, UUID id, JsonNode json) {
    /** Of a lookup, when it was asked; of an act, when it was done. */
    public Instant at() {
        return RecordId.time(id);
    }

    /** When that began whose id it names. */
    Instant begun(String member) {
        return RecordId.time(UUID.fromString(text(member)));
    }

    public boolean is(String kind) {
        return text("kind").equals(kind);
    }

    /** Empty where there is none. */
    public String text(String member) {
        return json.path(member).asText("");
    }
}
