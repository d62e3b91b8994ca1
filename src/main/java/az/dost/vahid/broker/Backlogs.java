package az.dost.vahid.broker;

import jakarta.jms.ConnectionFactory;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What waits in queues of the broker. */
public final class Backlogs {
    private static final Logger LOG = LoggerFactory.getLogger(Backlogs.class);
    private final ConnectionFactory broker;

    Backlogs(ConnectionFactory broker) {
        this.broker = broker;
    }

    /**
     * Of one queue.
     *
     * @param waiting messages, those that are being delivered among them
     * @param oldest  when the first of them came; null where none waits
     */
    public record Backlog(long waiting, Instant oldest) { }

    /** By queue, of those that the broker tells of: none while it is away, or lets the gateway's user not ask. */
    public Map<String, Backlog> of(Collection<String> queues) {
        Map<String, Backlog> backlogs = new HashMap<>();
        if (queues.isEmpty()) {
            return backlogs;
        }
        try (BrokerQuestions questions = new BrokerQuestions(broker)) {
            for (String queue : queues) {
                Optional<Number> waiting = questions.ask(ResourceNames.QUEUE + queue, "messageCount", Number.class);
                if (waiting.isPresent()) {
                    Optional<Number> age = waiting.get().longValue() == 0 ? Optional.empty() : questions.ask(ResourceNames.QUEUE + queue, "firstMessageAge", Number.class);
                    backlogs.put(queue, new Backlog(waiting.get().longValue(), age.map(ms -> Instant.now().minusMillis(ms.longValue())).orElse(null)));
                }
            }
        } catch (Exception e) {
            LOG.debug("The broker does not tell what waits", e);
        }
        return backlogs;
    }
}
