package az.dost.vahid.signature.key;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.function.Predicate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** Our side of mutual TLS: a client shows a certificate that is pinned and valid now, or none. */
public final class PinnedClients extends PinnedTrust {
    private final Predicate<ClientCertificate> pinned;

    private PinnedClients(Predicate<ClientCertificate> pinned) {
        this.pinned = pinned;
    }

    /**
     * @param own what the server shows
     * @param pinned asked at each handshake
     */
    public static SSLContext server(GatewayKeys.Pair own, Predicate<ClientCertificate> pinned) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    new KeyManager[] {PinnedTls.client(own.key(), own.certificate())},
                    new TrustManager[] {new PinnedClients(pinned)},
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The server's key cannot be used for TLS", e);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        ClientCertificate shown = ClientCertificate.of(chain[0]);
        chain[0].checkValidity();
        if (!pinned.test(shown)) {
            throw new CertificateException("No requester has this certificate");
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("No servers here");
    }
}
