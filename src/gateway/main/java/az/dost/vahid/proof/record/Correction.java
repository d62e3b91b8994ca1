package az.dost.vahid.proof.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A citizen's request to correct a fact, and what became of it.
 *
 * @param agency that owns the fact
 * @param content what was asked, JSON; null when its time is over
 * @param steps in their order, the first when it was received
 */
public record Correction(UUID id, String person, String agency, byte[] content, List<Step> steps) {
    /** What can become of one. */
    public enum State {
        /** Kept; the agency does not know of it yet. */
        RECEIVED,
        /** With the agency. */
        SENT,
        /** The agency looks into it. */
        IN_REVIEW,
        /** The agency corrected the fact. */
        ACCEPTED,
        /** The agency did not, and says why. */
        REJECTED;

        /** Whether nothing can follow. */
        public boolean last() {
            return this == ACCEPTED || this == REJECTED;
        }
    }

    /** @param content what the agency said, JSON; null when it said nothing or its time is over */
    public record Step(State state, Instant at, byte[] content) {}

    public State state() {
        return steps.get(steps.size() - 1).state();
    }
}
