package az.dost.vahid.mock.kit;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import java.io.Closeable;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.xnio.IoUtils;

/** Closes an agency's TLS connections when its fault changes, so that the next call sees the new certificate. */
final class ClosingHandler implements HttpHandler {
    private final HttpHandler next;
    private final Map<String, Integer> tlsPorts;
    private final Map<Integer, Set<ServerConnection>> open = new ConcurrentHashMap<>();

    ClosingHandler(HttpHandler next, Faults faults, Map<String, Integer> tlsPorts) {
        this.next = next;
        this.tlsPorts = tlsPorts;
        faults.onChange(this::close);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        ServerConnection connection = exchange.getConnection();
        int port = connection.getLocalAddress(InetSocketAddress.class).getPort();
        if (tlsPorts.containsValue(port)) {
            Set<ServerConnection> connections = open.computeIfAbsent(port, p -> ConcurrentHashMap.newKeySet());
            if (connections.add(connection)) {
                connection.addCloseListener(connections::remove);
            }
        }
        next.handleRequest(exchange);
    }

    private void close(String agency) {
        Integer port = tlsPorts.get(agency);
        if (port != null) {
            open.getOrDefault(port, Set.of()).forEach(connection -> IoUtils.safeClose((Closeable) connection));
        }
    }
}
