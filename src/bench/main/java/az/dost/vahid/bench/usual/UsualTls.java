package az.dost.vahid.bench.usual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.springframework.context.ApplicationContext;

/** Key stores: the gateway's keys, and one agency's certificate to trust. */
final class UsualTls {
    private final Path keys;
    private final String password;

    UsualTls(ApplicationContext parts) {
        keys = Path.of(parts.getEnvironment().getRequiredProperty("vahid.keys"));
        password = parts.getEnvironment().getRequiredProperty("vahid.keys-password");
    }

    KeyStore trusted(String agency) {
        try (var in = Files.newInputStream(keys.resolve("agencies").resolve(agency + ".pem"))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(
                    agency, CertificateFactory.getInstance("X.509").generateCertificate(in));
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With one of the gateway's keys alone. */
    KeyStore own(String alias) {
        try (var in = Files.newInputStream(keys.resolve("gateway.p12"))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            KeyStore one = KeyStore.getInstance("PKCS12");
            one.load(null, null);
            one.setKeyEntry(
                    alias,
                    store.getKey(alias, password.toCharArray()),
                    password.toCharArray(),
                    store.getCertificateChain(alias));
            return one;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String password() {
        return password;
    }

    SSLContextParameters parameters(String agency) {
        KeyManagersParameters own = new KeyManagersParameters();
        own.setKeyStore(store(own("tls")));
        own.setKeyPassword(password);
        TrustManagersParameters trusted = new TrustManagersParameters();
        trusted.setKeyStore(store(trusted(agency)));
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setKeyManagers(own);
        parameters.setTrustManagers(trusted);
        return parameters;
    }

    private static KeyStoreParameters store(KeyStore store) {
        KeyStoreParameters parameters = new KeyStoreParameters();
        parameters.setKeyStore(store);
        return parameters;
    }

    SSLContext context(String agency, org.apache.camel.CamelContext camel) {
        try {
            return parameters(agency).createSSLContext(camel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
