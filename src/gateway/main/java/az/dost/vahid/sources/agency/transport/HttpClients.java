package az.dost.vahid.sources.agency.transport;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.Connector.AuthKind;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.PinnedCertificate;
import az.dost.vahid.signature.key.PinnedTls;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.TrustOptions;
import java.net.URI;

/**
 * HTTP client settings for one agency: a pool as wide as its bulkhead, its pinned certificate. Vert.x follows no
 * redirects by itself.
 */
public final class HttpClients {
    private static final int CONNECT_TIMEOUT_MS = 2000;
    private static final int IDLE_SECONDS = 30;

    /**
     * @param pinned the agency's own certificate, which alone is trusted where the endpoint is HTTPS
     * @param keys the gateway's; used only where the connector's login is mutual TLS, and may be null elsewhere
     */
    public static HttpClientOptions options(
            Connector connector, URI endpoint, PinnedCertificate pinned, GatewayKeys keys) {
        HttpClientOptions options = new HttpClientOptions();
        options.setMaxPoolSize(connector.maxConcurrent())
                .setConnectTimeout(CONNECT_TIMEOUT_MS)
                .setKeepAliveTimeout(IDLE_SECONDS)
                .setIdleTimeout(IDLE_SECONDS)
                .setTcpNoDelay(true);
        if ("https".equals(endpoint.getScheme())) {
            // The certificate is pinned whole, so the name in it decides nothing.
            options.setSsl(true).setVerifyHost(false).setTrustOptions(TrustOptions.wrap(new PinnedTls(pinned)));
        }
        if (connector.auth().kind() == AuthKind.MUTUAL_TLS) {
            GatewayKeys.Pair tls = keys.pair("tls");
            options.setKeyCertOptions(KeyCertOptions.wrap(PinnedTls.client(tls.key(), tls.certificate())));
        }
        return options;
    }

    private HttpClients() {}
}
