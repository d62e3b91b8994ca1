package az.dost.vahid.sources.agency.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import az.dost.vahid.answer.Question;
import az.dost.vahid.answer.Reason;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.sources.agency.call.AgencyException;
import az.dost.vahid.sources.agency.call.Conversation;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Context;
import io.vertx.core.http.HttpClientOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HttpCallTest {
    private static final int TIMEOUT_MS = 500;
    private static final int MARGIN_MS = 400;
    private static final int LONGEST = 100;
    /** More than Vert.x reads at once. */
    private static final int LONG = 200_000;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ExecutorService agency = Executors.newCachedThreadPool();
    private HttpServer server;
    private ProducerTemplate producer;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(agency);
        server.start();
        EventLoopHttp.in(context);
        context.getRegistry().bind("client", new HttpClientOptions());
        context.start();
        producer = context.createProducerTemplate();
        warm();
    }

    /** The first call of a process loads the client's classes, which takes longer than a call of a test has. */
    private void warm() {
        server.createContext("/first", request -> {
            try (request) {
                request.sendResponseHeaders(204, -1);
            }
        });
        producer.send(
                EventLoopHttp.SCHEME + ":http://127.0.0.1:"
                        + server.getAddress().getPort() + "/first?clientOptions=#client",
                new DefaultExchange(context));
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        server.stop(0);
        agency.shutdownNow();
    }

    @Test
    void a_call_ends_with_its_time_although_its_answer_comes_byte_by_byte() {
        Exchange exchange = call(slowly(50, 100), true);
        assertThat(failure(exchange)).isEqualTo(Reason.NO_ANSWER_IN_TIME);
        assertThat(Conversation.of(exchange).elapsedMs()).isBetween((long) TIMEOUT_MS, (long) TIMEOUT_MS + MARGIN_MS);
    }

    @Test
    void a_call_ends_with_its_time_although_its_answer_never_begins() {
        assertThat(failure(call(request -> pause(TIMEOUT_MS * 4), true))).isEqualTo(Reason.NO_ANSWER_IN_TIME);
    }

    @Test
    void an_answer_is_cut_off_where_it_is_too_long_in_sum() {
        assertThat(failure(call(slowly(LONGEST + 1, 1), true))).isEqualTo(Reason.TOO_LONG);
    }

    @Test
    void an_answer_of_the_greatest_length_is_taken() {
        assertThat(call(slowly(LONGEST, 1), true).getMessage().getBody(String.class))
                .isEqualTo("x".repeat(LONGEST));
    }

    @Test
    void an_answer_outside_a_conversation_has_no_bounds() {
        assertThat(call(slowly(LONGEST * 2, 1), false).getMessage().getBody(String.class))
                .hasSize(LONGEST * 2);
    }

    @Test
    void an_answer_in_many_parts_is_whole() {
        String text = "0123456789".repeat(LONG / 10);
        Exchange exchange = call(
                request -> {
                    request.sendResponseHeaders(200, LONG);
                    request.getResponseBody().write(text.getBytes(StandardCharsets.US_ASCII));
                },
                false);
        assertThat(exchange.getMessage().getBody(String.class)).isEqualTo(text);
    }

    @Test
    void an_answer_without_a_body_is_an_empty_one() {
        Exchange exchange = call(request -> request.sendResponseHeaders(204, -1), true);
        assertThat(exchange.getMessage().getBody(byte[].class)).isEmpty();
        assertThat(exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(204);
    }

    @Test
    void an_agency_cannot_set_what_camel_goes_by() {
        Exchange exchange = call(
                request -> {
                    request.getResponseHeaders().put("CamelHttpUri", List.of("http://elsewhere"));
                    request.getResponseHeaders().put("X-Own", List.of("one", "two"));
                    request.sendResponseHeaders(200, -1);
                },
                true);
        assertThat(exchange.getMessage().getHeader(Exchange.HTTP_URI)).isNull();
        assertThat(exchange.getMessage().getHeader("x-own")).isEqualTo(List.of("one", "two"));
    }

    @Test
    void the_headers_of_the_request_are_not_those_of_its_answer() {
        Exchange exchange = call(request -> request.sendResponseHeaders(200, -1), true);
        assertThat(exchange.getMessage().getHeader("X-Request-Id")).isNull();
        assertThat(Conversation.of(exchange).sentHeaders)
                .extracting(Map.Entry::getKey, Map.Entry::getValue)
                .containsExactly(tuple("X-Request-Id", "1"));
    }

    @Test
    @Tag("attack")
    void what_comes_after_a_long_answer_happens_in_no_event_loop() throws Exception {
        for (int length : new int[] {10, LONG}) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:long-" + length)
                            .to(EventLoopHttp.SCHEME + ":http://127.0.0.1:"
                                    + server.getAddress().getPort() + "/long-" + length + "?clientOptions=#client")
                            .process(after -> after.setProperty("loop", Context.isOnEventLoopThread()));
                }
            });
            server.createContext("/long-" + length, request -> {
                try (request) {
                    request.sendResponseHeaders(200, length);
                    request.getResponseBody().write(new byte[length]);
                }
            });
            Exchange exchange = new DefaultExchange(context);
            conversation(60_000, LONG).attach(exchange);
            assertThat(producer.send("direct:long-" + length, exchange).getException())
                    .isNull();
            assertThat(exchange.getProperty("loop", Boolean.class))
                    .as("%d bytes", length)
                    .isEqualTo(length == 10);
        }
    }

    private static Reason failure(Exchange exchange) {
        assertThat(exchange.getException()).isInstanceOf(AgencyException.class);
        return ((AgencyException) exchange.getException()).reason();
    }

    private Exchange call(HttpHandler answer, boolean conversation) {
        server.createContext("/", request -> {
            try (request) {
                answer.handle(request);
            }
        });
        Exchange exchange = new DefaultExchange(context);
        if (conversation) {
            conversation(TIMEOUT_MS, LONGEST).attach(exchange);
        }
        exchange.getMessage().setHeader("X-Request-Id", "1");
        return producer.send(
                EventLoopHttp.SCHEME + ":http://127.0.0.1:"
                        + server.getAddress().getPort() + "/?clientOptions=#client",
                exchange);
    }

    static Conversation conversation(int timeoutMs, int longest) {
        return new Conversation(
                null,
                new Connector(
                        "agency", null, null, null, false, null, null, null, null, null, timeoutMs, 1, 1, false,
                        longest, null, null, null, null, null, null),
                new Question("", "", "", "", System.nanoTime() + TimeUnit.HOURS.toNanos(1)));
    }

    /** @param everyMs after each byte */
    private static HttpHandler slowly(int bytes, int everyMs) {
        return request -> {
            request.sendResponseHeaders(200, 0);
            for (int i = 0; i < bytes; i++) {
                request.getResponseBody().write("x".getBytes(StandardCharsets.US_ASCII));
                request.getResponseBody().flush();
                pause(everyMs);
            }
        };
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
