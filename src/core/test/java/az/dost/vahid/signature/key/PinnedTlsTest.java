package az.dost.vahid.signature.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.answer.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import org.junit.jupiter.api.Test;

/** Handshakes with an agency's server on the loopback. */
class PinnedTlsTest {
    private static final int TIMEOUT_MS = 10_000;
    private static final Agency GATEWAY = Agency.named("gateway", "RSA");

    @Test
    void the_agencys_own_certificate_is_accepted_and_the_gateways_shown() throws Exception {
        assertThat(connect(Agency.RSA, Agency.RSA)).isEqualTo(GATEWAY.certificate());
    }

    @Test
    void the_certificate_of_an_ec_key_is_accepted_too() throws Exception {
        assertThat(connect(Agency.EC, Agency.EC)).isEqualTo(GATEWAY.certificate());
    }

    @Test
    void a_strangers_certificate_ends_the_connection() {
        ends(Reason.SIGNER_UNKNOWN, Agency.RSA, Agency.STRANGER);
    }

    @Test
    void another_certificate_of_the_same_key_ends_the_connection() {
        ends(Reason.SIGNER_UNKNOWN, Agency.RSA, Agency.RSA.recertified());
    }

    @Test
    void an_expired_certificate_ends_the_connection() {
        Agency expired = Agency.RSA.expired();
        ends(Reason.CERTIFICATE_EXPIRED, expired, expired);
        ends(Reason.CERTIFICATE_EXPIRED, Agency.RSA, expired);
    }

    @Test
    void no_client_is_trusted_by_it() {
        PinnedTls tls = new PinnedTls(Agency.RSA.pinned());
        X509Certificate[] chain = {Agency.RSA.certificate()};
        assertThatThrownBy(() -> tls.checkClientTrusted(chain, "RSA")).isInstanceOf(GeneralSecurityException.class);
        assertThat(tls.getAcceptedIssuers()).isEmpty();
    }

    private static void ends(Reason reason, Agency pinned, Agency server) {
        assertThatThrownBy(() -> connect(pinned, server))
                .isInstanceOf(SSLHandshakeException.class)
                .rootCause()
                .isInstanceOfSatisfying(
                        ProofException.class,
                        proof -> assertThat(proof.reason()).isEqualTo(reason));
    }

    /** The client certificate that the server saw. */
    private static X509Certificate connect(Agency pinned, Agency server) throws Exception {
        X509ExtendedKeyManager own = PinnedTls.client(GATEWAY.key(), GATEWAY.certificate());
        SSLContext client = context(own, new PinnedTls(pinned.pinned()));
        SSLContext serving = context(new ServerKey(server), new AnyClient());
        try (SSLServerSocket socket = (SSLServerSocket)
                serving.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            socket.setSoTimeout(TIMEOUT_MS);
            socket.setNeedClientAuth(true);
            CompletableFuture<X509Certificate> seen = CompletableFuture.supplyAsync(() -> accept(socket));
            try (SSLSocket connection = (SSLSocket)
                    client.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), socket.getLocalPort())) {
                connection.setSoTimeout(TIMEOUT_MS);
                connection.startHandshake();
                assertThat(connection.getInputStream().read()).isEqualTo('!');
            }
            return seen.get(TIMEOUT_MS, TimeUnit.MILLISECONDS);
        }
    }

    private static X509Certificate accept(SSLServerSocket socket) {
        try (SSLSocket connection = (SSLSocket) socket.accept()) {
            connection.setSoTimeout(TIMEOUT_MS);
            connection.startHandshake();
            connection.getOutputStream().write('!');
            return (X509Certificate) connection.getSession().getPeerCertificates()[0];
        } catch (IOException e) {
            return null;
        }
    }

    private static SSLContext context(KeyManager keys, TrustManager trust) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[] {keys}, new TrustManager[] {trust}, null);
        return context;
    }

    private static final class ServerKey extends X509ExtendedKeyManager {
        private final Agency agency;

        ServerKey(Agency agency) {
            this.agency = agency;
        }

        @Override
        public String chooseServerAlias(String keyType, java.security.Principal[] issuers, java.net.Socket socket) {
            return keyType.startsWith(agency.key().getAlgorithm()) ? "server" : null;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return new X509Certificate[] {agency.certificate()};
        }

        @Override
        public java.security.PrivateKey getPrivateKey(String alias) {
            return agency.key();
        }

        @Override
        public String[] getServerAliases(String keyType, java.security.Principal[] issuers) {
            return new String[] {"server"};
        }

        @Override
        public String[] getClientAliases(String keyType, java.security.Principal[] issuers) {
            return null;
        }

        @Override
        public String chooseClientAlias(String[] keyType, java.security.Principal[] issuers, java.net.Socket socket) {
            return null;
        }
    }

    /** The server's side takes any client: what it saw is what the test asks about. */
    private static final class AnyClient extends javax.net.ssl.X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, java.net.Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, java.net.Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, javax.net.ssl.SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, javax.net.ssl.SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
