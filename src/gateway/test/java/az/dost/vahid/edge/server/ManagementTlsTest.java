package az.dost.vahid.edge.server;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.PinnedClients;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tokens of operators are not read on their way: their port speaks TLS with the gateway's own key, and nothing else.
 */
@Tag("attack")
class ManagementTlsTest {
    private static final String QUESTION = "GET /metrics HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\n\r\n";
    private final Server server = new Server();
    private DemoKeys keys;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        keys = new DemoKeys(folder, new Faults());
        GatewayKeys own = new GatewayKeys(
                folder.resolve("gateway.p12"), DemoKeys.PASSWORD.toCharArray(), new CryptoProvider(false));
        server.addConnector(new ServerConnector(server, new HttpConnectionFactory()));
        ServerTls tls = new ServerTls(
                List.of("TLSv1.3"),
                List.of("TLS_AES_256_GCM_SHA384"),
                () -> PinnedClients.server(own.pair("tls"), shown -> false));
        new ManagementListener("127.0.0.1", 0, tls, 1000).customize(server);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                response.setStatus(HttpStatus.OK_200);
                Content.Sink.write(response, true, "figures", callback);
                return true;
            }
        });
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private int port() {
        return ((NetworkConnector) server.getConnectors()[1]).getLocalPort();
    }

    private static String asked(Socket socket) throws IOException {
        socket.getOutputStream().write(QUESTION.getBytes(StandardCharsets.US_ASCII));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void it_shows_the_gateways_certificate_and_answers() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, null);
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port())) {
            socket.startHandshake();
            assertThat(socket.getSession().getPeerCertificates()[0]).isEqualTo(keys.gatewayCertificate("tls"));
            assertThat(asked(socket)).startsWith("HTTP/1.1 200").endsWith("figures");
        }
    }

    @Test
    void a_question_in_the_clear_gets_no_answer() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            assertThat(asked(socket)).doesNotContain("200", "figures");
        }
    }

    /** The test compares the certificate itself. */
    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
