package az.dost.vahid.edge.broker;

import az.dost.vahid.problem.StartException;
import jakarta.jms.ConnectionFactory;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Whether the broker keeps on its disk what it says to have taken. One that does not stops the start, unless an
 * operator said that it may (decision 133); later, such as after a failover to another broker, it is told. A broker
 * that is away is asked once it is back, and nobody waits for that.
 */
public final class BrokerCheck implements HealthIndicator, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerCheck.class);
    private static final Status WARNING = new Status("WARNING");
    private static final long PATIENCE_MS = 5_000;
    private final KeptMessages question;
    private final long patienceMs;
    private final ExecutorService asking = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "broker-check");
        thread.setDaemon(true);
        return thread;
    });
    private Future<List<String>> asked;
    private volatile List<String> findings = List.of();
    private volatile boolean known;

    BrokerCheck(ConnectionFactory broker) {
        this(broker, PATIENCE_MS);
    }

    /** @param patienceMs how long a start waits for a broker that does not answer */
    BrokerCheck(ConnectionFactory broker, long patienceMs) {
        this.question = new KeptMessages(broker);
        this.patienceMs = patienceMs;
    }

    /**
     * Asks for the first time.
     *
     * @param durable whether a broker that loses messages stops the start
     * @throws StartException naming all that it lacks, in one line
     */
    BrokerCheck begin(boolean durable) {
        look();
        if (durable && !findings.isEmpty() && !findings.contains(KeptMessages.FORBIDDEN)) {
            close();
            throw new StartException(
                    "The broker may lose what it has taken, so this gateway does not join (vahid.broker.durable): "
                            + String.join("; ", findings));
        }
        return this;
    }

    /** Asks again. */
    public synchronized void look() {
        if (asked == null) {
            asked = asking.submit(question);
        }
        try {
            List<String> now = asked.get(patienceMs, TimeUnit.MILLISECONDS);
            asked = null;
            known = true;
            now.stream()
                    .filter(finding -> !findings.contains(finding))
                    .forEach(finding -> LOG.warn("The broker: {}", finding));
            findings = List.copyOf(now);
        } catch (ExecutionException e) {
            // That it is away is told by whoever needs it.
            asked = null;
        } catch (TimeoutException e) {
            LOG.debug("The broker does not answer yet");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    List<String> findings() {
        return findings;
    }

    @Override
    public Health health() {
        return (findings.isEmpty() ? Health.up() : Health.status(WARNING))
                .withDetail("asked", known)
                .withDetail("findings", findings)
                .build();
    }

    @Override
    public void close() {
        asking.shutdownNow();
    }
}
