package az.dost.vahid.edge.server;

import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.boot.jetty.JettyServerCustomizer;

/**
 * Where operators look: metrics and what is in force, by a port of its own, else like the plain one. {@link AllowList}
 * says what it has.
 *
 * @param host address to listen at
 * @param tls null where whoever is between may read operators' tokens: on one machine
 * @param requestTimeoutMs how long a request's head may take to come, milliseconds
 */
record ManagementListener(String host, int port, ServerTls tls, int requestTimeoutMs) implements JettyServerCustomizer {
    /** Of the listener. */
    static final String NAME = "management";
    /** What every listener has, and asks nobody's name for; so has it what {@link Probes} answers. */
    static final String HEALTH = "/actuator/health";

    @Override
    public void customize(Server server) {
        ServerConnector plain = (ServerConnector) server.getConnectors()[0];
        HttpConfiguration http =
                plain.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration();
        ServerConnector connector = tls == null
                ? new ServerConnector(server, 0, 1, new TimedHeads(http, requestTimeoutMs))
                : new ServerConnector(
                        server,
                        0,
                        1,
                        tls.connections(false, false),
                        new TimedHeads(ServerTls.https(http), requestTimeoutMs));
        connector.setName(NAME);
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(plain.getIdleTimeout());
        server.addConnector(connector);
    }
}
