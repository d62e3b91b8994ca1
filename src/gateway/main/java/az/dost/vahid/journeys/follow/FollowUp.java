package az.dost.vahid.journeys.follow;

import java.time.Instant;
import java.util.UUID;

/**
 * A dossier whose silent sources are asked again.
 *
 * @param dossier the one that is followed
 * @param latest the one that completes it best until now; at first itself
 * @param channel id of the requester's subscription that brings the outcome; {@link #NO_CHANNEL} where somebody looks
 *     himself
 * @param attempts how often sources were asked
 * @param code of the problem for which it was refused, or why its last turn did not do; null otherwise
 * @param ends how often its end was tried
 * @param over whether its time was over when it was read
 */
record FollowUp(
        UUID dossier,
        UUID latest,
        String requester,
        String channel,
        Instant until,
        Instant nextAt,
        int attempts,
        State state,
        String code,
        int ends,
        boolean over) {
    static final String NO_CHANNEL = "";

    enum State {
        WAITING,
        /** Every source has answered. */
        COMPLETED,
        /** The time is over; what there is was given. */
        ENDED,
        /** The lookup is no longer granted; nothing was given but that. */
        REFUSED,
        /** The requester did not want it any more. */
        STOPPED,
        /** Its end could not be told, however often that was tried; an operator has a dead letter. */
        FAILED
    }

    @Override
    public String toString() {
        return "Follow-up of " + dossier;
    }
}
