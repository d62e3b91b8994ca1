package az.dost.vahid.journeys.exchange.service;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector.Auth;
import az.dost.vahid.connector.Connector.AuthKind;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.PinnedTls;
import az.dost.vahid.xroad.RequestHash.Header;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.core.env.Environment;

/**
 * Connections to providers. The client is HttpComponents' minimal one: it follows no redirect, repeats nothing, keeps
 * no cookie and decodes nothing, so that what passes is what was sent.
 */
public final class ProviderClients {
    /** What a connector needs that can be given to a request whose body is not ours. */
    static final Set<AuthKind> POSSIBLE = Set.of(AuthKind.NONE, AuthKind.API_KEY, AuthKind.MUTUAL_TLS);

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final String PLAIN = "";
    /**
     * Bytes of headers beyond ASCII go on as they came (RFC 9110, section 5.5); the client would write a question mark
     * for some.
     */
    private static final CharCodingConfig AS_IT_IS =
            CharCodingConfig.custom().setCharset(StandardCharsets.ISO_8859_1).build();

    private final Map<String, CloseableHttpClient> clients = new ConcurrentHashMap<>();
    private final Catalogue agencies;
    private final PinnedCertificates certificates;
    private final GatewayKeys keys;
    private final Environment settings;
    private final int most;

    /** @param most connections to one provider, and exchanges at once */
    public ProviderClients(
            Catalogue agencies, PinnedCertificates certificates, GatewayKeys keys, Environment settings, int most) {
        this.agencies = agencies;
        this.certificates = certificates;
        this.keys = keys;
        this.settings = settings;
        this.most = most;
    }

    /** @param agency id of the connector whose certificate and credentials count, null for none */
    ProviderClient of(URI address, String agency) {
        boolean pinned = agency != null && "https".equals(address.getScheme());
        return new ProviderClient(
                clients.computeIfAbsent(pinned ? agency : PLAIN, this::client),
                agency == null ? null : credential(agency));
    }

    private Header credential(String agency) {
        Auth auth = agencies.folder(agency).connector().auth();
        return auth.kind() == AuthKind.API_KEY
                ? new Header(auth.header(), settings.getRequiredProperty("vahid.secrets." + auth.secret()))
                : null;
    }

    private CloseableHttpClient client(String agency) {
        PoolingHttpClientConnectionManagerBuilder connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .charCodingConfig(AS_IT_IS)
                        .build())
                .setMaxConnTotal(most)
                .setMaxConnPerRoute(most)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .setTimeToLive(TimeValue.ofMinutes(10))
                        .build());
        if (!agency.equals(PLAIN)) {
            boolean mutual = agencies.folder(agency).connector().auth().kind() == AuthKind.MUTUAL_TLS;
            // The certificate is pinned whole, so the name in it decides nothing.
            connections.setTlsSocketStrategy(new DefaultClientTlsStrategy(
                    PinnedTls.context(certificates.of(agency), mutual ? keys.pair("tls") : null),
                    NoopHostnameVerifier.INSTANCE));
        }
        return HttpClients.createMinimal(connections.build());
    }
}
