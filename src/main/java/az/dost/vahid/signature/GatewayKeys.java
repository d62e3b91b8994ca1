package az.dost.vahid.signature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * The gateway's own keys, from one PKCS#12 store: {@code dossier} (EC P-256) signs dossiers, {@code wss} (RSA) signs
 * SOAP requests, {@code tls} is the client certificate shown to agencies.
 */
public final class GatewayKeys {
    private final KeyStore store;
    private final char[] password;
    private final CryptoProvider crypto;

    /** A key in the provider's own form, with its certificate. */
    public record Pair(PrivateKey key, X509Certificate certificate) { }

    /** @throws IllegalStateException naming the file and the setting when the store cannot be opened */
    public GatewayKeys(Path file, char[] password, CryptoProvider crypto) {
        this.password = password.clone();
        this.crypto = crypto;
        try (var in = Files.newInputStream(file)) {
            store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The gateway's key store " + file
                    + " cannot be opened: check vahid.keys and vahid.keys-password", e);
        }
    }

    /** @throws IllegalStateException naming the alias when the store lacks it */
    public Pair pair(String alias) {
        try {
            PrivateKey key = (PrivateKey) store.getKey(alias, password);
            X509Certificate certificate = (X509Certificate) store.getCertificate(alias);
            if (key == null || certificate == null) {
                throw new IllegalStateException("The gateway's key store has no key with the alias " + alias);
            }
            return new Pair(crypto.own(key), certificate);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key " + alias + " of the gateway's key store cannot be read", e);
        }
    }
}
