package az.dost.vahid.mock.kit;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509TrustManager;

/** TLS of one agency: its certificate follows the fault in force, its clients must be the gateway. */
final class MockTls extends X509ExtendedKeyManager {
    static {
        // Tickets would let a client resume past a certificate that a fault has since replaced.
        System.setProperty("jdk.tls.server.enableSessionTicketExtension", "false");
    }

    private final String agency;
    private final DemoKeys keys;

    private MockTls(String agency, DemoKeys keys) {
        this.agency = agency;
        this.keys = keys;
    }

    static SSLContext context(String agency, DemoKeys keys, Faults faults) {
        try {
            keys.agency(agency, "EC");
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    new KeyManager[] {new MockTls(agency, keys)},
                    new TrustManager[] {new GatewayOnly(keys.gatewayCertificate("tls"))},
                    null);
            faults.onChange(changed -> {
                var sessions = context.getServerSessionContext();
                Collections.list(sessions.getIds())
                        .forEach(id -> sessions.getSession(id).invalidate());
            });
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Credential now() {
        // A TLS server cannot answer without a certificate: one that nobody knows stands for "no signature".
        return keys.signer(agency, "EC").orElseGet(() -> keys.agency("nobody-tls", "EC"));
    }

    @Override
    public String chooseEngineServerAlias(String keyType, java.security.Principal[] issuers, SSLEngine engine) {
        return keyType.startsWith("EC") ? agency : null;
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return chooseEngineServerAlias(keyType, issuers, null);
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return new X509Certificate[] {now().certificate()};
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return now().key();
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return new String[] {agency};
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return null;
    }

    @Override
    public String chooseClientAlias(String[] keyType, Principal[] issuers, Socket socket) {
        return null;
    }

    private record GatewayOnly(X509Certificate gateway) implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            if (!chain[0].equals(gateway)) {
                throw new CertificateException("Not the gateway's certificate");
            }
            gateway.checkValidity();
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw new CertificateException("A mock calls nobody");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
