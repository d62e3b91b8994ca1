package az.dost.vahid.signature.rehearsal;

import az.dost.vahid.signature.key.CryptoProvider;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A key with a certificate of its own that says that it only plays an agency. */
public final class PlayedKey {
    private static final String PLAYED = "O=Vahid rehearsal";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final char[] NONE = {};
    private final KeyPair pair;
    private final X509Certificate certificate;

    private PlayedKey(KeyPair pair, X509Certificate certificate) {
        this.pair = pair;
        this.certificate = certificate;
    }

    /** Valid for a week. @param algorithm RSA or EC */
    public static PlayedKey of(String agency, String algorithm) {
        return made(agency, algorithm, Duration.ofDays(7));
    }

    /** The same key with a certificate that ran out yesterday. */
    public PlayedKey expired(String agency) {
        return certified(agency, pair, Duration.ofDays(-1));
    }

    /**
     * The same key with somebody else's certificate, for texts of the length and look of his: no proof of them holds.
     */
    public PlayedKey showing(X509Certificate other) {
        return new PlayedKey(pair, other);
    }

    private static PlayedKey made(String agency, String algorithm, Duration validFor) {
        return certified(agency, new CryptoProvider(true).newPair(algorithm, 2048), validFor);
    }

    private static PlayedKey certified(String agency, KeyPair pair, Duration validFor) {
        try {
            X500Name subject = new X500Name("CN=" + agency + "," + PLAYED);
            Instant now = Instant.now();
            var builder = new JcaX509v3CertificateBuilder(
                    subject,
                    new BigInteger(120, RANDOM).setBit(119),
                    Date.from(now.minus(Duration.ofDays(30))),
                    Date.from(now.plus(validFor)),
                    subject,
                    pair.getPublic());
            String algorithm = pair.getPrivate().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
            return new PlayedKey(
                    pair,
                    new JcaX509CertificateConverter()
                            .getCertificate(
                                    builder.build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate()))));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    KeyPair pair() {
        return pair;
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /**
     * Puts the certificate where the gateway looks for the agency's.
     *
     * @throws IllegalStateException when a real certificate is there
     */
    public void pin(Path file) throws IOException {
        if (Files.exists(file) && !played(file)) {
            throw new IllegalStateException(file + " is a real agency's certificate: give another folder with --keys");
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        writeCertificate(file);
    }

    /** Writes both as PEM, as servers take them; nobody else may read the key. */
    public void write(Path keyFile, Path certificateFile) throws IOException {
        if (Files.notExists(keyFile)) {
            Files.createFile(
                    keyFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(keyFile, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        writeCertificate(certificateFile);
    }

    private void writeCertificate(Path file) throws IOException {
        try {
            Files.writeString(file, pem("CERTIFICATE", certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(content) + "\n-----END " + kind + "-----\n";
    }

    private static boolean played(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in) instanceof X509Certificate present
                    && present.getSubjectX500Principal().getName().contains(PLAYED);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    KeyStore store() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, NONE);
            store.setKeyEntry("agency", pair.getPrivate(), NONE, new Certificate[] {certificate});
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of a server with this key; it takes any client certificate, for whoever asks only plays too. */
    public SSLContext tls() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store(), NONE);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(keys.getKeyManagers(), new TrustManager[] {new Anyone()}, RANDOM);
            return tls;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Anyone implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
