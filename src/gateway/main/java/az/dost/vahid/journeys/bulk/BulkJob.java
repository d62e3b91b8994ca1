package az.dost.vahid.journeys.bulk;

import az.dost.vahid.journeys.lookup.LookupRequest;
import java.time.Instant;
import java.util.UUID;

/**
 * A job as it stands.
 *
 * @param terms a lookup request without its subject
 * @param channel that tells the requester when it is complete; null for none
 * @param digest SHA-256 of terms and file
 * @param subjects rows of the file
 * @param faulty of them, those that nobody is asked about
 * @param endedAt null while it runs
 */
record BulkJob(
        UUID id,
        String requester,
        LookupRequest terms,
        String channel,
        byte[] digest,
        State state,
        int subjects,
        int faulty,
        Instant receivedAt,
        Instant endedAt) {
    enum State {
        /** Kept, and not yet in the audit chain; nothing is done for it. */
        RECEIVED,
        RUNNING,
        COMPLETED,
        CANCELLED,
        /** Its rows or its result cannot be read, however often that was tried; an operator has a dead letter. */
        FAILED
    }

    @Override
    public String toString() {
        return "BulkJob " + id;
    }
}
