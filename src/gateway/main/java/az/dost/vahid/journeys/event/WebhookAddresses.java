package az.dost.vahid.journeys.event;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
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
public final class WebhookAddresses implements DnsResolver {
    private final Set<String> allowed;

    /** @param allowed hosts that may have a private address */
    WebhookAddresses(Set<String> allowed) {
        this.allowed = Set.copyOf(allowed);
    }

    boolean allowed(String host) {
        return allowed.contains(host);
    }

    /** Why nothing is sent to an address; empty where something may be. */
    public Optional<String> fault(String address) {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            return Optional.of("the webhook is no address");
        }
        if (uri.getHost() == null) {
            return Optional.of("the webhook names no host");
        }
        if (!"https".equals(uri.getScheme()) && !allowed(uri.getHost())) {
            return Optional.of("the webhook must be https");
        }
        try {
            resolve(uri.getHost());
        } catch (PrivateHostException e) {
            return Optional.of("the webhook has " + e.getMessage());
        } catch (UnknownHostException e) {
            // A name server that is away is no reason to drop a subscriber; each connection asks again.
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** Connections to addresses that were checked, and no others. */
    public HttpClientConnectionManager connections(int most) {
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

    /**
     * Tells addresses inside a network, or of no host at all, from those of the public internet: IANA's special-purpose
     * registries (RFC 6890), beyond what {@link InetAddress} knows by itself.
     */
    private static final class PrivateAddress {
        private static final int V4_BYTES = 4;
        /** Beginnings in hex and how many bits of them count. */
        private static final List<Block> V4 = List.of(
                new Block("00", 8),
                new Block("6440", 10),
                new Block("c00000", 24),
                new Block("c00002", 24),
                new Block("c612", 15),
                new Block("c63364", 24),
                new Block("cb0071", 24),
                new Block("f0", 4));
        /** Among them the forms that hold an IPv4 address: NAT64, 6to4, Teredo, compatible. */
        private static final List<Block> V6 = List.of(
                new Block("fc", 7),
                new Block("0064ff9b", 32),
                new Block("2002", 16),
                new Block("20010000", 32),
                new Block("20010db8", 32),
                new Block("000000000000000000000000", 96));

        private record Block(String start, int bits) {
            boolean holds(byte[] address) {
                byte[] own = HexFormat.of().parseHex(start);
                for (int bit = 0; bit < bits; bit++) {
                    int mask = 0x80 >> bit % Byte.SIZE;
                    if ((own[bit / Byte.SIZE] & mask) != (address[bit / Byte.SIZE] & mask)) {
                        return false;
                    }
                }
                return true;
            }
        }

        static boolean is(InetAddress address) {
            byte[] bytes = address.getAddress();
            return address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || address.isLinkLocalAddress()
                    || address.isSiteLocalAddress()
                    || address.isMulticastAddress()
                    || (bytes.length == V4_BYTES ? V4 : V6).stream().anyMatch(block -> block.holds(bytes));
        }

        private PrivateAddress() {}
    }
}
