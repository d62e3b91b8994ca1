package az.dost.vahid.presentations;

import az.dost.vahid.proof.record.body.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What an official asks somebody to show, from the question to its end.
 *
 * @param requester id of the official's
 * @param type code of the credential
 * @param claims names of what is to be shown of it; empty where nothing but the credential is
 * @param reason code of the check that failed last; null for none
 * @param shown the claims, sealed; null before
 * @param step the entry of the chain that tells of the state
 */
record Presentation(
        UUID id,
        String requester,
        String official,
        String type,
        List<String> claims,
        State state,
        String reason,
        byte[] shown,
        UUID step) {
    /** Answers that one wallet may try. */
    static final int TRIES = 3;
    /** From the question until the wallet must have answered. */
    static final Duration OPEN_FOR = Duration.ofMinutes(5);
    /** From the question until nothing is known of it but what the audit chain says. */
    static final Duration KEPT_FOR = Duration.ofMinutes(15);

    enum State {
        /** A wallet may answer. */
        OPEN,
        /** A wallet has shown what was asked for, and it holds. */
        SHOWN,
        /** A wallet says that it shows nothing. */
        DECLINED,
        /** As often as a wallet may try, it showed what does not hold. */
        REFUSED
    }

    /** When a wallet may answer no more. */
    Instant until() {
        return RecordId.time(id).plus(OPEN_FOR);
    }

    /** When it is forgotten. */
    Instant keptUntil() {
        return RecordId.time(id).plus(KEPT_FOR);
    }

    /** Whether a wallet may still answer. */
    boolean open(Instant now) {
        return state == State.OPEN && now.isBefore(until());
    }

    Presentation after(State other, String why, byte[] sealed, UUID entry) {
        return new Presentation(id, requester, official, type, claims, other, why, sealed, entry);
    }

    @Override
    public String toString() {
        return "Presentation " + id;
    }
}
