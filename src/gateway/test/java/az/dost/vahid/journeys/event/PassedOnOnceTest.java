package az.dost.vahid.journeys.event;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.ConnectionFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/**
 * Taking a message and sending another are one transaction of the broker, without which deliveries to queues would be
 * doubled.
 */
class PassedOnOnceTest {
    private static final String TRANSACTED = "?transacted=true&lazyCreateTransactionManager=false";

    @Test
    void what_a_failed_turn_had_sent_is_not_there() throws Exception {
        RunningEvents gateway = RunningEvents.get();
        gateway.context.getBean(CamelContext.class).addRoutes(new RouteBuilder() {
            private final AtomicBoolean failed = new AtomicBoolean();

            @Override
            public void configure() {
                from("jms:queue:passed.in" + TRANSACTED)
                        .routeId("passed-on")
                        .errorHandler(noErrorHandler())
                        .removeHeaders("*")
                        .to("jms:queue:passed.out" + TRANSACTED + "&exchangePattern=InOnly")
                        .process(exchange -> {
                            if (failed.compareAndSet(false, true)) {
                                throw new IllegalStateException("The first turn fails after it has sent");
                            }
                        });
            }
        });
        try (var broker = gateway.context.getBean(ConnectionFactory.class).createContext()) {
            broker.createProducer().send(broker.createQueue("passed.in"), "one");
            var consumer = broker.createConsumer(broker.createQueue("passed.out"));
            assertThat(consumer.receive(20_000)).isNotNull();
            assertThat(consumer.receive(1_000)).isNull();
        }
    }
}
