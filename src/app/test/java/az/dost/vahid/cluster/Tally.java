package az.dost.vahid.cluster;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What clients saw, counted by its kind. */
final class Tally {
    private static final String GOOD = "good";
    private static final String REFUSED = "refused with Retry-After";
    private final Map<String, LongAdder> kinds = new ConcurrentHashMap<>();
    private volatile String phase = "start";

    /** From now on faults are counted as of this phase. */
    void phase(String name) {
        phase = name;
    }

    /** @return how long a client waits before it asks again, in milliseconds; -1 when it need not ask again */
    long count(HttpResponse<?> answer, String code) {
        if (answer.statusCode() < 300) {
            add(GOOD);
            return -1;
        }
        long after = answer.headers().firstValueAsLong("Retry-After").orElse(-1);
        if ((answer.statusCode() == 503 || answer.statusCode() == 429) && after >= 0) {
            add(REFUSED + " (" + answer.statusCode() + " " + code + ")");
            return Math.min(5_000, 1_000 * after);
        }
        add("fault: " + answer.statusCode() + " " + code + ", " + phase);
        return 500;
    }

    /** An answer that never came whole. */
    void count(IOException fault) {
        add("fault: " + fault.getClass().getSimpleName() + ", " + phase);
    }

    void add(String kind) {
        kinds.computeIfAbsent(kind, name -> new LongAdder()).increment();
    }

    long good() {
        return kinds.getOrDefault(GOOD, new LongAdder()).sum();
    }

    /** Those that no client should see, with their numbers. */
    Map<String, Long> faults() {
        Map<String, Long> faults = new TreeMap<>();
        kinds.forEach((kind, number) -> {
            if (kind.startsWith("fault: ")) {
                faults.put(kind, number.sum());
            }
        });
        return faults;
    }

    @Override
    public String toString() {
        return new TreeMap<>(kinds).toString();
    }
}
