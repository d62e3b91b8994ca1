package az.dost.vahid.journeys.event;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.security.interfaces.ECPrivateKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A subscriber that takes its events from a queue, a hundred in a transaction, and comes back when the broker was away.
 */
final class QueueSubscriber implements AutoCloseable {
    private static final int BATCH = 100;
    private static final long PATIENCE_MS = 200;
    final Ledger ledger = new Ledger();
    /** Events in two messages: a broker gives one message again after a crash, but never under another id. */
    final List<String> passedOnTwice = new CopyOnWriteArrayList<>();

    private final Map<String, String> messages = new ConcurrentHashMap<>();
    private final ConnectionFactory connections;
    private final String queue;
    private final ECPrivateKey key;
    private final Thread thread = new Thread(this::run, "queue-subscriber");
    private volatile boolean ended;

    QueueSubscriber(ConnectionFactory connections, String queue, ECPrivateKey key) {
        this.connections = connections;
        this.queue = queue;
        this.key = key;
        thread.start();
    }

    private void run() {
        while (!ended) {
            try (JMSContext context = connections.createContext(JMSContext.SESSION_TRANSACTED)) {
                JMSConsumer consumer = context.createConsumer(context.createQueue(queue));
                while (!ended) {
                    takeSome(context, consumer);
                }
            } catch (JMSRuntimeException e) {
                pause();
            } catch (Exception e) {
                ledger.wrong.add("a message that cannot be read: " + e);
                return;
            }
        }
    }

    private void takeSome(JMSContext context, JMSConsumer consumer) throws Exception {
        int count = 0;
        Message message = consumer.receive(PATIENCE_MS);
        for (; message != null; message = ++count < BATCH ? consumer.receiveNoWait() : null) {
            JWEObject jwe = JWEObject.parse(((TextMessage) message).getText());
            jwe.decrypt(new ECDHDecrypter(key));
            String id = Publisher.JSON
                    .readTree(jwe.getPayload().toBytes())
                    .path("id")
                    .textValue();
            String first = messages.putIfAbsent(id, message.getJMSMessageID());
            if (first != null && !first.equals(message.getJMSMessageID())) {
                passedOnTwice.add(id);
            }
            ledger.take(message.getStringProperty("VahidIdempotencyKey"), id);
        }
        // Whether or not this gets through: what is given again is known again.
        context.commit();
    }

    private static void pause() {
        try {
            Thread.sleep(PATIENCE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        thread.join();
    }
}
