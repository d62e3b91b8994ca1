package az.dost.vahid.mock.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.problem.StartException;
import az.dost.vahid.process.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ports of the mock agencies. */
class MockServerTest {
    private static final String AGENCY = "notary";
    private static final int WAIT_MS = 10_000;

    @TempDir
    private Path folder;

    private final Faults faults = new Faults();
    private final int plain = FreePort.next();
    private final int tls = FreePort.next();
    private MockServer server;

    private MockServer server() {
        server = new MockServer(
                new MockSettings(plain, Map.of(AGENCY, tls), 0, 1, folder, folder, Map.of(), List.of()),
                new DemoKeys(folder, faults),
                faults);
        server.rest(AGENCY, request -> RestEndpoint.Reply.of(200, "text/plain", new byte[] {'x', 'y'}));
        return server;
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_port_that_is_taken_is_told_by_its_setting_and_the_others_are_free_again() throws IOException {
        try (ServerSocket taken = new ServerSocket(tls)) {
            assertThatThrownBy(() -> server().start())
                    .isInstanceOf(StartException.class)
                    .hasMessage("Port " + taken.getLocalPort() + " is taken: set vahid.mocks.tls-ports." + AGENCY
                            + " to another one");
        }
        assertFree();
    }

    @Test
    void all_ports_are_free_at_once_after_the_end_although_an_agency_is_silent() throws IOException {
        server().start();
        faults.set(AGENCY, Fault.HANG);
        try (SSLSocket asking = connect()) {
            ask(asking);
            long began = System.nanoTime();
            server.stop();
            assertThat(System.nanoTime() - began).isLessThan(5_000_000_000L);
        }
        assertFree();
    }

    private void assertFree() throws IOException {
        for (int port : new int[] {plain, tls}) {
            ServerSocket again = new ServerSocket();
            again.setReuseAddress(true);
            again.bind(new java.net.InetSocketAddress(port));
            again.close();
        }
    }

    @Test
    void a_new_fault_ends_the_connections_of_its_agency() throws IOException {
        server().start();
        try (SSLSocket kept = connect()) {
            ask(kept);
            assertThat(kept.getInputStream().readNBytes(8))
                    .asString(StandardCharsets.US_ASCII)
                    .isEqualTo("HTTP/1.1");
            faults.set("other", Fault.RESET);
            ask(kept);
            faults.set(AGENCY, Fault.RESET);
            assertThat(ends(kept)).isTrue();
        }
    }

    @Test
    void a_reset_answers_nothing_and_what_is_truncated_breaks_off() throws IOException {
        server().start();
        faults.set(AGENCY, Fault.RESET);
        try (SSLSocket asking = connect()) {
            ask(asking);
            assertThat(rest(asking)).isEmpty();
        }
        faults.set(AGENCY, Fault.TRUNCATED);
        try (SSLSocket asking = connect()) {
            ask(asking);
            assertThat(rest(asking)).contains("Content-Length: 2").endsWith("x");
        }
    }

    private static void ask(Socket socket) throws IOException {
        socket.getOutputStream()
                .write(("GET /" + AGENCY + "/x HTTP/1.1\r\nHost: a\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean ends(Socket socket) {
        try {
            rest(socket);
            return true;
        } catch (IOException e) {
            return !(e instanceof java.net.SocketTimeoutException);
        }
    }

    private static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    private SSLSocket connect() throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anyone()}, null);
            SSLSocket socket =
                    (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), tls);
            socket.setSoTimeout(WAIT_MS);
            return socket;
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Anyone implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
