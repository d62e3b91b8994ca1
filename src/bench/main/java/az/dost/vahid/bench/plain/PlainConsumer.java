package az.dost.vahid.bench.plain;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;

/**
 * What a delivery costs when nothing is kept, looked up, minimised or signed, and no order is: a message of a durable
 * subscription is taken in a transaction, posted to a webhook, and committed.
 */
public final class PlainConsumer {
    public static final String TOPIC = "plain.events";
    private final CloseableHttpClient http;
    private final String webhook;

    private PlainConsumer(String webhook, int consumers) {
        this.webhook = webhook;
        this.http = HttpClients.custom()
                .disableAutomaticRetries()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(consumers)
                        .setMaxConnPerRoute(consumers)
                        .build())
                .build();
    }

    /** The broker's address, the webhook's, how many consumers, and a port that answers once they are there. */
    public static void main(String[] args) throws IOException {
        int consumers = Integer.parseInt(args[2]);
        PlainConsumer plain = new PlainConsumer(args[1], consumers);
        ActiveMQConnectionFactory broker = new ActiveMQConnectionFactory(args[0]);
        for (int number = 0; number < consumers; number++) {
            JMSContext context = broker.createContext(JMSContext.SESSION_TRANSACTED);
            JMSConsumer consumer = context.createSharedDurableConsumer(context.createTopic(TOPIC), "plain");
            new Thread(() -> plain.consume(context, consumer), "consumer-" + number).start();
        }
        try (ServerSocket ready = new ServerSocket(Integer.parseInt(args[3]), 16, InetAddress.getLoopbackAddress())) {
            while (true) {
                ready.accept().close();
            }
        }
    }

    private void consume(JMSContext context, JMSConsumer consumer) {
        while (true) {
            try {
                post(consumer.receive().getBody(String.class));
                context.commit();
            } catch (IOException e) {
                context.rollback();
            } catch (JMSException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void post(String event) throws IOException {
        HttpPost post = new HttpPost(webhook);
        post.setEntity(new StringEntity(event, ContentType.APPLICATION_JSON));
        http.execute(post, response -> {
            if (response.getCode() >= 300) {
                throw new IOException("Status " + response.getCode());
            }
            return null;
        });
    }
}
