package az.dost.vahid.journeys.misuse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The windows of one counting rule, one for each subject; those not used for longest give way when there are too many.
 */
final class Counter {
    private static final int MOST_SUBJECTS = 200_000;
    final Rule rule;
    private final Cache<String, Window> windows;

    Counter(Rule rule) {
        this.rule = rule;
        windows = Caffeine.newBuilder()
                .maximumSize(MOST_SUBJECTS)
                .expireAfterAccess(rule.window())
                .build();
    }

    void add(Sighting seen) {
        if (rule.behaviour().counts(seen.kind())) {
            windows.get(rule.behaviour().subject(seen), subject -> window())
                    .add(rule.behaviour().item(seen), seen.at());
        }
    }

    /** Whether the rule is broken for the subject of this sighting. */
    boolean exceeded(Sighting seen) {
        Window window = windows.getIfPresent(rule.behaviour().subject(seen));
        return window != null && window.exceeded(seen.at());
    }

    private Window window() {
        return rule.behaviour().different()
                ? new Variety(rule.window().toMillis(), rule.moreThan())
                : new Rate(rule.window().toMillis(), rule.moreThan());
    }

    /** How often something happened: the times of the last few are all that must be known. */
    static final class Rate implements Window {
        private final long windowMs;
        private final long[] last;
        private int next;

        Rate(long windowMs, int moreThan) {
            this.windowMs = windowMs;
            last = new long[moreThan + 1];
        }

        @Override
        public synchronized void add(String item, long at) {
            last[next] = at;
            next = (next + 1) % last.length;
        }

        @Override
        public synchronized boolean exceeded(long now) {
            return last[next] != 0 && now - last[next] < windowMs;
        }
    }

    /** How many different things were seen: as many as break the rule are all that must be known. */
    static final class Variety implements Window {
        private final long windowMs;
        private final int moreThan;
        /** By item when it was seen last, the longest ago first. */
        private final Map<String, Long> seen = new LinkedHashMap<>();

        Variety(long windowMs, int moreThan) {
            this.windowMs = windowMs;
            this.moreThan = moreThan;
        }

        @Override
        public synchronized void add(String item, long at) {
            seen.remove(item);
            seen.put(item, at);
            if (seen.size() > moreThan + 1) {
                seen.remove(seen.keySet().iterator().next());
            }
        }

        @Override
        public synchronized boolean exceeded(long now) {
            for (Iterator<Long> times = seen.values().iterator(); times.hasNext() && now - times.next() >= windowMs; ) {
                times.remove();
            }
            return seen.size() > moreThan;
        }
    }
}
