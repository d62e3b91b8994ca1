package az.dost.vahid.journeys.misuse;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many different things were seen: as many as break the rule are all that must be known. */
final class Variety implements Window {
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
