package az.dost.vahid.journeys.admission;

import az.dost.vahid.edge.access.Operator;
import az.dost.vahid.proof.record.body.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What an operator would release of an application.
 *
 * @param content JSON, as {@link Admitted} has it
 * @param confirmedBy for people; null until another operator has confirmed it
 */
record Proposal(UUID id, UUID application, Operator by, String content, String because, String confirmedBy) {
    private static final Duration KEPT = Duration.ofDays(7);

    Object[] row() {
        return new Object[] {id, application, by.requester(), by.official(), content, because};
    }

    Object[] confirmation(String who) {
        return new Object[] {id, "confirmed", who};
    }

    /** Whether another one is of the same operator, and would do the same for the same reason. */
    boolean says(Proposal other) {
        return application.equals(other.application)
                && by.equals(other.by)
                && content.equals(other.content)
                && because.equals(other.because);
    }

    Instant expires() {
        return RecordId.time(id).plus(KEPT);
    }

    /** Ids of those that nobody confirmed in time are less than this one. */
    static UUID oldest(Instant now) {
        return RecordId.at(now.minus(KEPT).toEpochMilli());
    }
}
