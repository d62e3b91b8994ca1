package az.dost.vahid.journeys.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests as no decent client writes them: the provider hears nothing of any in which it could see another caller, or
 * another thing, than was judged.
 */
@Tag("attack")
class RawCallAttacksTest {
    private static final RunningExchange EXCHANGE = RunningExchange.get();
    private static final String PATH = "/r1/" + ExchangeGateway.PROVIDER;
    private static final String CLIENT = "X-Road-Client: " + ExchangeGateway.CONSUMER;

    @BeforeEach
    void forget() {
        EXCHANGE.provider.received.clear();
        EXCHANGE.provider.answer("/base", (http, request) -> http.sendResponseHeaders(200, -1));
    }

    /** Status line and all that follows. */
    private static String send(String target, String... headers) throws IOException {
        URI address = EXCHANGE.address("/");
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(60_000);
            String request = target + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer desk\r\n"
                    + Stream.of(headers).map(header -> header + "\r\n").reduce("", String::concat)
                    + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X_Road_Client: AZ/GOV/registry/acts",
                "X-Road_Client: AZ/GOV/registry/acts",
                "x_road_client: AZ/GOV/registry/acts",
                "X.Road.Client: AZ/GOV/registry/acts",
                "X~Road~Client: AZ/GOV/registry/acts",
                "X-Road-Client : AZ/GOV/registry/acts",
                "X-Road-Client\t: AZ/GOV/registry/acts",
                " X-Road-Client: AZ/GOV/registry/acts",
                "X-Road-Client: AZ/GOV/registry/acts",
                "x-road-client: AZ/GOV/desk/cases",
                "X-Road-Client\u00A0: AZ/GOV/registry/acts",
                "X-R\u00F6ad-Client: AZ/GOV/registry/acts",
                "X-Road-Id: a\r\nX-Road-Id: a",
                "X-Road-UserId: AZ1\r\nx-road-userid: AZ2",
                "X-Road-Represented-Party: a/b\r\nX-Road-Represented-Party: c/d",
                "X_Road_UserId: AZ1",
                "X-Road-UserId: \u0259",
                "Connection: X-Road-Client",
                "Connection: close, x-road-client",
                "Connection: X-Road-Id",
                "Connection: X_Road_Client",
                "Connection:\tX-Road-Client",
                "Connection: Content-Type",
                "Connection: Content-Digest",
                "Connection: keep-alive,X-Road-Represented-Party",
                "X-HTTP-Method-Override: DELETE",
                "X-Http-Method: DELETE",
                "X-Method-Override: DELETE",
                "X_HTTP_Method_Override: DELETE",
                "X-Original-URL: /secret",
                "X-Rewrite-URL: /secret",
                "X-Forwarded-Prefix: /secret",
                "X_Original_Url: /secret"
            })
    void no_header_can_be_taken_for_another_or_take_one_away(String header) throws IOException {
        assertThat(send("GET " + PATH + "/echo", CLIENT, header)).matches("(?s)HTTP/1.1 (400|500) .*");
        assertThat(EXCHANGE.provider.received).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded",
                "X-Forwarded-For",
                "X-Forwarded-Client-Cert",
                "Client-Cert",
                "X-SSL-Client-S-DN",
                "Remote-User",
                "X-Real-IP"
            })
    void what_only_a_proxy_may_say_does_not_reach_the_provider(String name) throws IOException {
        assertThat(send("GET " + PATH + "/echo", CLIENT, name + ": AZ/GOV/registry/acts"))
                .startsWith("HTTP/1.1 200 ");
        assertThat(EXCHANGE.provider.received.remove().header(name)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AZ/GOV/desk/%63ases", "%41Z/GOV/desk/cases", " AZ/GOV/desk/cases ", "AZ/GOV/desk/cases\t"})
    void the_provider_sees_the_clients_name_as_it_was_read(String spelled) throws IOException {
        assertThat(send("GET " + PATH + "/echo", "X-Road-Client: " + spelled)).startsWith("HTTP/1.1 200 ");
        assertThat(EXCHANGE.provider.received.remove().header("X-Road-Client")).isEqualTo(ExchangeGateway.CONSUMER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/acts/",
                "/acts/;x=1",
                "/acts/%3Bx",
                "/acts/%20",
                "/acts/.%20",
                "/acts/...",
                "/acts/%2e",
                "/acts//",
                "//acts/1",
                "/acts//1",
                "/acts/1/..",
                "/acts/1/../2",
                "/acts/1%2F2",
                "/acts/1%5C2",
                "/acts/1\\2",
                "/acts/%2e%2e",
                "/acts/..;/1",
                "/acts/%252e%252e",
                "/acts/1%00",
                "/acts/1%0a",
                "/acts/%C2%A0",
                "/acts/%c0%ae%c0%ae",
                "/ACTS/1",
                "/acts/1/",
                "/acts/%",
                "/acts/%u002e",
                "/acts/1#/secret",
                "/acts/1%23/secret/..",
                "/./acts/1",
                "/%61cts/%2F",
                "/acts/\u0259"
            })
    void a_path_that_the_provider_could_read_differently_is_not_delivered(String path) throws IOException {
        String answer = send("GET " + PATH + "/narrow" + path, CLIENT);
        List<String> seen = EXCHANGE.provider.received.stream()
                .map(TestProvider.Received::target)
                .toList();
        assertThat(seen.isEmpty() ? answer : "").matches("(?s)(HTTP/1.1 (400|500) .*)?");
        assertThat(seen).as("what it says besides was cut off").isSubsetOf("/base/acts/1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/acts/1?q=1#x?y | /base/acts/1?q=1",
                "/acts/1;v=1?a=/../b | /base/acts/1;v=1?a=/../b",
                "/acts/a.b | /base/acts/a.b",
                "/acts/a%20b | /base/acts/a%20b"
            })
    void a_path_that_all_read_alike_is_delivered_as_it_came(String path, String target) throws IOException {
        send("GET " + PATH + "/narrow" + path, CLIENT);
        assertThat(EXCHANGE.provider.received.stream()
                        .map(TestProvider.Received::target)
                        .toList())
                .isSubsetOf(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET http://localhost" + "/r1/AZ/GOV/registry/acts/narrow/secret",
                "GET //r1/AZ/GOV/registry/acts/echo",
                "GET /r1/../r1/AZ/GOV/registry/acts/foreign",
                "GET /x/../r1/AZ/GOV/registry/acts/foreign",
                "GET /r1;x/AZ/GOV/registry/acts/foreign",
                "GET /%72%31/AZ/GOV/registry/acts/foreign",
                "CONNECT /r1/AZ/GOV/registry/acts/echo",
                "get /r1/AZ/GOV/registry/acts/echo",
                "LOCK /r1/AZ/GOV/registry/acts/echo"
            })
    void a_request_line_of_another_form_opens_nothing(String line) throws IOException {
        assertThat(send(line, CLIENT)).doesNotStartWith("HTTP/1.1 200 ");
        assertThat(EXCHANGE.provider.received).isEmpty();
    }
}
