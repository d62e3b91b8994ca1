package az.dost.vahid.mock.kit;

import az.dost.vahid.folder.OwnFiles;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.Pem;
import az.dost.vahid.signature.key.PersonHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/**
 * Keys and certificates of the mock agencies, and the gateway's demonstration keys, made once in a folder.
 *
 * <p>Layout: {@code gateway.p12} (aliases {@code dossier}, {@code wss}, {@code wss-ec}, {@code tls}),
 * {@code gateway-<alias>.pem}, {@code record.key} (master key of the record), {@code person.key} (what stands for
 * persons), {@code authorities.pem} (who issued {@code dossier} and {@code time-stamps.pem}), {@code agencies/<id>.pem}
 * for the gateway to pin, {@code protected-persons.yaml}, {@code mocks/<id>.p12} for the mocks alone. The password of
 * the key stores is {@value #PASSWORD}: these keys protect synthetic data only.
 */
public final class DemoKeys {
    public static final String PASSWORD = "changeit";
    /** With which agencies sign: natively where it can be, for twenty of them are played on one machine. */
    public static final CryptoProvider CRYPTO = new CryptoProvider(true);
    /** Of the one protected person of the demonstration, whom no register knows. */
    private static final String PROTECTED_FIN = "H1DDEN1";

    private static final String TIME_STAMPS = "time-stamps";
    private static final String AUTHORITY = "authority";
    private static final int AUTHORITY_DAYS = 3650;
    private static final Map<String, String> OWN = Map.of("dossier", "EC", "wss", "RSA", "wss-ec", "EC", "tls", "RSA");
    private static final int VALID_DAYS = 365;
    private static final int SECRET_KEY_LENGTH = 32;
    private final Path folder;
    private final Faults faults;
    private final Map<String, X509Certificate> own;
    private final Map<String, Credential> loaded = new ConcurrentHashMap<>();
    /** Null before it was needed. */
    private Credential authority;

    public DemoKeys(Path folder, Faults faults) {
        this.folder = folder;
        this.faults = faults;
        if (!Files.exists(folder.resolve("authorities.pem"))) {
            authority();
        }
        own = certificates(folder.resolve("gateway.p12"));
        own.forEach((alias, certificate) -> pem(folder.resolve("gateway-" + alias + ".pem"), certificate));
        secretKey(folder.resolve("record.key"));
        secretKey(folder.resolve("person.key"));
        protectedPersons(folder);
    }

    /**
     * Of the authority that issues the gateway's certificate and the time-stamp authority's; its own is
     * {@code authorities.pem}.
     */
    public Credential authority() {
        synchronized (DemoKeys.class) {
            if (authority == null) {
                authority = stored(folder.resolve("mocks").resolve(AUTHORITY + ".p12"), AUTHORITY, "EC");
                pem(folder.resolve("authorities.pem"), authority.certificate());
            }
            return authority;
        }
    }

    /** Of the mock time-stamp authority; its certificate is {@code time-stamps.pem}. */
    public Credential timeStamps() {
        return loaded.computeIfAbsent(TIME_STAMPS, id -> {
            Credential own = stored(folder.resolve("mocks").resolve(id + ".p12"), id, "EC");
            pem(folder.resolve(id + ".pem"), own.certificate());
            return own;
        });
    }

    /**
     * Whose certificate the gateway shows: {@code wss} and {@code wss-ec} sign SOAP requests, {@code tls} is the client
     * certificate.
     */
    public X509Certificate gatewayCertificate(String alias) {
        return own.get(alias);
    }

    /**
     * The credential with which an agency now signs, empty under {@link Fault#NO_SIGNATURE}. Algorithm is EC or RSA.
     */
    public Optional<Credential> signer(String agency, String algorithm) {
        Credential own = agency(agency, algorithm);
        return switch (faults.of(agency)) {
            case NO_SIGNATURE -> Optional.empty();
            case WRONG_SIGNATURE -> Optional.of(agency("nobody-" + algorithm.toLowerCase(Locale.ROOT), algorithm));
            case EXPIRED_CERTIFICATE -> Optional.of(expired(agency, own));
            default -> Optional.of(own);
        };
    }

