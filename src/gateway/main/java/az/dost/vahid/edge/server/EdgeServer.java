package az.dost.vahid.edge.server;

import az.dost.vahid.edge.life.Readiness;
import java.util.EnumSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.boot.jetty.JettyServerCustomizer;

/** What stands before the servlets: one after the other looks at a request, and the last gives it to a worker. */
record EdgeServer(
        EdgeSettings settings,
        Faces faces,
        HeldBodies held,
        RequestLimit limit,
        Supplier<Readiness> readiness,
        UnaryOperator<Handler> inner)
        implements JettyServerCustomizer {
    /**
     * What an address may have although it can be read in two ways: of a member's the exchange decides, and in its
     * protocol; of ours {@link Firewall} refuses it.
     */
    private static final UriCompliance READ_LATER = UriCompliance.from(EnumSet.of(
            Violation.AMBIGUOUS_PATH_SEGMENT,
            Violation.AMBIGUOUS_EMPTY_SEGMENT,
            Violation.AMBIGUOUS_PATH_SEPARATOR,
            Violation.AMBIGUOUS_PATH_PARAMETER,
            Violation.AMBIGUOUS_PATH_ENCODING,
            Violation.SUSPICIOUS_PATH_CHARACTERS,
            Violation.BAD_UTF8_ENCODING));

    @Override
    public void customize(Server server) {
        ServerConnector plain = (ServerConnector) server.getConnectors()[0];
        plain.setName("http");
        HttpConfiguration http =
                plain.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration();
        http.setHttpCompliance(HttpCompliance.STRICT);
        // Else a value that the server knows in another spelling comes in that one, and what members sign or hash does
        // not fit.
        http.setHeaderCacheCaseSensitive(true);
        http.setUriCompliance(READ_LATER);
        plain.setConnectionFactories(
                ProxiedConnections.before(settings.proxies(), new TimedHeads(http, settings.requestTimeoutMs())));
        server.getDescendants(ServletContextHandler.class)
                .forEach(context -> context.getServletHandler().setDecodeAmbiguousURIs(true));
        server.setErrorHandler(new ServerErrors());
        limit.setHandler(server.getHandler());
        Handler whole = new WholeRequest(limit, settings.requestTimeoutMs(), held);
        server.setHandler(
                new RequestShape(new AllowList(faces, new Probes(readiness, inner.apply(new DigestedBodies(whole))))));
    }
}
