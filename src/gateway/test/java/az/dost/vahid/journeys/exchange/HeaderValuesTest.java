package az.dost.vahid.journeys.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
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

/**
 * Header values go through as they came, in both directions, looked at on the wire (X-Road Message Protocol for REST,
 * section 4.3; RFC 9110, section 5.5).
 */
class HeaderValuesTest {
    private static final RunningExchange EXCHANGE = RunningExchange.get();
    private static final String PATH = "/r1/" + ExchangeGateway.PROVIDER + "/raw/values";
    private static final String UTF8 =
            new String("Gülnarə Əliyeva".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("Content-Type", "application/json;charset=UTF-8"),
                Arguments.of("Content-Type", "application/json; charset=utf-8"),
                Arguments.of("Content-Type", "APPLICATION/JSON"),
                Arguments.of("Content-Type", "text/xml;charset=Utf-8"),
                Arguments.of("Content-Type", "multipart/form-data; boundary=\"A b\"; x=y"),
                Arguments.of("Content-Type", "text/plain;charset=\"iso-8859-1\""),
                Arguments.of("Cache-Control", "No-Cache"),
                Arguments.of("Pragma", "NO-CACHE"),
                Arguments.of("Content-Language", "az,  en"),
                Arguments.of("ETag", "W/\"AbC  d\""),
                Arguments.of("X-Own", "two  spaces\tand a tab"),
                Arguments.of("X-Own", "\"quoted, \\\" and\" not"),
                Arguments.of("X-Own", UTF8),
                Arguments.of("X-Own", "\u00e9\u0080\u009f\u00ff"),
                Arguments.of("X-Own", "[a, b]"),
                Arguments.of("X-Own", ""));
    }

    @BeforeEach
    void forget() {
        EXCHANGE.raw.answer();
    }

    /** Sends these bytes, and gives the whole answer. */
    private static String send(String... headers) throws IOException {
        URI address = EXCHANGE.address("/");
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(60_000);
            String request =
                    "GET " + PATH + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer desk\r\nX-Road-Client: "
                            + ExchangeGateway.CONSUMER + "\r\n"
                            + Stream.of(headers).map(header -> header + "\r\n").reduce("", String::concat)
                            + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static List<String> all(String answer, String name) {
        return RawProvider.values(answer.split("\r\n\r\n", 2)[0], name).toList();
    }

    private static String one(String answer, String name) {
        return all(answer, name).get(0);
    }

    @ParameterizedTest
    @MethodSource("values")
    void the_provider_gets_a_value_as_it_was_sent(String name, String value) throws IOException {
        assertThat(send(name + ": " + value)).startsWith("HTTP/1.1 200 ");
        assertThat(EXCHANGE.raw.next(name)).containsExactly(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept: TEXT/HTML",
                "Accept: */*",
                "Accept-Encoding: GZIP, deflate",
                "Accept-Language: en-US,en;q=0.5",
                "If-None-Match: *"
            })
    void and_so_it_gets_what_the_client_would_like(String header) throws IOException {
        assertThat(send(header)).startsWith("HTTP/1.1 200 ");
        assertThat(EXCHANGE.raw.next(header.split(": ")[0])).containsExactly(header.split(": ")[1]);
    }

    @ParameterizedTest
    @MethodSource("values")
    void the_client_gets_a_value_as_the_provider_sent_it(String name, String value) throws IOException {
        EXCHANGE.raw.answer(name + ": " + value);
        assertThat(all(send(), name)).containsExactly(value);
    }

    @Test
    void a_header_that_comes_several_times_stays_so_in_its_order() throws IOException {
        EXCHANGE.raw.answer("X-Many: b", "X-Other: 1", "X-Many: a, c", "X-Many: b");
        String answer = send("X-Many: 2", "X-Other: 1", "X-Many: 1, 3", "X-Many: 2");
        assertThat(EXCHANGE.raw.next("X-Many")).containsExactly("2", "1, 3", "2");
        assertThat(all(answer, "X-Many")).containsExactly("b", "a, c", "b");
    }

    @Test
    void the_date_of_an_answer_is_the_providers() throws IOException {
        EXCHANGE.raw.answer("Date: Sun, 06 Nov 1994 08:49:37 GMT");
        assertThat(all(send(), "Date")).containsExactly("Sun, 06 Nov 1994 08:49:37 GMT");
    }

    @Test
    void who_does_not_say_what_he_accepts_accepts_json() throws IOException {
        send();
        assertThat(EXCHANGE.raw.next("Accept")).containsExactly("application/json");
        send("accept: application/xml");
        assertThat(EXCHANGE.raw.next("Accept")).containsExactly("application/xml");
        send("Accept:");
        assertThat(EXCHANGE.raw.next("Accept")).containsExactly("");
    }

    @Test
    void an_id_that_is_missing_is_made_for_both_sides() throws IOException {
        String id = one(send(), "X-Road-Id");
        assertThat(UUID.fromString(id)).hasToString(id);
        assertThat(EXCHANGE.raw.next("X-Road-Id")).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Road-UserId: AZ1234567",
                "X-Road-Issue: CASE/1",
                "X-Road-Represented-Party: GOV/other",
                "X-Road-Security-Server: AZ/GOV/registry/server1"
            })
    void the_protocols_optional_headers_reach_the_provider(String header) throws IOException {
        send(header);
        assertThat(EXCHANGE.raw.next(header.split(": ")[0])).containsExactly(header.split(": ")[1]);
    }

    @Test
    void the_hash_is_that_of_the_bytes_that_were_sent() throws Exception {
        String id = UUID.randomUUID().toString();
        String answer = send("X-Own: " + UTF8, "X-Road-Id: " + id);
        String head = "GET\r\n" + PATH + "\r\nAccept:application/json\r\nX-Own:" + UTF8 + "\r\nX-Road-Client:"
                + ExchangeGateway.CONSUMER + "\r\nX-Road-Id:" + id + "\r\nx-road-request-id:"
                + one(answer, "X-Road-Request-Id") + "\r\n";
        assertThat(one(answer, "X-Road-Request-Hash"))
                .isEqualTo(Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-512")
                                .digest(head.getBytes(StandardCharsets.ISO_8859_1))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Road-Client",
                "X-Road-Service",
                "X-Road-Id",
                "X-Road-Request-Id",
                "X-Road-Request-Hash",
                "X-Road-Error",
                "Server"
            })
    void what_the_provider_says_of_the_protocols_own_headers_counts_for_nothing(String name) throws IOException {
        EXCHANGE.raw.answer(name + ": forged");
        String answer = send();
        assertThat(answer).startsWith("HTTP/1.1 200 ").doesNotContain("forged");
        assertThat(one(answer, "X-Road-Request-Hash")).hasSize(88);
    }
}
