package az.dost.vahid.sources.agency.transport;

import az.dost.vahid.sources.agency.call.Conversation;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.http.base.HttpHeaderFilterStrategy;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.util.UnsafeUriCharactersEncoder;

/**
 * HTTP requests by Vert.x, {@code agency-http:https://host/path?clientOptions=#ref}. Each is an {@link HttpCall}: an
 * exchange goes on in the event loop that its reply came in on, and no worker thread is woken for it (decisions 81 and
 * 101). So nothing after it may wait in its thread. A request that begins in an event loop goes out over a connection
 * of that loop, so no other is woken. Camel makes it by its name, and Camel's tools read what it takes in
 * {@code agency-http.json}, both below {@code META-INF}.
 */
public final class EventLoopHttp extends DefaultComponent {
    /** Scheme of its endpoints. */
    public static final String SCHEME = "agency-http";
    /** The one option: the {@link HttpClientOptions} of each event loop's client, in the registry. */
    static final String OPTIONS = "clientOptions";

    private final HeaderFilterStrategy filter = filter();
    private final VertxOptions options;
    private volatile Vertx vertx;
    private volatile LongReplies longReplies;

    /** Camel makes it so, once there is an address with its scheme. */
    public EventLoopHttp() {
        this(number());
    }

    EventLoopHttp(int loops) {
        options = new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(loops);
    }

    private static HeaderFilterStrategy filter() {
        HttpHeaderFilterStrategy filter = new HttpHeaderFilterStrategy();
        // A question that a cache could answer says that none may.
        filter.getOutFilter().remove("cache-control");
        return filter;
    }

    /**
     * Two for three processors: what is read and proven in them is somewhat more than half of a lookup, the callers'
     * threads do the rest.
     */
    private static int number() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() * 2 / 3);
    }

    /** The context's own. */
    public static EventLoopHttp in(CamelContext context) {
        return context.getComponent(SCHEME, EventLoopHttp.class);
    }

    /** There once it is started. */
    @SuppressWarnings("deprecation") // Vert.x 5 has another way to it.
    Iterable<EventExecutor> loops() {
        return vertx.nettyEventLoopGroup();
    }

    /** Runs tasks in an event loop, the same one for all that a thread gives it. */
    public ExecutorService executor() {
        return new EventLoopExecutor(() -> vertx);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        HttpClientOptions client = resolveAndRemoveReferenceParameter(parameters, OPTIONS, HttpClientOptions.class);
        if (client == null) {
            throw new IllegalArgumentException(
                    "Give " + SCHEME + " " + OPTIONS + ": each event loop's client is made of them");
        }
        return new HttpEndpoint(
                uri,
                this,
                new RequestOptions().setAbsoluteURI(UnsafeUriCharactersEncoder.encodeHttpURI(remaining)),
                client);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        vertx = Vertx.vertx(options);
        longReplies = LongReplies.in(getCamelContext(), this);
    }

    @Override
    protected void doStop() throws Exception {
        // Camel stops what it made for an address even if it never started it.
        if (vertx != null) {
            vertx.close();
        }
        super.doStop();
    }

    private static final class HttpEndpoint extends DefaultEndpoint {
        private final Map<Thread, HttpClient> clients = new ConcurrentHashMap<>();
        private final EventLoopHttp http;
        private final RequestOptions address;
        /** Path before that of a call. */
        private final String base;

        private final HttpClientOptions client;

        HttpEndpoint(String uri, EventLoopHttp http, RequestOptions address, HttpClientOptions client) {
            super(uri, http);
            this.http = http;
            this.address = address;
            this.base = address.getURI().replaceFirst("/$", "");
            this.client = client;
        }

        @Override
        public Producer createProducer() {
            return new HttpProducer(this);
        }

        @Override
        public Consumer createConsumer(Processor processor) {
            throw new UnsupportedOperationException(SCHEME + " only asks");
        }

        private void send(HttpCall call, RequestOptions target) {
            if (Context.isOnEventLoopThread()) {
                call.send(clients.computeIfAbsent(Thread.currentThread(), loop -> client()), target);
            } else {
                // Elsewhere an answer could be there before anybody listens.
                http.vertx.runOnContext(nothing -> send(call, target));
            }
        }

        /**
         * What is wrong with a connection its calls are told; Vert.x would log it, with whatever of an address the
         * agency repeats.
         */
        private HttpClient client() {
            return http.vertx
                    .httpClientBuilder()
                    .with(client)
                    .with(client.getPoolOptions())
                    .withConnectHandler(connection -> connection.exceptionHandler(told -> {}))
                    .build();
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

        HttpProducer(HttpEndpoint endpoint) {
            super(endpoint);
            this.endpoint = endpoint;
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            endpoint.send(
                    new HttpCall(exchange, callback, endpoint.http.filter, endpoint.http.longReplies),
                    target(Conversation.of(exchange)));
            return false;
        }

        /** What one request goes to stays in its conversation: an endpoint is shown, and kept, by its URI. */
        private RequestOptions target(Conversation conversation) {
            RequestOptions target = new RequestOptions(endpoint.address);
            if (conversation == null || conversation.pollAt == null && conversation.address == null) {
                return target;
            }
            URI promised = conversation.pollAt;
            return target.setURI(
                    promised == null
                            ? endpoint.base + conversation.address
                            : promised.getRawPath()
                                    + (promised.getRawQuery() == null ? "" : "?" + promised.getRawQuery()));
        }
    }
}
