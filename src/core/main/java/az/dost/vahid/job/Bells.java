package az.dost.vahid.job;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where there is new work, somebody rings by a name, and whoever waits for that looks at once instead of at its next
 * round. A bell that nobody hears is lost: nothing may wait for one alone.
 */
public final class Bells {
    private final Map<String, Bell> bells = new ConcurrentHashMap<>();
    private volatile long hurriedUntil = System.nanoTime();

    private static final class Bell {
        private final Set<Runnable> woken = ConcurrentHashMap.newKeySet();
        private volatile long rung = System.nanoTime();

        void ring() {
            rung = System.nanoTime();
            woken.forEach(Runnable::run);
        }
    }

    /** @param woken must be quick */
    public void wake(String name, Runnable woken) {
        bell(name).woken.add(woken);
    }

    public void wakeNoMore(String name, Runnable woken) {
        bell(name).woken.remove(woken);
    }

    /** @param name may come from anybody who can log in to the database: one that nobody waits for leaves nothing */
    public void ring(String name) {
        Bell bell = bells.get(name);
        if (bell != null) {
            bell.ring();
        }
    }

    /** How many there are. */
    int known() {
        return bells.size();
    }

    /** Where something may have been missed. */
    public void ringAll() {
        bells.values().forEach(Bell::ring);
    }

    /**
     * Whether there was a ring at or after this moment, of {@link System#nanoTime()}; before the first, since the
     * start.
     */
    public boolean rungSince(String name, long nanos) {
        return bell(name).rung - nanos >= 0;
    }

    /** Somebody may have left work undone without a ring: for so long, whoever waits for one looks often by itself. */
    public void hurry(Duration length) {
        hurriedUntil = System.nanoTime() + length.toNanos();
        ringAll();
    }

    public boolean hurried() {
        return hurriedUntil - System.nanoTime() > 0;
    }

    private Bell bell(String name) {
        return bells.computeIfAbsent(name, key -> new Bell());
    }
}
