package az.dost.vahid.journeys.event;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What one subscriber has seen: it takes each idempotency key once, and minds the order of each citizen's events. The
 * publisher's ids are {@code <citizen>-<number>}, the numbers from 0.
 */
final class Ledger {
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> next = new ConcurrentHashMap<>();
    final AtomicInteger taken = new AtomicInteger();
    final AtomicInteger repeated = new AtomicInteger();
    /** Events that came before an earlier one of their citizen, after a later one, or under a second key. */
    final List<String> wrong = new CopyOnWriteArrayList<>();

    void take(String key, String id) {
        if (!keys.add(key)) {
            repeated.incrementAndGet();
            return;
        }
        String[] parts = id.split("-");
        int number = Integer.parseInt(parts[1]);
        next.compute(parts[0], (citizen, expected) -> {
            if (number != (expected == null ? 0 : expected)) {
                wrong.add(id + " instead of number " + expected);
            }
            return number + 1;
        });
        taken.incrementAndGet();
    }
}
