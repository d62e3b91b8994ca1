package az.dost.vahid.journeys.warm;

import az.dost.vahid.sources.agency.transport.EventLoopHttp;
import io.vertx.core.http.HttpClientOptions;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.DefaultExchange;

/**
 * Asks the gateway itself for its public keys: by the client that asks agencies on one side, and the whole way of a
 * request through the server on the other.
 */
final class SelfCall {
    private static final String CLIENT = "warmClient";
    private static final int CONNECT_MS = 1000;
    private static final int IDLE_SECONDS = 5;
    private static final int OK = 200;
    private final CamelContext context;
    private final ProducerTemplate producer;
    private final String address;
    /** Where the plain port is another's, or none, there is nobody to ask. */
    private boolean answered = true;

    /** @param port at which it listens without TLS */
    SelfCall(CamelContext context, ProducerTemplate producer, String host, int port) {
        this.context = context;
        this.producer = producer;
        context.getRegistry()
                .bind(
                        CLIENT,
                        new HttpClientOptions()
                                .setConnectTimeout(CONNECT_MS)
                                .setIdleTimeout(IDLE_SECONDS)
                                .setKeepAliveTimeout(IDLE_SECONDS));
        address = EventLoopHttp.SCHEME + ":http://" + host + ":" + port + "/v1/keys?clientOptions=#" + CLIENT;
    }

    /** Does nothing once there was no answer. */
    void once() {
        if (answered) {
            Exchange exchange = new DefaultExchange(context, ExchangePattern.InOut);
            producer.send(address, exchange);
            answered = exchange.getException() == null
                    && exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class) == OK;
        }
    }

    boolean answered() {
        return answered;
    }
}
