package az.dost.vahid.edge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.problem.StartException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose address a caller has behind a balancer, and who may say so. */
@Tag("attack")
class ProxyHeaderTest {
    private static final String SOMEBODY = "127.0.0.1";
    private static final String HEALTH =
            "GET /actuator/health/liveness HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    private static final String WRONG =
            "GET /v1/dead-letters HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer guess\r\n\r\n";
    private final EdgeGateway gateway = EdgeGateway.get();

    private static String header(String of) {
        return "PROXY TCP4 " + of + " 127.0.0.1 40000 443\r\n";
    }

    private Socket connect(String from, int port) throws IOException {
        Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0);
        socket.setSoTimeout(30_000);
        return socket;
    }

    private String ask(String from, byte[] bytes) throws IOException {
        try (Socket socket = connect(from, gateway.port())) {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return Wire.read(socket);
        }
    }

    private String ask(String from, String text) throws IOException {
        return ask(from, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private boolean told(String header, String status) throws IOException {
        for (int i = 0; i < 60; i++) {
            if (ask(EdgeGateway.PROXY, header + WRONG).startsWith("HTTP/1.1 " + status)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void who_guesses_behind_a_balancer_holds_up_nobody_else_behind_it() throws IOException {
        assertThat(told(header("203.0.113.1"), "429")).isTrue();
        assertThat(ask(EdgeGateway.PROXY, header("203.0.113.2") + WRONG)).startsWith("HTTP/1.1 401 ");
    }

    @Test
    void nobody_else_is_believed_whom_he_carries() throws IOException {
        assertThat(ask(SOMEBODY, header("203.0.113.3") + HEALTH)).startsWith("HTTP/1.1 400 ");
        assertThat(ask(SOMEBODY, second("203.0.113.3"))).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void a_balancer_may_leave_it_out() throws IOException {
        assertThat(ask(EdgeGateway.PROXY, HEALTH)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void a_header_of_version_2_is_read_too() throws IOException {
        assertThat(ask(EdgeGateway.PROXY, second("203.0.113.4"))).startsWith("HTTP/1.1 200 ");
    }

    /** HAProxy, the PROXY protocol, section 2.2. */
    private static byte[] second(String of) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(HexFormat.of().parseHex("0d0a0d0a000d0a515549540a2111000c"));
        bytes.write(InetAddress.getByName(of).getAddress());
        bytes.write(InetAddress.getByName("127.0.0.1").getAddress());
        bytes.write(HexFormat.of().parseHex("9c4001bb"));
        bytes.write(HEALTH.getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    @Test
    void what_a_balancer_asks_for_itself_is_its_own() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(HexFormat.of().parseHex("0d0a0d0a000d0a515549540a20000000"));
        bytes.write(HEALTH.getBytes(StandardCharsets.US_ASCII));
        assertThat(ask(EdgeGateway.PROXY, bytes.toByteArray())).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void it_stands_before_the_handshake_of_tls() throws Exception {
        SSLContext anyServer = SSLContext.getInstance("TLS");
        anyServer.init(null, new TrustManager[] {new AnyServer()}, null);
        try (Socket socket = connect(EdgeGateway.PROXY, gateway.tlsPort)) {
            Wire.write(socket, header("203.0.113.5"));
            Socket tls = anyServer.getSocketFactory().createSocket(socket, "localhost", gateway.tlsPort, true);
            Wire.write(tls, HEALTH);
            assertThat(Wire.read(tls)).startsWith("HTTP/1.1 200 ");
        }
    }

    /** What is tried is who is let in, not who answers. */
    private static final class AnyServer implements X509TrustManager {
        @Override
        public void checkClientTrusted(java.security.cert.X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(java.security.cert.X509Certificate[] chain, String type) {}

        @Override
        public java.security.cert.X509Certificate[] getAcceptedIssuers() {
            return new java.security.cert.X509Certificate[0];
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"balancer.example", "10.0.0.0/40", "10.0.0.7:8080"})
    void what_is_no_address_stops_a_start(String proxy) {
        assertThatThrownBy(() -> ProxiedConnections.before(List.of(proxy), new HttpConnectionFactory()))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("vahid.edge.proxies");
    }
}
