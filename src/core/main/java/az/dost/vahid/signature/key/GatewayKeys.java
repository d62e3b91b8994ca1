package az.dost.vahid.signature.key;

import az.dost.vahid.problem.StartException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.crypto.SecretKey;

/**
 * The gateway's own keys, from one PKCS#12 store or one PKCS#11 token (which keeps the keys to itself and signs):
 * {@code dossier} (EC P-256) signs dossiers, {@code wss} (RSA) and {@code wss-ec} (EC P-256) sign SOAP requests,
 * {@code tls} is the client certificate shown to agencies.
 */
public final class GatewayKeys {
    private final KeyStore store;
    private final char[] password;
    private final CryptoProvider crypto;
    /**
     * Each is decrypted once: a PKCS#12 store derives its cipher's key anew, in thousands of rounds, whenever one is
     * asked for.
     */
    private final Map<String, Pair> pairs = new ConcurrentHashMap<>();

    /**
     * A key in the provider's own form, with its certificate.
     *
     * @param issuers certificates of the authorities between it and a root, from its own issuer up; none for a
     *     certificate that a root issued or that signs itself
     */
    public record Pair(PrivateKey key, X509Certificate certificate, List<X509Certificate> issuers) {
        public Pair(PrivateKey key, X509Certificate certificate) {
            this(key, certificate, List.of());
        }

        /** Its own first. */
        public List<X509Certificate> certificates() {
            return Stream.concat(Stream.of(certificate), issuers.stream()).toList();
        }
    }

    /** @throws IllegalStateException naming the file and the setting when the store cannot be opened */
    public GatewayKeys(Path file, char[] password, CryptoProvider crypto) {
        this(open(file, password), password, crypto);
    }

    private GatewayKeys(KeyStore store, char[] password, CryptoProvider crypto) {
        this.password = password.clone();
        this.crypto = crypto;
        this.store = store;
    }

    /**
     * The keys of a PKCS#11 token. Its provider is registered in this JVM: the JDK finds it for the token's keys.
     *
     * @param configuration of SunPKCS11: {@code name}, {@code library} and {@code slot} or {@code slotListIndex}
     * @throws StartException naming the setting when the token cannot be used
     */
    public static GatewayKeys ofToken(Path configuration, char[] pin, CryptoProvider crypto) {
        try {
            Provider made = Security.getProvider("SunPKCS11").configure(configuration.toString());
            Security.addProvider(made);
            // The JDK signs with the one that was registered first under this name, and with keys of no other.
            Provider token = Security.getProvider(made.getName());
            KeyStore store = KeyStore.getInstance("PKCS11", token);
            store.load(null, pin);
            return new GatewayKeys(store, pin, crypto);
        } catch (IOException | GeneralSecurityException | ProviderException | InvalidParameterException e) {
            throw new StartException(
                    "The token of " + configuration + " cannot be used: check vahid.keys-token and vahid.keys-password",
                    e);
        }
    }

    private static KeyStore open(Path file, char[] password) {
        try (var in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The gateway's key store " + file + " cannot be opened: check vahid.keys and vahid.keys-password",
                    e);
        }
    }

    /** @throws StartException naming the alias when the store lacks it */
    public Pair pair(String alias) {
        return pairs.computeIfAbsent(alias, this::read);
    }

    private Pair read(String alias) {
        try {
            PrivateKey key = (PrivateKey) store.getKey(alias, password);
            X509Certificate certificate = (X509Certificate) store.getCertificate(alias);
            if (key == null || certificate == null) {
                throw new StartException("The gateway's key store has no key with the alias " + alias
                        + ": the command 'keys new' makes one, keytool -importkeystore brings it there");
            }
            return new Pair(crypto.own(key), certificate, issuers(store.getCertificateChain(alias)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key " + alias + " of the gateway's key store cannot be read", e);
        }
    }

    private static List<X509Certificate> issuers(Certificate[] chain) {
        return Arrays.stream(chain)
                .skip(1)
                .map(X509Certificate.class::cast)
                .filter(issuer -> !issuer.getSubjectX500Principal().equals(issuer.getIssuerX500Principal()))
                .toList();
    }

    /**
     * A key that has no certificate, such as the one that stands for persons.
     *
     * @throws StartException naming the alias when the store lacks it
     */
    public SecretKey secret(String alias) {
        try {
            if (store.getKey(alias, password) instanceof SecretKey key) {
                return key;
            }
            throw new StartException("The gateway's key store has no secret key with the alias " + alias
                    + ": the command 'keys person' brings person.key there");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key " + alias + " of the gateway's key store cannot be read", e);
        }
    }

    /**
     * Puts a key without a certificate into the store or the token.
     *
     * @throws StartException when there is one of this alias
     */
    public void add(String alias, SecretKey key) {
        try {
            if (store.containsAlias(alias)) {
                throw new StartException("The gateway's key store has a key with the alias " + alias + " already");
            }
            store.setKeyEntry(alias, key, own(), null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key store takes no key with the alias " + alias, e);
        }
    }

    /** Whether there is a key with a certificate under this alias. */
    public boolean has(String alias) {
        try {
            return store.isKeyEntry(alias) && store.getCertificate(alias) != null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The gateway's key store cannot be read", e);
        }
    }

    /**
     * A new pair of keys of the kind that an alias has, not kept yet; made in the token where the keys lie in one.
     *
     * @throws StartException naming the alias when the store lacks it
     */
    public KeyPair another(String alias) {
        PublicKey before = pair(alias).certificate().getPublicKey();
        int bits = before instanceof RSAPublicKey rsa ? rsa.getModulus().bitLength() : 0;
        return token()
                ? CryptoProvider.newPair(before.getAlgorithm(), bits, store.getProvider())
                : crypto.newPair(before.getAlgorithm(), bits);
    }

    /** Puts a key and its certificate under an alias, in the place of whatever is there. */
    public void put(String alias, PrivateKey key, List<X509Certificate> certificates) {
        try {
            store.setKeyEntry(alias, key, own(), certificates.toArray(X509Certificate[]::new));
            pairs.remove(alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key store takes no key with the alias " + alias, e);
        }
    }

    /**
     * The key of an alias takes the place of another one's, and has that name from then on. In a token these are
     * several acts.
     *
     * @throws StartException naming the alias when the store lacks it
     */
    public void rename(String alias, String to) {
        pair(alias);
        try {
            Key key = store.getKey(alias, password);
            Certificate[] certificates = store.getCertificateChain(alias);
            // A token would keep the certificate of before beside the new one, and find neither by its name.
            if (store.containsAlias(to)) {
                store.deleteEntry(to);
            }
            store.setKeyEntry(to, key, own(), certificates);
            if (store.containsAlias(alias)) {
                store.deleteEntry(alias);
            }
            pairs.remove(alias);
            pairs.remove(to);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key " + alias + " cannot take the place of " + to, e);
        }
    }

    /** A token has its PIN already, and takes no password of a key. */
    private char[] own() {
        return token() ? null : password;
    }

    private boolean token() {
        return store.getType().equals("PKCS11");
    }

    /** A PKCS#12 store as a file; a token has kept what was added to it. */
    public byte[] bytes() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, password);
            return out.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The key store cannot be written", e);
        }
    }

    /** Every key's certificate, by alias. */
    public Map<String, X509Certificate> certificates() {
        try {
            Map<String, X509Certificate> certificates = new TreeMap<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                    certificates.put(alias, certificate);
                }
            }
            return certificates;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The gateway's key store cannot be read", e);
        }
    }
}
