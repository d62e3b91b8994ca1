package az.dost.vahid.signature.own;

import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.Pem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * A gateway's own keys in a folder; only their owner may read them.
 *
 * @param subject distinguished name in the certificates, which are self-signed: an authority's take their place later
 * @param days that the certificates are valid
 * @param hosts names under which the gateways' HTTPS is reached, for the certificate of {@code tls}
 */
record OwnKeys(Path folder, String subject, int days, List<String> hosts) {
    /** What nobody else may read. */
    static final List<String> FILES = List.of("gateway.p12", "record.key", "person.key");

    private static final Map<String, String> ALGORITHMS =
            new TreeMap<>(Map.of("dossier", "EC", "wss", "RSA", "wss-ec", "EC", "tls", "EC"));
    private static final int RSA_BITS = 3072;
    private static final int SECRET_BYTES = 32;
    private static final CryptoProvider CRYPTO = new CryptoProvider(true);
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws IllegalArgumentException when the subject is no distinguished name */
    OwnKeys {
        new X500Name(subject);
    }

    /** Files that would be written and are there. */
    List<Path> present() {
        return FILES.stream().map(folder::resolve).filter(Files::exists).toList();
    }

    /** @param password of {@code gateway.p12} and of each key in it */
    void make(char[] password) throws IOException {
        Files.createDirectories(folder);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            for (Map.Entry<String, String> alias : ALGORITHMS.entrySet()) {
                KeyPair pair = CRYPTO.newPair(alias.getValue(), RSA_BITS);
                X509Certificate certificate = OwnCertificates.of(
                        pair,
                        new X500Name(subject),
                        days,
                        alias.getKey().equals("tls") ? OwnCertificates.hosts(hosts) : null);
                store.setKeyEntry(alias.getKey(), pair.getPrivate(), password, new Certificate[] {certificate});
                Files.writeString(folder.resolve("gateway-" + alias.getKey() + ".pem"), Pem.of(certificate));
            }
            try (OutputStream out = Files.newOutputStream(secret("gateway.p12"))) {
                store.store(out, password);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot make the keys", e);
        }
        for (String name : List.of("record.key", "person.key")) {
            byte[] key = new byte[SECRET_BYTES];
            RANDOM.nextBytes(key);
            Files.writeString(secret(name), Base64.getEncoder().encodeToString(key) + "\n");
        }
    }

    /** Made empty, before anything secret is in it. */
    private Path secret(String name) throws IOException {
        Path file = folder.resolve(name);
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createFile(file);
    }
}
