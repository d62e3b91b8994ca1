package az.dost.vahid.journeys.misuse;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DataAccessException;

/**
 * Broken rules on their way into the database; those of one rule and subject are brought together before they get
 * there. No metric counts them: who may look up a person and see the metrics would learn whether that person is
 * protected.
 */
public final class Hits {
    private static final int MOST = 10_000;
    private final Map<String, BreachCount> waiting = new ConcurrentHashMap<>();
    private final HitRows rows;
    private final MeterRegistry meters;

    Hits(HitRows rows, MeterRegistry meters) {
        this.rows = rows;
        this.meters = meters;
    }

    /** @param service null where the hit is not about one lookup */
    void add(Rule rule, Sighting seen, String service) {
        String subject = rule.behaviour().subject(seen);
        String key = rule.id() + " " + subject;
        if (waiting.size() < MOST || waiting.containsKey(key)) {
            waiting.merge(key, new BreachCount(rule, subject, seen, service, 1, seen.at()), BreachCount::and);
        } else {
            meters.counter("vahid.misuse.lost", "what", "hit").increment();
        }
    }

    /** Writes down what has come since the last turn. */
    public synchronized void keep() {
        List<BreachCount> batch = new ArrayList<>();
        waiting.keySet().forEach(key -> batch.add(waiting.remove(key)));
        try {
            rows.keep(batch);
        } catch (DataAccessException e) {
            batch.forEach(broken -> waiting.merge(
                    broken.rule().id() + " " + broken.subject(), broken, (later, earlier) -> earlier.and(later)));
            throw e;
        }
    }
}
