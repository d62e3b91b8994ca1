package az.dost.vahid.mock.kit;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes self-signed certificates; the gateway pins them, so no authority is needed. */
final class DemoCertificates {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Algorithm is EC (P-256) or RSA (2048 bits). */
    static Credential make(String name, String algorithm, int days) {
        return make(name, algorithm, days, null);
    }

    /** Of a time-stamp authority (RFC 3161, section 2.3). */
    static Credential timeStamping(String name, int days) {
        return make(name, "EC", days, KeyPurposeId.id_kp_timeStamping);
    }

    private static Credential make(String name, String algorithm, int days, KeyPurposeId only) {
        KeyPair pair = DemoKeys.CRYPTO.newPair(algorithm, 2048);
        Instant now = Instant.now();
        return new Credential(
                pair.getPrivate(),
                certify(name, pair, now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(days)), only));
    }

    static X509Certificate expired(String name, Credential own) {
        Instant now = Instant.now();
        return certify(
                name,
                new KeyPair(own.certificate().getPublicKey(), own.key()),
                now.minus(Duration.ofDays(30)),
                now.minus(Duration.ofDays(1)),
                null);
    }

    private static X509Certificate certify(String name, KeyPair pair, Instant from, Instant until, KeyPurposeId only) {
        try {
            X500Name subject = new X500Name("CN=" + name + ",O=Vahid demonstration,C=AZ");
            String algorithm = pair.getPrivate().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
            var builder = new JcaX509v3CertificateBuilder(
                    subject,
                    new BigInteger(120, RANDOM).setBit(119),
                    Date.from(from),
                    Date.from(until),
                    subject,
                    pair.getPublic());
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")
            }));
            if (only != null) {
                builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(only));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate())));
        } catch (OperatorCreationException | GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                            .encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private DemoCertificates() {}
}
