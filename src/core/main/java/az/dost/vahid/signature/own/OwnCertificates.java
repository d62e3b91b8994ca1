package az.dost.vahid.signature.own;

import az.dost.vahid.signature.key.Pem;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates that sign themselves, until an authority's take their place, and how they are written. */
final class OwnCertificates {
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * @param name whose it is
     * @param days that it is valid, from an hour ago on
     * @param hosts names under which a server shows it; null for none
     */
    static X509Certificate of(KeyPair pair, X500Name name, int days, GeneralNames hosts) {
        Instant now = Instant.now();
        var builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(120, RANDOM).setBit(119),
                Date.from(now.minus(Duration.ofHours(1))),
                Date.from(now.plus(Duration.ofDays(days))),
                name,
                pair.getPublic());
        String algorithm = pair.getPrivate().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
        try {
            if (hosts != null) {
                builder.addExtension(Extension.subjectAlternativeName, false, hosts);
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException("This JDK cannot make the keys", e);
        }
    }

    /**
     * @param name of a certificate, null for none
     * @throws IllegalArgumentException when it is no distinguished name
     */
    static void check(String name) {
        if (name != null) {
            new X500Name(name);
        }
    }

    /** @return null where there are none */
    static GeneralNames hosts(List<String> names) {
        return names.isEmpty()
                ? null
                : new GeneralNames(names.stream()
                        .map(name -> new GeneralName(GeneralName.dNSName, name))
                        .toArray(GeneralName[]::new));
    }

    /** Those of a certificate; null where it has none. */
    static GeneralNames hosts(X509Certificate certificate) {
        try {
            return GeneralNames.fromExtensions(
                    new X509CertificateHolder(certificate.getEncoded()).getExtensions(),
                    Extension.subjectAlternativeName);
        } catch (CertificateEncodingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One after another. */
    static byte[] pem(List<X509Certificate> certificates) {
        return certificates.stream().map(Pem::of).collect(Collectors.joining()).getBytes(StandardCharsets.US_ASCII);
    }

    private OwnCertificates() {}
}
