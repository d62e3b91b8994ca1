package az.dost.vahid.edge.server;

import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.boot.jetty.JettyServerCustomizer;

/**
 * HTTPS beside the plain port, else like it. A client is asked for its certificate; without one it must bring a token.
 *
 * @param host address to listen at
 * @param required whether a client must show a certificate; then nobody is served without TLS
 * @param requestTimeoutMs how long a request's head may take to come, milliseconds
 */
record TlsListener(String host, int port, ServerTls tls, boolean required, int requestTimeoutMs)
        implements JettyServerCustomizer {
    @Override
    public void customize(Server server) {
        ServerConnector plain = (ServerConnector) server.getConnectors()[0];
        HttpConfiguration https = ServerTls.https(
                plain.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration());
        ServerConnector connector = new ServerConnector(
                server,
                plain.getAcceptors(),
                plain.getSelectorManager().getSelectorCount(),
                ProxiedConnections.like(plain, tls.connections(true, required), new TimedHeads(https, requestTimeoutMs))
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
}
