package az.dost.vahid.edge.broker;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.ConnectionFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
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
     * @param oldest when the first of them came; null where none waits, or the broker does not say
     */
    public record Backlog(long waiting, Instant oldest) {}

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
                    backlogs.put(
                            queue,
                            new Backlog(
                                    waiting.get().longValue(),
                                    waiting.get().longValue() == 0
                                            ? null
                                            : oldest(questions, queue).orElse(null)));
                }
            }
        } catch (Exception e) {
            LOG.debug("The broker does not tell what waits", e);
        }
        return backlogs;
    }

    /**
     * Those that are being delivered, or wait for their next attempt, are on no list of those that wait; there are few
     * of them.
     */
    private static Optional<Instant> oldest(BrokerQuestions questions, String queue) throws Exception {
        Optional<Number> age = questions.ask(ResourceNames.QUEUE + queue, "firstMessageAge", Number.class);
        if (age.isPresent()) {
            return age.map(ms -> Instant.now().minusMillis(ms.longValue()));
        }
        List<Instant> came = new ArrayList<>();
        for (String operation : List.of("listDeliveringMessagesAsJSON", "listScheduledMessagesAsJSON")) {
            JsonNode messages = Json.mapper()
                    .readTree(questions
                            .list(ResourceNames.QUEUE + queue, operation)
                            .orElse("[]"));
            messages.findValues("timestamp").forEach(time -> came.add(Instant.ofEpochMilli(time.asLong())));
        }
        return came.stream().min(Comparator.naturalOrder());
    }
}
