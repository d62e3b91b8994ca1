package az.dost.vahid.journeys.event;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the durable queue of a subscription whose file was taken away: it would keep every event for nobody. */
final class DurableQueues {
    private static final Logger LOG = LoggerFactory.getLogger(DurableQueues.class);
    private final ConnectionFactory broker;

    DurableQueues(ConnectionFactory broker) {
        this.broker = broker;
    }

    void end(String subscription) {
        try (JMSContext context = broker.createContext()) {
            context.unsubscribe(subscription);
            LOG.info("The subscription {} has ended, and with it what was not delivered", subscription);
        } catch (JMSRuntimeException e) {
            LOG.warn(
                    "The queue of the subscription {}, which has ended, is still there: {}",
                    subscription,
                    e.getErrorCode());
        }
    }
}
