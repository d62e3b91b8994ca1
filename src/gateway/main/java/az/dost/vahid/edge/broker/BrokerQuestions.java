package az.dost.vahid.edge.broker;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TemporaryQueue;
import java.util.Optional;
import org.apache.activemq.artemis.api.jms.management.JMSManagementHelper;

/** Asks Artemis about itself, by messages; needs the right to manage. One after the other, by one thread. */
final class BrokerQuestions implements AutoCloseable {
    private static final String MANAGEMENT = "activemq.management";
    private static final long ANSWER_MS = 5_000;
    private final JMSContext context;
    private final TemporaryQueue answers;
    private final JMSConsumer consumer;

    /** @throws jakarta.jms.JMSRuntimeException when the broker is away, or lets nobody ask */
    BrokerQuestions(ConnectionFactory broker) {
        context = broker.createContext();
        answers = context.createTemporaryQueue();
        consumer = context.createConsumer(answers);
    }

    /**
     * What an attribute is; empty when there is no such resource, or the gateway's user may not ask.
     *
     * @throws JMSException when it does not answer
     */
    <T> Optional<T> ask(String resource, String attribute, Class<T> type) throws Exception {
        Message question = context.createMessage();
        JMSManagementHelper.putAttribute(question, resource, attribute);
        return answer(question, type);
    }

    /**
     * What an operation without arguments says; empty as for an attribute.
     *
     * @throws JMSException when it does not answer
     */
    Optional<String> list(String resource, String operation) throws Exception {
        Message question = context.createMessage();
        JMSManagementHelper.putOperationInvocation(question, resource, operation);
        return answer(question, String.class);
    }

    private <T> Optional<T> answer(Message question, Class<T> type) throws Exception {
        question.setJMSReplyTo(answers);
        context.createProducer().send(context.createQueue(MANAGEMENT), question);
        Message answer = consumer.receive(ANSWER_MS);
        if (answer == null) {
            throw new JMSException("No answer");
        }
        return JMSManagementHelper.hasOperationSucceeded(answer)
                ? Optional.ofNullable(type.cast(JMSManagementHelper.getResult(answer, type)))
                : Optional.empty();
    }

    @Override
    public void close() {
        consumer.close();
        context.close();
    }
}