    /** The agency's own credential, whatever its fault. */
    public Credential agency(String agency, String algorithm) {
        return loaded.computeIfAbsent(agency, id -> {
            Credential own = stored(folder.resolve("mocks").resolve(id + ".p12"), id, algorithm);
            if (!id.startsWith("nobody")) {
                pem(folder.resolve("agencies").resolve(id + ".pem"), own.certificate());
            }
            return own;
        });
    }

    private Credential expired(String agency, Credential own) {
        return loaded.computeIfAbsent(
                agency + " expired", id -> new Credential(own.key(), DemoCertificates.expired(agency, own)));
    }

    /** Of the gateway; the mocks have no use for its keys. */
    private Map<String, X509Certificate> certificates(Path file) {
        try {
            KeyStore store = opened(file, OWN);
            Map<String, X509Certificate> certificates = new HashMap<>();
            for (String alias : OWN.keySet()) {
                certificates.put(alias, (X509Certificate) store.getCertificate(alias));
            }
            return certificates;
        } catch (GeneralSecurityException e) {
            throw unusable(file, e);
        }
    }

    private Credential stored(Path file, String alias, String algorithm) {
        try {
            KeyStore store = opened(file, Map.of(alias, algorithm));
            return new Credential(
                    CRYPTO.own((PrivateKey) store.getKey(alias, PASSWORD.toCharArray())),
                    (X509Certificate) store.getCertificate(alias));
        } catch (GeneralSecurityException e) {
            throw unusable(file, e);
        }
    }

    private static IllegalStateException unusable(Path file, GeneralSecurityException e) {
        return new IllegalStateException(
                "The demonstration key store " + file + " cannot be used: delete it and start again", e);
    }

    /**
     * Makes what the store lacks. It is read and written once for all its keys: each time its cipher's key is derived
     * in thousands of rounds.
     *
     * @param algorithms by alias
     */
    private KeyStore opened(Path file, Map<String, String> algorithms) throws GeneralSecurityException {
        synchronized (DemoKeys.class) {
            return made(file, algorithms);
        }
    }

    private KeyStore made(Path file, Map<String, String> algorithms) throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            if (Files.exists(file)) {
                try (var in = Files.newInputStream(file)) {
                    store.load(in, PASSWORD.toCharArray());
                }
            } else {
                store.load(null, null);
            }
            boolean whole = true;
            for (Map.Entry<String, String> key : algorithms.entrySet()) {
                String alias = key.getKey();
                if (!store.containsAlias(alias)) {
                    Credential made = switch (alias) {
                        case AUTHORITY -> DemoCertificates.authority("Vahid demonstration authority", AUTHORITY_DAYS);
                        case "dossier" -> DemoCertificates.issue(alias, VALID_DAYS, authority(), null);
                        case TIME_STAMPS ->
                            DemoCertificates.issue(alias, VALID_DAYS, authority(), KeyPurposeId.id_kp_timeStamping);
                        default -> DemoCertificates.make(alias, key.getValue(), VALID_DAYS);
                    };
                    store.setKeyEntry(
                            alias, made.key(), PASSWORD.toCharArray(), new X509Certificate[] {made.certificate()});
                    whole = false;
                }
            }
            if (!whole) {
                Files.createDirectories(file.getParent());
                try (var out = OwnFiles.stream(file)) {
                    store.store(out, PASSWORD.toCharArray());
                }
            }
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void secretKey(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] key = new byte[SECRET_KEY_LENGTH];
                new SecureRandom().nextBytes(key);
                try (var out = OwnFiles.stream(file)) {
                    out.write((Base64.getEncoder().encodeToString(key) + "\n").getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The list of the demonstration has one person on it, unless it was written by hand. */
    private static void protectedPersons(Path folder) {
        Path file = folder.resolve("protected-persons.yaml");
        try {
            if (!Files.exists(file)) {
                Files.writeString(
                        file,
                        "persons:\n  - person: "
                                + PersonHash.of(folder.resolve("person.key")).of(PROTECTED_FIN) + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pem(Path file, X509Certificate certificate) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, Pem.of(certificate));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
