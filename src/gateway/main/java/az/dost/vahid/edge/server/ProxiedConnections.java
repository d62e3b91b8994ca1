package az.dost.vahid.edge.server;

import az.dost.vahid.problem.StartException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.ProxyConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Connections of balancers, which may begin with a PROXY header (HAProxy's PROXY protocol, versions 1 and 2): it names
 * whom they carry. Of everybody else such a header is no HTTP.
 */
final class ProxiedConnections extends AbstractConnectionFactory {
    private final List<IpAddressMatcher> proxies;
    private final ConnectionFactory proxied = new ProxyConnectionFactory();
    private final ConnectionFactory direct;

    private ProxiedConnections(List<IpAddressMatcher> proxies, ConnectionFactory direct) {
        super("by-address");
        this.proxies = proxies;
        this.direct = direct;
    }

    /**
     * What a listener is to have, in its order.
     *
     * @param proxies addresses whose PROXY header is believed, or networks (CIDR); empty for nobody's
     * @param own what it has without them
     * @throws StartException for what is no address
     */
    static List<ConnectionFactory> before(List<String> proxies, ConnectionFactory... own) {
        return all(matchers(proxies), own);
    }

    /** The same for a listener that has the proxies of another one. */
    static List<ConnectionFactory> like(ServerConnector other, ConnectionFactory... own) {
        ProxiedConnections there = other.getConnectionFactory(ProxiedConnections.class);
        return all(there == null ? List.of() : there.proxies, own);
    }

    private static List<ConnectionFactory> all(List<IpAddressMatcher> proxies, ConnectionFactory... own) {
        List<ConnectionFactory> all = new ArrayList<>(List.of(own));
        if (!proxies.isEmpty()) {
            ProxiedConnections byAddress = new ProxiedConnections(proxies, own[0]);
            all.add(0, byAddress.proxied);
            all.add(0, byAddress);
        }
        return all;
    }

    private static List<IpAddressMatcher> matchers(List<String> proxies) {
        try {
            return proxies.stream().map(IpAddressMatcher::new).toList();
        } catch (IllegalArgumentException e) {
            throw new StartException(
                    "The setting vahid.edge.proxies must be addresses or networks, such as 10.0.0.7 or 10.0.0.0/24", e);
        }
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        return (known(endPoint) ? proxied : direct).newConnection(connector, endPoint);
    }

    private boolean known(EndPoint endPoint) {
        if (!(endPoint.getRemoteSocketAddress() instanceof InetSocketAddress socket) || socket.isUnresolved()) {
            return false;
        }
        // Without the interface that an address of the link came by.
        String address = socket.getAddress().getHostAddress().replaceFirst("%.*", "");
        return proxies.stream().anyMatch(proxy -> proxy.matches(address));
    }
}
