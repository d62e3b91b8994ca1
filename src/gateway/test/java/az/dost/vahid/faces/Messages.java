package az.dost.vahid.faces;

import az.dost.vahid.whole.RunningVahid;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.util.UUID;

/** A requester on the broker, with a queue of its own for answers. */
final class Messages implements AutoCloseable {
    static final String REQUESTS = "vahid.lookup";
    static final String DEAD = "vahid.lookup.dead";
    private static final long WAIT_MS = 30_000;
    private final JMSContext context =
            RunningVahid.get().bean(ConnectionFactory.class).createContext();
    private final Queue answers = context.createQueue("requester.dost-centre-1." + UUID.randomUUID());

    /** A request that is right but for its text. */
    TextMessage request(String text) throws JMSException {
        TextMessage message = context.createTextMessage(text);
        message.setJMSReplyTo(answers);
        message.setStringProperty("Authorization", Gateway.BEARER);
        return message;
    }

    JMSContext context() {
        return context;
    }

    <M extends Message> M send(M message) {
        context.createProducer().send(context.createQueue(REQUESTS), message);
        return message;
    }

    TextMessage ask(String text) throws JMSException {
        send(request(text));
        return answer();
    }

    TextMessage answer() {
        return (TextMessage) receive(answers, null, WAIT_MS);
    }

    boolean answeredWithin(long ms) {
        return receive(answers, null, ms) != null;
    }

    /** The next dead letter, taken off its queue. */
    TextMessage dead() {
        return (TextMessage) receive(context.createQueue(DEAD), null, WAIT_MS);
    }

    boolean deadWithin(long ms) {
        return receive(context.createQueue(DEAD), null, ms) != null;
    }

    /** Puts a dead letter back, as an operator does with the broker's own tools. */
    void replay(TextMessage letter) throws JMSException {
        send(letter);
    }

    void clear() {
        while (deadWithin(50)) {
            Thread.onSpinWait();
        }
    }

    private Message receive(Queue queue, String selector, long ms) {
        try (var consumer = context.createConsumer(queue, selector)) {
            return consumer.receive(ms);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
