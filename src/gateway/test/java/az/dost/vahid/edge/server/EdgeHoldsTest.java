package az.dost.vahid.edge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an attacker may hold of the running gateway: connections, memory, and a look at its metrics. */
@Tag("attack")
class EdgeHoldsTest {
    private static final String CLOSE = " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";
    /** The beginning of a ClientHello of 508 bytes. */
    private static final String HELLO = "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003";

    private static final int MANY = 400;
    private final EdgeGateway gateway = EdgeGateway.get();

    @Test
    void a_handshake_that_drips_ends() throws IOException {
        try (Socket socket = Wire.connect(gateway.tlsPort)) {
            Wire.write(socket, HELLO);
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(100))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> ended(socket, "\u0000"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void who_connects_and_says_nothing_is_hung_up_on(boolean tls) throws IOException {
        try (Socket socket = Wire.connect(tls ? gateway.tlsPort : gateway.port())) {
            assertThat(Wire.read(socket)).isEmpty();
        }
    }

    private static boolean ended(Socket socket, String drop) throws IOException {
        try {
            socket.setSoTimeout(20);
            Wire.write(socket, drop);
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void a_body_in_pieces_is_refused_where_its_bound_is_and_the_sender_is_told() throws IOException {
        String piece = "1000\r\n" + " ".repeat(0x1000) + "\r\n";
        assertThat(Wire.ask(
                        gateway.port(),
                        "POST /v1/dossiers" + CLOSE
                                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + piece.repeat(MANY)))
                .startsWith("HTTP/1.1 413 ")
                .contains("REQUEST_TOO_LARGE");
    }

    @Test
    void a_body_that_is_refused_by_its_head_is_not_what_the_sender_waits_for() throws IOException {
        assertThat(Wire.ask(
                        gateway.port(),
                        "POST /v1/nothing" + CLOSE + "Content-Length: 3000000\r\n\r\n" + " ".repeat(3_000_000)))
                .startsWith("HTTP/1.1 404 ")
                .contains("NOT_FOUND");
    }

    @Test
    void who_asks_whether_to_send_a_body_that_is_too_long_is_not_told_to() throws IOException {
        assertThat(
                        Wire.ask(
                                gateway.port(),
                                "POST /v1/dossiers" + CLOSE
                                        + "Content-Type: application/json\r\nContent-Length: 300000000\r\nExpect: 100-continue\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ");
    }

    @Test
    void operators_see_metrics_at_their_own_port_with_a_token() throws IOException {
        assertThat(management("/actuator/metrics", "token-other"))
                .startsWith("HTTP/1.1 200 ")
                .contains("vahid.");
        assertThat(management("/actuator/info", "token-other")).startsWith("HTTP/1.1 200 ");
        assertThat(management("/actuator/metrics", "token-desk"))
                .startsWith("HTTP/1.1 403 ")
                .contains("NOT_GRANTED");
        assertThat(management("/actuator/metrics", "nobody"))
                .startsWith("HTTP/1.1 401 ")
                .contains("UNAUTHENTICATED", "WWW-Authenticate: Bearer");
        assertThat(management("/actuator/health", "nobody"))
                .startsWith("HTTP/1.1 200 ")
                .doesNotContain("components");
    }

    @Test
    void a_collector_of_metrics_gets_them_there_with_its_token_and_nowhere_else() throws IOException {
        assertThat(management("/actuator/prometheus", "token-other"))
                .startsWith("HTTP/1.1 200 ")
                .contains(
                        "vahid_requests ",
                        "vahid_refusals_total{code=\"OVERLOADED\"}",
                        "vahid_record_head_wait_seconds_bucket{le=",
                        "disk_free_bytes",
                        "jvm_memory_used_bytes")
                .doesNotContain("APPROVAL_NEEDED", "http_server_requests");
        assertThat(management("/actuator/prometheus", "token-desk"))
                .startsWith("HTTP/1.1 403 ")
                .contains("NOT_GRANTED");
        assertThat(management("/actuator/prometheus", "nobody"))
                .startsWith("HTTP/1.1 401 ")
                .contains("UNAUTHENTICATED");
        assertThat(Wire.ask(
                        gateway.port(),
                        "GET /actuator/prometheus" + CLOSE + "Authorization: Bearer token-other\r\n\r\n"))
                .startsWith("HTTP/1.1 404 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/keys",
                "/v1/dossiers/1",
                "/",
                "/r1/AZ/GOV/a/b/c",
                "/soap/lookup?wsdl",
                "/actuator/env",
                "/actuator"
            })
    void the_operators_port_has_nothing_else(String path) throws IOException {
        assertThat(management(path, "token-other")).startsWith("HTTP/1.1 404 ").contains("NOT_FOUND");
    }

    private String management(String path, String token) throws IOException {
        return Wire.ask(gateway.managementPort, "GET " + path + CLOSE + "Authorization: Bearer " + token + "\r\n\r\n");
    }

    @Test
    void no_metric_moves_when_a_rule_against_misuse_does() throws IOException {
        assertThat(management("/actuator/metrics", "token-other")).doesNotContain("vahid.misuse.hits");
    }
}
