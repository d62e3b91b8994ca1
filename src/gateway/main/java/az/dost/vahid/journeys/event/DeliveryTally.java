package az.dost.vahid.journeys.event;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.camel.Exchange;

/**
 * Counts what came of deliveries, by subscription: made, tried again, laid aside. What they were about is not in it.
 */
public final class DeliveryTally {
    private final MeterRegistry meters;

    DeliveryTally(MeterRegistry meters) {
        this.meters = meters;
    }

    /** The subscriber has the event. */
    public void made(Exchange exchange) {
        count(exchange, "made");
    }

    /** It failed, and is tried again. */
    void again(Exchange exchange) {
        count(exchange, "again");
    }

    /** It is not tried again. */
    void laidAside(Exchange exchange) {
        count(exchange, "laid-aside");
    }

    private void count(Exchange exchange, String outcome) {
        String subscription = exchange.getProperty(Delivery.SUBSCRIPTION, String.class);
        if (subscription != null) {
            meters.counter("vahid.event.deliveries", "subscription", subscription, "outcome", outcome)
                    .increment();
        }
    }
}
