package az.dost.vahid.agency;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.component.vertx.http.VertxHttpBinding;
import org.apache.camel.component.vertx.http.VertxHttpComponent;
import org.apache.camel.component.vertx.http.VertxHttpConfiguration;
import org.apache.camel.component.vertx.http.VertxHttpEndpoint;
import org.apache.camel.component.vertx.http.VertxHttpEndpointConfigurer;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.support.DefaultAsyncProducer;

/**
 * Camel's vertx-http, but an exchange goes on in the event loop that its reply came in on: the component itself wakes a worker
 * thread for each reply (decision 81). So nothing after it may wait in its thread. A request that begins in an event loop goes out
 * over a connection of that loop, so no other is woken.
 */
public final class EventLoopHttp extends VertxHttpComponent {
    /** Scheme of its endpoints. */
    public static final String SCHEME = "agency-http";

    EventLoopHttp(int loops) {
        setVertxOptions(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(loops));
    }

    /** Two for three processors: what is read and proven in them is somewhat more than half of a lookup, the callers' threads do the rest. */
    private static int loops() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() * 2 / 3);
    }

    /** The context's own, added when it has none yet. */
    public static EventLoopHttp in(CamelContext context) {
        if (context.hasComponent(SCHEME) == null) {
            context.addComponent(SCHEME, new EventLoopHttp(loops()));
        }
        return context.getComponent(SCHEME, EventLoopHttp.class);
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
        private final Map<Thread, WebClient> clients = new ConcurrentHashMap<>();

        HttpEndpoint(String uri, VertxHttpComponent component, VertxHttpConfiguration configuration) {
            super(uri, component, configuration);
        }

        @Override
        public Producer createProducer() {
            return new HttpProducer(this);
        }

        /** The event loop's own, or the one for threads that are none. */
        @Override
        protected WebClient getWebClient() {
            return Context.isOnEventLoopThread() ? clients.computeIfAbsent(Thread.currentThread(), loop -> client()) : super.getWebClient();
        }

        private WebClient client() {
            return WebClient.create(getVertx(), getConfiguration().getWebClientOptions());
        }

        @Override
        protected void doStop() throws Exception {
            super.doStop();
            clients.values().forEach(WebClient::close);
            clients.clear();
        }
    }

    private static final class HttpProducer extends DefaultAsyncProducer {
        private final VertxHttpEndpoint endpoint;
        private final VertxHttpBinding binding;

        HttpProducer(VertxHttpEndpoint endpoint) {
            super(endpoint);
            this.endpoint = endpoint;
            this.binding = endpoint.getConfiguration().getVertxHttpBinding();
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            try {
                HttpRequest<Buffer> request = binding.prepareHttpRequest(endpoint, exchange);
                byte[] body = exchange.getMessage().getBody(byte[].class);
                Future<HttpResponse<Buffer>> sent = body == null ? request.send() : request.sendBuffer(Buffer.buffer(body));
                sent.onComplete(reply -> take(exchange, reply, callback));
                return false;
            } catch (Exception e) {
                exchange.setException(e);
                callback.done(true);
                return true;
            }
        }

        private void take(Exchange exchange, AsyncResult<HttpResponse<Buffer>> reply, AsyncCallback callback) {
            try {
                binding.handleResponse(endpoint, exchange, reply);
            } catch (Exception e) {
                exchange.setException(e);
            }
            callback.done(false);
        }
    }
}
