package az.dost.vahid.broker;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.TemporaryQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.apache.activemq.artemis.api.jms.management.JMSManagementHelper;

/** Asks Artemis by a message whether it keeps messages on its disk; the answer is what it lacks. */
final class KeptMessages implements Callable<List<String>> {
    static final String FORBIDDEN = "the gateway's user may not ask whether messages are kept on the disk; src/docs/broker.properties has the right that it needs";
    private static final String MANAGEMENT = "activemq.management";
    private static final long ANSWER_MS = 5_000;
    private static final Map<String, String> ATTRIBUTES = Map.of(
            "persistenceEnabled", "persistence-enabled is false: all messages are lost when it stops",
            "journalSyncTransactional", "journal-sync-transactional is false: messages may be lost when its machine stops",
            "journalSyncNonTransactional", "journal-sync-non-transactional is false: messages may be lost when its machine stops");
    private final ConnectionFactory broker;

    KeptMessages(ConnectionFactory broker) {
        this.broker = broker;
    }

    /** @throws Exception when it does not answer */
    @Override
    public List<String> call() throws Exception {
        List<String> lacking = new ArrayList<>();
        try (JMSContext context = broker.createContext()) {
            TemporaryQueue answers = context.createTemporaryQueue();
            try (JMSConsumer consumer = context.createConsumer(answers)) {
                for (Map.Entry<String, String> attribute : ATTRIBUTES.entrySet()) {
                    Message question = context.createMessage();
                    JMSManagementHelper.putAttribute(question, ResourceNames.BROKER, attribute.getKey());
                    question.setJMSReplyTo(answers);
                    context.createProducer().send(context.createQueue(MANAGEMENT), question);
                    Message answer = consumer.receive(ANSWER_MS);
                    if (answer == null) {
                        throw new JMSException("No answer");
                    }
                    if (!JMSManagementHelper.hasOperationSucceeded(answer)) {
                        return List.of(FORBIDDEN);
                    }
                    if (Boolean.FALSE.equals(JMSManagementHelper.getResult(answer, Boolean.class))) {
                        lacking.add(attribute.getValue());
                    }
                }
            }
        } catch (JMSSecurityRuntimeException e) {
            return List.of(FORBIDDEN);
        }
        lacking.sort(String::compareTo);
        return lacking;
    }
}
