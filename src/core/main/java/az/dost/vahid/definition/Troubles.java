package az.dost.vahid.definition;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * What is wrong with definitions while the gateway runs: each thing a log line once, and a detail of the health, whose
 * status is WARNING then (which is still HTTP 200: all that is right goes on being served).
 */
public final class Troubles implements HealthIndicator {
    public static final Status WARNING = new Status("WARNING");
    private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);
    private final Map<String, List<String>> told = new TreeMap<>();
    private final StandingVersions versions = new StandingVersions();

    /** Which version of each counts. */
    public StandingVersions versions() {
        return versions;
    }

    /** @param name of the definitions; @param findings everything that is wrong with them now */
    public synchronized void tell(String name, List<Finding> findings) {
        List<String> now = findings.stream().map(Finding::toString).toList();
        List<String> before = told.getOrDefault(name, List.of());
        now.stream().filter(one -> !before.contains(one)).forEach(one -> LOG.warn("Wrong in {}: {}", name, one));
        if (now.isEmpty()) {
            if (told.remove(name) != null) {
                LOG.info("Nothing is wrong in {} any more", name);
            }
        } else {
            told.put(name, now);
        }
    }

    /** How many things are wrong now. */
    synchronized int count() {
        return told.values().stream().mapToInt(List::size).sum();
    }

    @Override
    public synchronized Health health() {
        return told.isEmpty()
                ? Health.up().build()
                : Health.status(WARNING).withDetails(Map.copyOf(told)).build();
    }
}
