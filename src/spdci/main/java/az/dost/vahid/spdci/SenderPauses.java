package az.dost.vahid.spdci;

import az.dost.vahid.journeys.event.RetryRule;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Senders that could not be reached are left alone for a while, so that one that hangs holds up no other. Each gateway
 * finds out by itself.
 */
final class SenderPauses {
    private final Map<String, Pause> pauses = new ConcurrentHashMap<>();
    private final RetryRule rule;

    private record Pause(int failed, long until) {}

    /** @param rule how long, by how often in a row */
    SenderPauses(RetryRule rule) {
        this.rule = rule;
    }

    /** Milliseconds for which it is still left alone; 0 where it may be called. */
    long left(String sender) {
        Pause pause = pauses.get(sender);
        return pause == null ? 0 : Math.max(0, TimeUnit.NANOSECONDS.toMillis(pause.until() - System.nanoTime()));
    }

    void failed(String sender) {
        pauses.compute(sender, (id, pause) -> {
            int failed = pause == null ? 1 : pause.failed() + 1;
            return new Pause(failed, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(rule.pause(failed)));
        });
    }

    void reached(String sender) {
        pauses.remove(sender);
    }
}
