package az.dost.vahid.spdci;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;

/** Who sent a message that is answered later, and where he is told, by the settings and files of now. */
final class LaterSenders {
    private final Senders senders;
    private final Callbacks callbacks;
    private final SenderPauses pauses;
    private final AccessPolicy access;

    LaterSenders(Senders senders, Callbacks callbacks, SenderPauses pauses, AccessPolicy access) {
        this.senders = senders;
        this.callbacks = callbacks;
        this.pauses = pauses;
        this.access = access;
    }

    /** @throws ProblemException NOT_GRANTED where there is no such sender or requester any more */
    Requester requester(LaterMessage message) {
        if (!senders.are(message.sender(), message.requester())) {
            throw new ProblemException(ProblemCode.NOT_GRANTED, null, "The sender is no more.");
        }
        return access.named(message.requester())
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_GRANTED, null, "The requester is no more."));
    }

    /** Null where it has none. */
    String address(LaterMessage message) {
        return callbacks.of(message);
    }

    /** Whether there is something to tell that was not told. */
    boolean waits(LaterMessage message) {
        return !message.answer().path(LaterMessage.TOLD).asBoolean() && address(message) != null;
    }

    /** Milliseconds until it may be called again; 0 for now. */
    long pause(LaterMessage message) {
        return pauses.left(message.sender());
    }

    void failed(LaterMessage message) {
        pauses.failed(message.sender());
    }

    void reached(LaterMessage message) {
        pauses.reached(message.sender());
    }
}
