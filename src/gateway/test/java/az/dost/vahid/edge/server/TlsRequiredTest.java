package az.dost.vahid.edge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("attack")
class TlsRequiredTest {
    private static List<String> listeners(boolean required) throws Exception {
        Server server = new Server();
        ServerConnector plain = new ServerConnector(server, new HttpConnectionFactory());
        plain.setName("http");
        server.addConnector(plain);
        new ManagementListener("127.0.0.1", 0, null, 1000).customize(server);
        SSLContext context = SSLContext.getDefault();
        ServerTls tls = new ServerTls(List.of("TLSv1.3"), List.of("TLS_AES_256_GCM_SHA384"), () -> context);
        new TlsListener("127.0.0.1", 0, tls, required, 1000).customize(server);
        return Arrays.stream(server.getConnectors())
                .map(connector -> ((NetworkConnector) connector).getName())
                .toList();
    }

    @Test
    void nobody_is_served_without_tls() throws Exception {
        assertThat(listeners(true)).contains("https").doesNotContain("http");
    }

    @ParameterizedTest
    @CsvSource({"true,2", "false,3"})
    void the_other_listeners_stay(boolean required, int count) throws Exception {
        assertThat(listeners(required)).contains("https", "management").hasSize(count);
    }
}
