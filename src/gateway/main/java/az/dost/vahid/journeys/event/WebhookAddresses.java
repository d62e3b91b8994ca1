package az.dost.vahid.journeys.event;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.util.Timeout;

/**
 * Resolves webhooks' hosts, at each connection: the connection is made to the very addresses that were checked here, so
 * a name that turns to a private address between check and use (DNS rebinding) gains nothing.
 */
final class WebhookAddresses implements DnsResolver {
    private final Set<String> allowed;

    /** @param allowed hosts that may have a private address */
    WebhookAddresses(Set<String> allowed) {
        this.allowed = Set.copyOf(allowed);
    }

    boolean allowed(String host) {
        return allowed.contains(host);
    }

    /** Connections to addresses that were checked, and no others. */
    HttpClientConnectionManager connections(int most) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(this)
                .setMaxConnTotal(most)
                .setMaxConnPerRoute(most)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.ofSeconds(5))
                        .setSocketTimeout(Timeout.ofSeconds(30))
                        .build())
                .build();
    }

    /** @throws UnknownHostException also for a host with a private address that is not allowed */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        if (!allowed(host)) {
            for (InetAddress address : addresses) {
                if (PrivateAddress.is(address)) {
                    throw new PrivateHostException();
                }
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** The host has a private address. */
    static final class PrivateHostException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        PrivateHostException() {
            super("a private or loopback address, which vahid.events.private-webhooks does not allow");
        }
    }
}
