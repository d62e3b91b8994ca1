package az.dost.vahid.edge.server;

import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * How a listener speaks TLS: 1.3 and 1.2, only suites with forward secrecy and authenticated encryption.
 *
 * @param protocols versions of TLS (JSSE)
 * @param ciphers names of the suites (JSSE), of both versions, the best first
 * @param context asked once, by the listener
 */
record ServerTls(List<String> protocols, List<String> ciphers, Supplier<SSLContext> context) {
    /**
     * What comes before HTTP.
     *
     * @param asked whether a client is asked for its certificate
     * @param required whether it must show one
     */
    SslConnectionFactory connections(boolean asked, boolean required) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setSslContext(context.get());
        tls.setExcludeProtocols();
        tls.setIncludeProtocols(protocols.toArray(String[]::new));
        tls.setExcludeCipherSuites();
        tls.setIncludeCipherSuites(ciphers.toArray(String[]::new));
        tls.setUseCipherSuitesOrder(true);
        tls.setRenegotiationAllowed(false);
        tls.setWantClientAuth(asked);
        tls.setNeedClientAuth(required);
        return new SslConnectionFactory(tls, HttpVersion.HTTP_1_1.asString());
    }

    /** The plain listener's, within TLS. */
    static HttpConfiguration https(HttpConfiguration plain) {
        HttpConfiguration https = new HttpConfiguration(plain);
        // A client may know the gateway by another name than its certificate does: it pins the certificate.
        https.addCustomizer(new SecureRequestCustomizer(false));
        return https;
    }
}
