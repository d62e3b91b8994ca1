package az.dost.vahid.edge.server;

import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.springframework.boot.jetty.JettyServerCustomizer;

/**
 * HTTPS beside the plain port, else like it: TLS 1.3 and 1.2, only suites with forward secrecy and authenticated
 * encryption. A client is asked for its certificate; without one it must bring a token.
 *
 * @param host address to listen at
 * @param protocols versions of TLS (JSSE)
 * @param ciphers names of the suites (JSSE), of both versions, the best first
 * @param required whether a client must show a certificate; then nobody is served without TLS
 * @param requestTimeoutMs how long a request's head may take to come, milliseconds
 */
record TlsListener(
        String host,
        int port,
        List<String> protocols,
        List<String> ciphers,
        boolean required,
        int requestTimeoutMs,
        Supplier<SSLContext> context)
        implements JettyServerCustomizer {
    @Override
    public void customize(Server server) {
        ServerConnector plain = (ServerConnector) server.getConnectors()[0];
        HttpConfiguration https = new HttpConfiguration(
                plain.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration());
        // A client may know the gateway by another name than its certificate does: it pins the certificate.
        https.addCustomizer(new SecureRequestCustomizer(false));
        ServerConnector connector = new ServerConnector(
                server,
                plain.getAcceptors(),
                plain.getSelectorManager().getSelectorCount(),
                ProxiedConnections.like(
                                plain,
                                new SslConnectionFactory(tls(), HttpVersion.HTTP_1_1.asString()),
                                new TimedHeads(https, requestTimeoutMs))
                        .toArray(ConnectionFactory[]::new));
        connector.setName("https");
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(plain.getIdleTimeout());
        server.addConnector(connector);
        if (required) {
            // Else whoever has no certificate would come by the other door.
            server.removeConnector(plain);
        }
    }

    private SslContextFactory.Server tls() {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setSslContext(context.get());
        tls.setExcludeProtocols();
        tls.setIncludeProtocols(protocols.toArray(String[]::new));
        tls.setExcludeCipherSuites();
        tls.setIncludeCipherSuites(ciphers.toArray(String[]::new));
        tls.setUseCipherSuitesOrder(true);
        tls.setRenegotiationAllowed(false);
        tls.setWantClientAuth(true);
        tls.setNeedClientAuth(required);
        return tls;
    }
}
