package az.dost.vahid.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Header values go through as they came, in both directions (X-Road Message Protocol for REST, section 4.3; RFC 9110, section 5.5). */
class HeaderValuesTest {
    private static final String PATH = "/r1/" + ExchangeGateway.PROVIDER + "/echo/values";
    private final RunningExchange exchange = RunningExchange.get();

    /** Bytes beyond ASCII are written here as the characters of ISO-8859-1: a byte each. */
    static Stream<Arguments> values() {
        String utf8 = new String("Gülnarə Əliyeva".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return Stream.of(Arguments.of("Content-Type", "application/json;charset=UTF-8"), Arguments.of("Content-Type", "application/json; charset=utf-8"),
                Arguments.of("Content-Type", "APPLICATION/JSON"), Arguments.of("Content-Type", "text/xml;charset=Utf-8"),
                Arguments.of("Content-Type", "multipart/form-data; boundary=\"A b\"; x=y"), Arguments.of("Content-Type", "text/plain;charset=\"iso-8859-1\""),
                Arguments.of("Cache-Control", "No-Cache"), Arguments.of("Pragma", "NO-CACHE"), Arguments.of("Content-Language", "az,  en"),
                Arguments.of("ETag", "W/\"AbC  d\""), Arguments.of("X-Own", "two  spaces"), Arguments.of("X-Own", "\"quoted, \\\" and\" not"),
                Arguments.of("X-Own", utf8), Arguments.of("X-Own", "\u00e9\u0080\u009f\u00ff"), Arguments.of("X-Own", "[a, b]"), Arguments.of("X-Own", ""));
    }

    /** The JDK's server, which is the provider here, writes a tab and reads it as a space. */
    static Stream<Arguments> answered() {
        return Stream.concat(values(), Stream.of(Arguments.of("X-Own", "a\ttab")));
    }

    @BeforeEach
    void forget() {
        exchange.provider.received.clear();
    }

    /** Sends these bytes, and gives the whole answer. */
    private String send(String... headers) throws IOException {
        URI address = exchange.address("/");
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(60_000);
            String request = "GET " + PATH + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer desk\r\nX-Road-Client: " + ExchangeGateway.CONSUMER + "\r\n"
                    + Stream.of(headers).map(header -> header + "\r\n").reduce("", String::concat) + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void the_provider_gets_a_value_as_it_was_sent(String name, String value) throws IOException {
        assertThat(send(name + ": " + value)).startsWith("HTTP/1.1 200 ");
        assertThat(exchange.provider.received.remove().header(name)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept: TEXT/HTML", "Accept: */*", "Accept-Encoding: GZIP, deflate", "Accept-Language: en-US,en;q=0.5", "If-None-Match: *"})
    void and_so_it_gets_what_the_client_would_like(String header) throws IOException {
        assertThat(send(header)).startsWith("HTTP/1.1 200 ");
        assertThat(exchange.provider.received.remove().header(header.split(": ")[0])).isEqualTo(header.split(": ")[1]);
    }

    @ParameterizedTest
    @MethodSource("answered")
    void the_client_gets_a_value_as_the_provider_sent_it(String name, String value) throws IOException {
        exchange.provider.answer("/base/values", (http, request) -> {
            http.getResponseHeaders().add(name, value);
            http.sendResponseHeaders(200, -1);
        });
        try {
            assertThat(send().lines().filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1)).map(line -> line.substring(name.length() + 1).strip()))
                    .containsExactly(value);
        } finally {
            exchange.provider.answer("/base/values", (http, request) -> http.sendResponseHeaders(200, -1));
        }
    }

    @Test
    void a_header_that_comes_several_times_stays_so_in_its_order() throws IOException {
        send("X-Many: b", "X-Other: 1", "X-Many: a, c", "X-Many: b");
        assertThat(exchange.provider.received.remove().header("X-Many")).isEqualTo("b|a, c|b");
    }

    @Test
    void an_answer_has_one_date() throws IOException {
        assertThat(send().lines().filter(line -> line.startsWith("Date:"))).hasSize(1);
    }

    @Test
    void who_does_not_say_what_he_accepts_accepts_json() throws IOException {
        send();
        assertThat(exchange.provider.received.remove().header("Accept")).isEqualTo("application/json");
        send("accept: application/xml");
        assertThat(exchange.provider.received.remove().header("Accept")).isEqualTo("application/xml");
    }

    @Test
    void an_id_that_is_missing_is_made_for_both_sides() throws IOException {
        String id = header(send(), "X-Road-Id");
        assertThat(UUID.fromString(id)).hasToString(id);
        assertThat(exchange.provider.received.remove().header("X-Road-Id")).isEqualTo(id);
    }

    @Test
    void the_protocols_optional_headers_reach_the_provider() throws IOException {
        send("X-Road-UserId: AZ1234567", "X-Road-Issue: CASE/1", "X-Road-Represented-Party: GOV/other", "X-Road-Security-Server: AZ/GOV/registry/server1");
        TestProvider.Received received = exchange.provider.received.remove();
        assertThat(received.header("X-Road-UserId")).isEqualTo("AZ1234567");
        assertThat(received.header("X-Road-Issue")).isEqualTo("CASE/1");
        assertThat(received.header("X-Road-Represented-Party")).isEqualTo("GOV/other");
        assertThat(received.header("X-Road-Security-Server")).isEqualTo("AZ/GOV/registry/server1");
    }

    @Test
    void the_hash_is_that_of_the_bytes_that_were_sent() throws Exception {
        String id = UUID.randomUUID().toString();
        String answer = send("X-Own: \u00e9", "X-Road-Id: " + id);
        String head = "GET\r\n" + PATH + "\r\nAccept:application/json\r\nX-Own:\u00e9\r\nX-Road-Client:" + ExchangeGateway.CONSUMER + "\r\nX-Road-Id:" + id
                + "\r\nx-road-request-id:" + header(answer, "X-Road-Request-Id") + "\r\n";
        assertThat(header(answer, "X-Road-Request-Hash")).isEqualTo(Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-512")
                .digest(head.getBytes(StandardCharsets.ISO_8859_1))));
    }

    private static String header(String answer, String name) {
        return answer.lines().filter(line -> line.startsWith(name + ": ")).findFirst().orElseThrow().substring(name.length() + 2);
    }

    @Test
    void what_the_provider_says_of_the_protocols_own_headers_counts_for_nothing() {
        exchange.provider.answer("/base/values", (http, request) -> {
            List.of("X-Road-Client", "X-Road-Service", "X-Road-Id", "X-Road-Request-Id", "X-Road-Request-Hash", "X-Road-Error", "Server")
                    .forEach(name -> http.getResponseHeaders().set(name, "forged"));
            http.sendResponseHeaders(200, -1);
        });
        HttpResponse<String> answer = RunningExchange.send(exchange.call("/echo/values"));
        assertThat(answer.headers().map().values().toString()).doesNotContain("forged");
        assertThat(answer.headers().firstValue("X-Road-Request-Hash").orElseThrow()).hasSize(88);
    }
}
