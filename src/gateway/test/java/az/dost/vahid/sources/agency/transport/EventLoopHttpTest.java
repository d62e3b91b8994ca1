package az.dost.vahid.sources.agency.transport;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.http.HttpClientOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.AsyncProcessorConverterHelper;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventLoopHttpTest {
    private static final int LOOPS = 3;
    private static final int CALLERS = 12;
    private static final int CALLS = 300;
    private static final int PATIENCE_SECONDS = 10;
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final EventLoopHttp component = new EventLoopHttp(LOOPS);
    private final ExecutorService agency = Executors.newFixedThreadPool(CALLERS);
    private final CountDownLatch together = new CountDownLatch(CALLERS);
    private HttpServer server;
    private AsyncProcessor producer;

    /** @param connection the client's port, as the agency sees it */
    private record Call(Thread asked, Thread answered, String connection) {
        boolean same() {
            return asked == answered;
        }
    }

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(agency);
        server.createContext("/together", request -> {
            together.countDown();
            try {
                request.sendResponseHeaders(together.await(PATIENCE_SECONDS, TimeUnit.SECONDS) ? 204 : 500, -1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            request.close();
        });
        server.createContext("/", request -> {
            byte[] port = Integer.toString(request.getRemoteAddress().getPort()).getBytes(StandardCharsets.US_ASCII);
            request.sendResponseHeaders(200, port.length);
            try (var out = request.getResponseBody()) {
                out.write(port);
            }
        });
        server.start();
        context.addComponent(EventLoopHttp.SCHEME, component);
        context.getRegistry().bind("client", new HttpClientOptions());
        context.start();
        producer = AsyncProcessorConverterHelper.convert(context.getEndpoint(EventLoopHttp.SCHEME + ":http://127.0.0.1:"
                        + server.getAddress().getPort() + "/?clientOptions=#client")
                .createProducer());
        context.addService(producer);
    }

    @AfterEach
    void stop() throws IOException {
        context.close();
        server.stop(0);
        agency.shutdownNow();
    }

    @Test
    void a_request_that_begins_in_an_event_loop_is_answered_in_it() throws Exception {
        assertThat(calls()).allMatch(Call::same);
    }

    @Test
    void a_connection_serves_the_requests_of_one_event_loop() throws Exception {
        Map<String, Set<Thread>> loops =
                calls().stream().collect(groupingBy(Call::connection, mapping(Call::asked, toSet())));
        assertThat(loops.values()).allSatisfy(askers -> assertThat(askers).hasSize(1));
    }

    @Test
    void a_request_from_any_other_thread_is_answered_too() throws Exception {
        CompletableFuture<Call> call = new CompletableFuture<>();
        ask(call);
        assertThat(call.get(PATIENCE_SECONDS, TimeUnit.SECONDS).answered()).isNotSameAs(Thread.currentThread());
    }

    @Test
    void an_event_loop_has_as_many_connections_as_the_clients_options_say() throws Exception {
        context.getRegistry().bind("wide", new HttpClientOptions().setMaxPoolSize(CALLERS));
        AsyncProcessor wide = AsyncProcessorConverterHelper.convert(context.getEndpoint(EventLoopHttp.SCHEME
                        + ":http://127.0.0.1:" + server.getAddress().getPort() + "/together?clientOptions=#wide")
                .createProducer());
        context.addService(wide);
        List<CompletableFuture<Integer>> statuses = new ArrayList<>();
        component.executor().execute(() -> {
            for (int i = 0; i < CALLERS; i++) {
                Exchange exchange = new DefaultExchange(context);
                CompletableFuture<Integer> status = new CompletableFuture<>();
                statuses.add(status);
                wide.process(
                        exchange,
                        inTime -> status.complete(
                                exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class)));
            }
        });
        assertThat(together.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        for (CompletableFuture<Integer> status : statuses) {
            assertThat(status.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(204);
        }
    }

    /** From as many threads as there are callers, so that all event loops have their share. */
    private List<Call> calls() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        List<CompletableFuture<Call>> asked = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            CompletableFuture<Call> call = new CompletableFuture<>();
            asked.add(call);
            callers.execute(() -> component.executor().execute(() -> ask(call)));
        }
        List<Call> calls = new ArrayList<>();
        for (CompletableFuture<Call> call : asked) {
            calls.add(call.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        }
        callers.shutdown();
        assertThat(calls.stream().map(Call::asked).distinct()).hasSize(LOOPS);
        return calls;
    }

    private void ask(CompletableFuture<Call> call) {
        Thread asked = Thread.currentThread();
        Exchange exchange = new DefaultExchange(context);
        producer.process(exchange, inTime -> {
            if (exchange.getException() == null) {
                call.complete(new Call(
                        asked, Thread.currentThread(), exchange.getMessage().getBody(String.class)));
            } else {
                call.completeExceptionally(exchange.getException());
            }
        });
    }
}
