package az.dost.vahid.journeys.event;

import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the relay could not hand over it hands over at its next turn: one line, no trace. */
final class RelayFaults implements ExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RelayFaults.class);

    @Override
    public void handleException(Throwable exception) {
        handleException(null, null, exception);
    }

    @Override
    public void handleException(String message, Throwable exception) {
        handleException(message, null, exception);
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
        if (exchange != null) {
            // A turn that failed is followed by a pause, however much is waiting.
            exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, false);
        }
        LOG.warn(
                "Events wait for the broker or the database and will be sent: {}",
                exception.getClass().getSimpleName());
    }
}
