package az.dost.vahid.signature.key;

import az.dost.vahid.answer.Reason;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;

/** TLS to one agency: its pinned certificate and no other; the gateway's client certificate when asked. */
public final class PinnedTls extends PinnedTrust {
    private final PinnedCertificate pinned;

    public PinnedTls(PinnedCertificate pinned) {
        this.pinned = pinned;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        try {
            pinned.checkPresented(chain[0].getEncoded());
        } catch (ProofException | CertificateEncodingException e) {
            throw new CertificateException(
                    e.getMessage(),
                    e instanceof ProofException
                            ? e
                            : new ProofException(Reason.SIGNER_UNKNOWN, "The connection's certificate cannot be read"));
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("No clients here");
    }

    /** @param own client certificate to show, null for none */
    public static SSLContext context(PinnedCertificate pinned, GatewayKeys.Pair own) {
        try {
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(
                    own == null ? null : new KeyManager[] {client(own.key(), own.certificate())},
                    new TrustManager[] {new PinnedTls(pinned)},
                    null);
            return tls;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS cannot be set up", e);
        }
    }

    /** Shows one certificate, whatever the other side asks for; for our side of any connection. */
    public static X509ExtendedKeyManager client(PrivateKey key, X509Certificate certificate) {
        return new OwnKey(key, certificate);
    }

    private static final class OwnKey extends X509ExtendedKeyManager {
        private final PrivateKey key;
        private final X509Certificate certificate;

        OwnKey(PrivateKey key, X509Certificate certificate) {
            this.key = key;
            this.certificate = certificate;
        }

        @Override
        public String chooseEngineClientAlias(String[] keyType, Principal[] issuers, SSLEngine engine) {
            return "gateway";
        }

        @Override
        public String chooseClientAlias(String[] keyType, Principal[] issuers, Socket socket) {
            return "gateway";
        }

        @Override
        public String[] getClientAliases(String keyType, Principal[] issuers) {
            return new String[] {"gateway"};
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return new X509Certificate[] {certificate};
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return key;
        }

        @Override
        public String[] getServerAliases(String keyType, Principal[] issuers) {
            return fits(keyType) ? new String[] {"gateway"} : null;
        }

        @Override
        public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
            return fits(keyType) ? "gateway" : null;
        }

        @Override
        public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
            return fits(keyType) ? "gateway" : null;
        }

        /** TLS 1.3 asks for {@code EC} or {@code RSA}, TLS 1.2 also for {@code EC_EC} and the like. */
        private boolean fits(String keyType) {
            return keyType.startsWith(certificate.getPublicKey().getAlgorithm());
        }
    }
}
