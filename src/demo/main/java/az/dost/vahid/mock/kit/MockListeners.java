package az.dost.vahid.mock.kit;

import az.dost.vahid.problem.StartException;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.IO;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The ports of the mock agencies, each known by the setting that it comes from. */
final class MockListeners {
    /** A good many of them wait where an agency plays dead; the others look after the ports. */
    private static final int WORKERS = 128;

    private static final int FOR_PORTS = 32;
    private static final int IDLE_MS = 60_000;
    /** Signatures travel in headers. */
    private static final int HEADER_BYTES = 64 << 10;

    private final QueuedThreadPool threads = new QueuedThreadPool(WORKERS + FOR_PORTS);
    private final Server server = new Server(threads);
    private final Map<String, ServerConnector> bySetting = new LinkedHashMap<>();

    MockListeners() {
        threads.setName("mocks");
    }

    Server server() {
        return server;
    }

    void plain(int port) {
        add("vahid.mocks.http-port", port, new ServerConnector(server, 0, 1, new HttpConnectionFactory(http())));
    }

    ServerConnector tls(String agency, int port, SSLContext context, boolean clientsKnown) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setSslContext(context);
        tls.setNeedClientAuth(clientsKnown);
        HttpConfiguration https = http();
        https.addCustomizer(new SecureRequestCustomizer(false));
        ServerConnector connector = new ServerConnector(
                server,
                0,
                1,
                new SslConnectionFactory(tls, HttpVersion.HTTP_1_1.asString()),
                new HttpConnectionFactory(https));
        add("vahid.mocks.tls-ports." + agency, port, connector);
        return connector;
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setMaxResponseHeaderSize(HEADER_BYTES);
        return http;
    }

    private void add(String setting, int port, ServerConnector connector) {
        connector.setHost("0.0.0.0");
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MS);
        server.addConnector(connector);
        bySetting.put(setting, connector);
    }

    /** @throws StartException naming the setting of a port that is taken; then none is held */
    void open() {
        bySetting.forEach((setting, connector) -> {
            try {
                connector.open();
            } catch (IOException e) {
                bySetting.values().forEach(opened -> IO.close((ServerSocketChannel) opened.getTransport()));
                throw new StartException(
                        "Port " + connector.getPort() + " is taken: set " + setting + " to another one", e);
            }
        });
    }
}
