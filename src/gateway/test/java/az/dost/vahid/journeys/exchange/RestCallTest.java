package az.dost.vahid.journeys.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.xroad.RequestHash;
import az.dost.vahid.xroad.RequestHash.Header;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls over REST r1 through the running gateway to a real provider. */
class RestCallTest {
    private final RunningExchange exchange = RunningExchange.get();

    @BeforeEach
    void forget() {
        exchange.provider.received.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void every_verb_reaches_the_provider(String verb) throws Exception {
        HttpRequest.BodyPublisher body =
                verb.matches("POST|PUT|PATCH") ? BodyPublishers.ofString("x") : BodyPublishers.noBody();
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        exchange.call("/echo")
                                .version(HttpClient.Version.HTTP_1_1)
                                .method(verb, body)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Allow"))
                .as("no answer of a framework")
                .isEmpty();
        assertThat(exchange.provider.received)
                .singleElement()
                .satisfies(received -> assertThat(received.verb()).isEqualTo(verb));
    }

    @Test
    void path_query_headers_and_body_arrive_as_they_were_sent() {
        RunningExchange.send(exchange.call("/echo/a%20b/%D6%99;v=1?q=%2F&q=2&empty")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Own", "one")
                .header("X-Own", "[two, three]")
                .header("Cache-Control", "no-cache")
                .header("User-Agent", "secret-host")
                .POST(BodyPublishers.ofString("a=1&b=%C6%8F")));
        TestProvider.Received received = exchange.provider.received.remove();
        assertThat(received.target()).isEqualTo("/base/a%20b/%D6%99;v=1?q=%2F&q=2&empty");
        assertThat(new String(received.body(), StandardCharsets.UTF_8)).isEqualTo("a=1&b=%C6%8F");
        assertThat(received.header("X-Own")).isEqualTo("one|[two, three]");
        assertThat(received.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(received.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(received.header("X-Road-Client")).isEqualTo(ExchangeGateway.CONSUMER);
        assertThat(received.header("Authorization"))
                .as("the gateway's token is not the provider's to see")
                .isNull();
        assertThat(String.valueOf(received.header("User-Agent"))).doesNotContain("secret-host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void a_form_arrives_as_it_was_sent_whatever_the_verb(String verb) {
        RunningExchange.send(exchange.call("/echo")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(verb, BodyPublishers.ofString("b=%C6%8F&a=1")));
        assertThat(new String(exchange.provider.received.remove().body(), StandardCharsets.UTF_8))
                .isEqualTo("b=%C6%8F&a=1");
    }

    @Test
    void the_answer_carries_the_protocols_headers_and_a_hash_that_the_client_can_check() {
        String id = UUID.randomUUID().toString();
        HttpResponse<String> answer = RunningExchange.send(exchange.call("/echo/acts?x=1")
                .header("X-Road-Id", id)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"a\":1}")));
        assertThat(answer.body()).isEqualTo("{\"a\":1}");
        assertThat(answer.headers().firstValue("X-Road-Id")).contains(id);
        assertThat(answer.headers().firstValue("X-Road-Client")).contains(ExchangeGateway.CONSUMER);
        assertThat(answer.headers().firstValue("X-Road-Service")).contains(ExchangeGateway.PROVIDER + "/echo");
        assertThat(answer.headers().firstValue("X-Road-Error")).isEmpty();
        // What the provider got beyond the client's own is hop-by-hop.
        List<Header> head = new ArrayList<>();
        exchange.provider
                .received
                .remove()
                .headers()
                .forEach((name, values) -> values.forEach(value -> {
                    if (!List.of(
                                    "connection",
                                    "host",
                                    "content-length",
                                    "user-agent",
                                    "transfer-encoding",
                                    "http2-settings",
                                    "upgrade")
                            .contains(name.toLowerCase(Locale.ROOT))) {
                        head.add(new Header(name.toLowerCase(Locale.ROOT), value));
                    }
                }));
        head.sort(Comparator.comparing(Header::name));
        RequestHash expected =
                new RequestHash("POST", "/r1/" + ExchangeGateway.PROVIDER + "/echo/acts?x=1", spelled(head));
        expected.body("{\"a\":1}".getBytes(StandardCharsets.UTF_8), 0, 7);
        String hash = expected.value();
        assertThat(answer.headers().firstValue("X-Road-Request-Hash")).contains(hash);
        Map<String, Object> row = exchange.record(id);
        assertThat(row)
                .containsEntry("outcome", "PASSED")
                .containsEntry("request_hash", hash)
                .containsEntry("request_bytes", 7L)
                .containsEntry("response_status", 200)
                .containsEntry("response_bytes", 7L)
                .containsEntry("requester", "desk");
        assertThat(answer.headers().firstValue("X-Road-Request-Id"))
                .contains(row.get("id").toString());
    }

    /** In the client's spelling, in the order of the hash: made ids stand at the end when the client gave none. */
    private static List<Header> spelled(List<Header> lower) {
        Map<String, String> own = Map.of(
                "accept",
                "Accept",
                "x-road-client",
                "X-Road-Client",
                "x-road-id",
                "X-Road-Id",
                "content-type",
                "Content-Type");
        List<Header> spelled = new ArrayList<>();
        lower.stream()
                .filter(h -> !h.name().equals("x-road-request-id"))
                .forEach(h -> spelled.add(new Header(own.getOrDefault(h.name(), h.name()), h.value())));
        lower.stream().filter(h -> h.name().equals("x-road-request-id")).forEach(spelled::add);
        return spelled;
    }

    @Test
    void the_providers_own_error_and_its_redirect_are_passed_on_untouched() {
        exchange.provider.answer("/base/broken", (http, request) -> {
            http.getResponseHeaders().set("Content-Type", "application/problem+json");
            http.getResponseHeaders().add("X-Many", "1");
            http.getResponseHeaders().add("X-Many", "2");
            http.sendResponseHeaders(503, 2);
            http.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
        });
        exchange.provider.answer("/base/moved", (http, request) -> {
            http.getResponseHeaders().set("Location", "https://elsewhere.example/x");
            http.sendResponseHeaders(302, -1);
        });
        HttpResponse<String> broken = RunningExchange.send(exchange.call("/echo/broken"));
        assertThat(broken.statusCode()).isEqualTo(503);
        assertThat(broken.body()).isEqualTo("{}");
        assertThat(broken.headers().allValues("X-Many")).containsExactly("1", "2");
        assertThat(broken.headers().firstValue("X-Road-Error")).isEmpty();
        HttpResponse<String> moved = RunningExchange.send(exchange.call("/echo/moved"));
        assertThat(moved.statusCode()).isEqualTo(302);
        assertThat(moved.headers().firstValue("Location")).contains("https://elsewhere.example/x");
    }

    @Test
    void a_compressed_answer_stays_compressed_once() {
        exchange.provider.answer("/base/zipped", (http, request) -> {
            http.getResponseHeaders().set("Content-Encoding", "gzip");
            http.sendResponseHeaders(200, 3);
            http.getResponseBody().write(new byte[] {1, 2, 3});
        });
        HttpResponse<byte[]> answer =
                RunningExchange.send(exchange.call("/echo/zipped").build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.body()).containsExactly(1, 2, 3);
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    }
}
