package az.dost.vahid.journeys.event;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jms.connection.SingleConnectionFactory;

/**
 * A subscription that was away has a backlog. Its consumers come one after the other; the broker gives a message group
 * to the consumer that gets its first message. The first one gets so much ahead that the others had nothing to do, and
 * a backlog was slower than what came live.
 */
class BacklogTest {
    private static final String NAME = "backlog-test";
    private static final int CONSUMERS = 8;
    private static final int CITIZENS = 400;
    private static final int EVENTS = 2000;
    /** A consumer's even part is an eighth. */
    private static final int MOST = EVENTS / 4;

    private final ConnectionFactory broker = ((SingleConnectionFactory)
                    RunningEvents.get().context.getBean(ConnectionFactory.class))
            .getTargetConnectionFactory();
    private final AtomicInteger taken = new AtomicInteger();

    private record Share(int events, Map<String, List<Integer>> numbers) {}

    @Test
    void the_first_consumer_of_a_backlog_leaves_their_part_to_the_others() throws Exception {
        List<JMSContext> contexts = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(CONSUMERS);
        try {
            publish();
            List<Future<Share>> shares = new ArrayList<>();
            for (int number = 0; number < CONSUMERS; number++) {
                JMSContext context = broker.createContext(JMSContext.SESSION_TRANSACTED);
                contexts.add(context);
                JMSConsumer consumer = context.createSharedDurableConsumer(context.createTopic(NAME), NAME);
                // The broker has given it all that it gives ahead before the next one is there.
                Message first = number == 0 ? consumer.receive(20_000) : null;
                shares.add(threads.submit(consume(context, consumer, first)));
            }
            List<Share> all = new ArrayList<>();
            for (Future<Share> share : shares) {
                all.add(share.get(2, TimeUnit.MINUTES));
            }
            assertThat(all.stream().mapToInt(Share::events).sum()).isEqualTo(EVENTS);
            assertThat(all.stream().map(Share::events))
                    .as("events of each consumer")
                    .allMatch(events -> events <= MOST);
            all.forEach(share -> share.numbers()
                    .values()
                    .forEach(numbers ->
                            assertThat(numbers).as("one citizen's events").isSorted()));
        } finally {
            threads.shutdownNow();
            contexts.forEach(JMSContext::close);
            try (JMSContext context = broker.createContext()) {
                context.unsubscribe(NAME);
            }
        }
    }

    /** In the broker's memory alone, so that the test waits for no disk. */
    private void publish() {
        try (JMSContext context = broker.createContext()) {
            Topic topic = context.createTopic(NAME);
            context.createSharedDurableConsumer(topic, NAME).close();
            for (int number = 0; number < EVENTS; number++) {
                String id = UUID.randomUUID().toString();
                context.createProducer()
                        .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
                        .setProperty("JMSXGroupID", String.format("%064d", number % CITIZENS))
                        .setProperty(Notice.DELIVERY, id)
                        .setProperty("number", number)
                        .send(topic, id);
            }
        }
    }

    private Callable<Share> consume(JMSContext context, JMSConsumer consumer, Message first) {
        return () -> {
            Map<String, List<Integer>> numbers = new HashMap<>();
            int events = 0;
            for (Message message = first; taken.get() < EVENTS; message = consumer.receive(200)) {
                if (message != null) {
                    events++;
                    note(message, numbers);
                    Thread.sleep(2);
                    context.commit();
                    taken.incrementAndGet();
                }
            }
            return new Share(events, numbers);
        };
    }

    private static void note(Message message, Map<String, List<Integer>> numbers) throws JMSException {
        numbers.computeIfAbsent(message.getStringProperty("JMSXGroupID"), group -> new ArrayList<>())
                .add(message.getIntProperty("number"));
    }
}
