package az.dost.vahid.credentials;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * One credential of a citizen, from his question to its end.
 *
 * @param person keyed hash of whose it is
 * @param dossier from which it is made; null before the lookup
 * @param expires when it is not valid any more, or will not be; null before the lookup
 * @param code seal of the pre-authorised code; null before the lookup
 * @param pin seal of the transaction code; null before the lookup
 * @param token seal of the access token; null before a wallet redeemed the code
 * @param fetchedUntil until when a wallet may take its next step; null before the lookup
 * @param reason why it is in its state; null for none
 * @param step the entry of the chain that tells of the state
 */
record Credential(
        UUID id,
        String type,
        String person,
        UUID dossier,
        Instant expires,
        byte[] code,
        byte[] pin,
        byte[] token,
        Instant fetchedUntil,
        State state,
        String reason,
        UUID step) {
    enum State {
        /** The citizen has asked, and registers are being asked. */
        ASKED,
        /** Registers do not say what it would prove. */
        UNFOUNDED,
        /** A wallet may redeem its code. */
        OFFERED,
        /** A wallet has redeemed the code, and may fetch it. */
        REDEEMED,
        ISSUED,
        REVOKED,
        /** It was never fetched. */
        CLOSED;

        private Set<State> next() {
            return switch (this) {
                case ASKED -> Set.of(UNFOUNDED, OFFERED);
                case OFFERED -> Set.of(REDEEMED, CLOSED);
                case REDEEMED -> Set.of(ISSUED, CLOSED);
                case ISSUED -> Set.of(REVOKED);
                default -> Set.of();
            };
        }
    }

    /** Whether a step may follow. */
    boolean mayBecome(State other) {
        return state.next().contains(other);
    }

    /** Whether a wallet may still take its next step. */
    boolean open(State in, Instant now) {
        return state == in && now.isBefore(fetchedUntil);
    }

    /** Whether it was given out and is over. */
    boolean expired(Instant now) {
        return state == State.ISSUED && !now.isBefore(expires);
    }

    Credential after(State other, String why, UUID entry) {
        return new Credential(id, type, person, dossier, expires, code, pin, token, fetchedUntil, other, why, entry);
    }

    /** Found, to be fetched by whoever has both codes. */
    Credential offered(UUID from, Instant end, byte[] codeSeal, byte[] pinSeal, Instant until) {
        return new Credential(id, type, person, from, end, codeSeal, pinSeal, null, until, state, reason, step);
    }

    Credential redeemed(byte[] tokenSeal, Instant until) {
        return new Credential(id, type, person, dossier, expires, code, pin, tokenSeal, until, state, reason, step);
    }

    @Override
    public String toString() {
        return "Credential " + id;
    }
}
