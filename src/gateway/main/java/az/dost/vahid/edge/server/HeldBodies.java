package az.dost.vahid.edge.server;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How many bytes of bodies are held in memory before anybody has judged them, of all requests together. The first 4 KiB
 * of each are free: most lookups need no more. When there is no room, the gateway hangs up on whom it has waited for
 * longest, never on one whose body has come.
 */
final class HeldBodies {
    private static final int FREE = 4 * 1024;
    private final long most;
    private final Set<Share> waiting = new LinkedHashSet<>();
    private long held;

    /** @param most bytes, beside what is free */
    HeldBodies(long most) {
        this.most = most;
    }

    synchronized long held() {
        return held;
    }

    /** @param hangUp ends the wait for a body */
    Share share(Runnable hangUp) {
        return new Share(hangUp);
    }

    private synchronized boolean grow(Share share, long size) {
        long more = Math.max(0, size - FREE) - share.bytes;
        if (share.ended || more <= 0) {
            return !share.ended;
        }
        share.bytes += more;
        held += more;
        waiting.add(share);
        return true;
    }

    private synchronized List<Share> givenUp() {
        List<Share> given = new ArrayList<>();
        for (Iterator<Share> oldest = waiting.iterator(); held > most && oldest.hasNext(); ) {
            Share share = oldest.next();
            oldest.remove();
            release(share);
            given.add(share);
        }
        return given;
    }

    private synchronized boolean full() {
        return held > most;
    }

    private synchronized void release(Share share) {
        share.ended = true;
        waiting.remove(share);
        held -= share.bytes;
        share.bytes = 0;
    }

    private synchronized void stay(Share share) {
        waiting.remove(share);
    }

    /** What one request holds. */
    final class Share {
        private final Runnable hangUp;
        private long bytes;
        private boolean ended;

        private Share(Runnable hangUp) {
            this.hangUp = hangUp;
        }

        /** Whether there is room for a body that has grown to so many bytes; if not, its share has ended. */
        boolean grow(long size) {
            if (!HeldBodies.this.grow(this, size)) {
                return false;
            }
            if (full()) {
                List<Share> others = givenUp();
                others.remove(this);
                others.forEach(other -> other.hangUp.run());
            }
            if (full()) {
                end();
            }
            return !ended();
        }

        private boolean ended() {
            synchronized (HeldBodies.this) {
                return ended;
            }
        }

        /** It has come, and is not given up any more. */
        void come() {
            stay(this);
        }

        void end() {
            release(this);
        }
    }
}
