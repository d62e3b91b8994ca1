package az.dost.vahid.offers;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * An offer, and where it stands.
 *
 * @param person keyed hash of whose right it is
 * @param about keyed hash of the person of the event
 * @param awardedBy the agency that decides and pays
 * @param until until when it can be accepted, or is to be answered once it is accepted
 * @param sealed its text, a compact JWS, encrypted
 * @param reason why it was withdrawn or refused; null otherwise
 * @param step entry of the chain that tells of the state
 */
record Offer(
        UUID id,
        UUID intent,
        String right,
        String person,
        String about,
        String awardedBy,
        Instant until,
        byte[] sealed,
        State state,
        String reason,
        UUID step) {
    /** What can become of an offer. */
    enum State {
        OFFERED,
        ACCEPTED,
        DECLINED,
        /** A death, a correction or a later fact took a condition away. */
        WITHDRAWN,
        /** Nobody accepted it in time. */
        EXPIRED,
        AWARDED,
        REFUSED,
        /** Whoever awards has not answered in time, and still may. */
        OVERDUE;

        /**
         * Whether its person wants it and nobody has answered yet: another that it excludes cannot be accepted then.
         * What he draws already he may leave for another one: that is for whoever awards to see.
         */
        boolean chosen() {
            return this == ACCEPTED || this == OVERDUE;
        }

        /** What may follow. */
        Set<State> next() {
            return switch (this) {
                case OFFERED -> Set.of(ACCEPTED, DECLINED, WITHDRAWN, EXPIRED);
                case ACCEPTED -> Set.of(AWARDED, REFUSED, OVERDUE, WITHDRAWN);
                case OVERDUE -> Set.of(AWARDED, REFUSED, WITHDRAWN);
                default -> Set.of();
            };
        }
    }

    /** Whether its time is over. */
    boolean over() {
        return until.isBefore(Instant.now());
    }

    /** The same after a step. */
    Offer after(State next, String why, Instant end, UUID told) {
        return new Offer(id, intent, right, person, about, awardedBy, end, sealed, next, why, told);
    }

    @Override
    public String toString() {
        return "Offer " + id;
    }
}
