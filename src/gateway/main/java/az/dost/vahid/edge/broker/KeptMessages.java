package az.dost.vahid.edge.broker;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSSecurityRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.activemq.artemis.api.core.management.ResourceNames;

/** Asks Artemis by a message whether it keeps messages on its disk; the answer is what it lacks. */
final class KeptMessages implements Callable<List<String>> {
    static final String FORBIDDEN =
            "the gateway's user may not ask whether messages are kept on the disk; src/docs/broker.properties has the right that it needs";
    private static final Map<String, String> ATTRIBUTES = Map.of(
            "persistenceEnabled", "persistence-enabled is false: all messages are lost when it stops",
            "journalSyncTransactional",
                    "journal-sync-transactional is false: messages may be lost when its machine stops",
            "journalSyncNonTransactional",
                    "journal-sync-non-transactional is false: messages may be lost when its machine stops");
    private final ConnectionFactory broker;

    KeptMessages(ConnectionFactory broker) {
        this.broker = broker;
    }

    /** @throws Exception when it does not answer */
    @Override
    public List<String> call() throws Exception {
        List<String> lacking = new ArrayList<>();
        try (BrokerQuestions questions = new BrokerQuestions(broker)) {
            for (Map.Entry<String, String> attribute : ATTRIBUTES.entrySet()) {
                Optional<Boolean> kept = questions.ask(ResourceNames.BROKER, attribute.getKey(), Boolean.class);
                if (kept.isEmpty()) {
                    return List.of(FORBIDDEN);
                }
                if (!kept.get()) {
                    lacking.add(attribute.getValue());
                }
            }
        } catch (JMSSecurityRuntimeException e) {
            return List.of(FORBIDDEN);
        }
        lacking.sort(String::compareTo);
        return lacking;
    }
}
