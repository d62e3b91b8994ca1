package az.dost.vahid.agency;

import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Context;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.RequestOptions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.component.vertx.http.VertxHttpComponent;
import org.apache.camel.component.vertx.http.VertxHttpConfiguration;
import org.apache.camel.component.vertx.http.VertxHttpEndpoint;
import org.apache.camel.component.vertx.http.VertxHttpEndpointConfigurer;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.support.DefaultAsyncProducer;

/**
 * Camel's vertx-http, its address and options, but each request is an {@link HttpCall}: an exchange goes on in the event loop that
 * its reply came in on, where the component itself wakes a worker thread for each (decision 81). So nothing after it may wait in
 * its thread. A request that begins in an event loop goes out over a connection of that loop, so no other is woken.
 */
public final class EventLoopHttp extends VertxHttpComponent {
    /** Scheme of its endpoints. */
    public static final String SCHEME = "agency-http";

    EventLoopHttp(int loops) {
        setVertxOptions(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(loops));
    }

    /** Two for three processors: what is read and proven in them is somewhat more than half of a lookup, the callers' threads do the rest. */
    private static int number() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() * 2 / 3);
    }

    /** The context's own, added when it has none yet. */
    public static EventLoopHttp in(CamelContext context) {
        if (context.hasComponent(SCHEME) == null) {
            context.addComponent(SCHEME, new EventLoopHttp(number()));
        }
        return context.getComponent(SCHEME, EventLoopHttp.class);
    }

    /** There once it is started. */
    Iterable<EventExecutor> loops() {
        return getVertx().nettyEventLoopGroup();
    }

    /** Runs tasks in an event loop, the same one for all that a thread gives it. */
    public ExecutorService executor() {
        return new EventLoopExecutor(this::getVertx);
    }

    /** Camel finds it by the scheme. */
    @Override
    public PropertyConfigurer getEndpointPropertyConfigurer() {
        return new VertxHttpEndpointConfigurer();
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        VertxHttpEndpoint configured = (VertxHttpEndpoint) super.createEndpoint(uri, remaining, parameters);
        if (configured.getConfiguration().getWebClientOptions() == null) {
            throw new IllegalArgumentException("Give " + SCHEME + " webClientOptions: each event loop's client is made of them");
        }
        return new HttpEndpoint(uri, this, configured.getConfiguration());
    }

    private static final class HttpEndpoint extends VertxHttpEndpoint {
        private final Map<Thread, HttpClient> clients = new ConcurrentHashMap<>();

        HttpEndpoint(String uri, VertxHttpComponent component, VertxHttpConfiguration configuration) {
            super(uri, component, configuration);
        }

        @Override
        public Producer createProducer() {
            return new HttpProducer(this);
        }

        private void send(HttpCall call, RequestOptions target) {
            if (Context.isOnEventLoopThread()) {
                call.send(clients.computeIfAbsent(Thread.currentThread(), loop -> getVertx().createHttpClient(getConfiguration().getWebClientOptions())),
                        target);
            } else {
                // Elsewhere an answer could be there before anybody listens.
                getVertx().runOnContext(nothing -> send(call, target));
            }
        }

        /** Nothing: the web client that would be made here asks nobody. */
        @Override
        protected void doStart() {
        }

        @Override
        protected void doStop() throws Exception {
            super.doStop();
            clients.values().forEach(HttpClient::close);
            clients.clear();
        }
    }

    private static final class HttpProducer extends DefaultAsyncProducer {
        private final HttpEndpoint endpoint;
        private final RequestOptions own;

        HttpProducer(HttpEndpoint endpoint) {
            super(endpoint);
            this.endpoint = endpoint;
            this.own = new RequestOptions().setAbsoluteURI(endpoint.getConfiguration().getHttpUri().toString());
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            String other = exchange.getMessage().getHeader(Exchange.HTTP_URI, String.class);
            endpoint.send(new HttpCall(exchange, callback, endpoint.getConfiguration().getHeaderFilterStrategy()),
                    other == null ? new RequestOptions(own) : new RequestOptions().setAbsoluteURI(other));
            return false;
        }
    }
}
