package az.dost.vahid.mock.kit;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes certificates. Those of agencies sign themselves: the gateway pins them, so no authority is needed. What
 * outsiders judge years later, the key of dossiers and that of time-stamps, an authority has issued.
 */
final class DemoCertificates {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Where the demonstration's authority is with its own ports; the gateway is told by a setting. */
    private static final String AUTHORITY = "http://localhost:9100/authority/";

    /** Algorithm is EC (P-256) or RSA (2048 bits). */
    static Credential make(String name, String algorithm, int days) {
        KeyPair pair = DemoKeys.CRYPTO.newPair(algorithm, 2048);
        Instant now = Instant.now();
        return new Credential(
                pair.getPrivate(),
                certify(name, pair, now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(days))));
    }

    /** An authority, which signs itself. */
    static Credential authority(String name, int days) {
        KeyPair pair = DemoKeys.CRYPTO.newPair("EC", 0);
        return new Credential(
                pair.getPrivate(),
                issued(name, pair.getPublic(), days, new Credential(pair.getPrivate(), null), builder -> {
                    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
                    builder.addExtension(
                            Extension.keyUsage,
                            true,
                            new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign | KeyUsage.digitalSignature));
                }));
    }

    /**
     * A certificate that the authority has issued, EC (P-256); it names where the authority tells of revocations.
     *
     * @param only what it is for, null for signatures
     */
    static Credential issue(String name, int days, Credential authority, KeyPurposeId only) {
        KeyPair pair = DemoKeys.CRYPTO.newPair("EC", 0);
        return new Credential(pair.getPrivate(), issued(name, pair.getPublic(), days, authority, builder -> {
            builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                new DistributionPoint(new DistributionPointName(new GeneralNames(at("revoked.crl"))), null, null)
            }));
            builder.addExtension(
                    Extension.authorityInfoAccess, false, new AuthorityInformationAccess(new AccessDescription[] {
                        new AccessDescription(AccessDescription.id_ad_ocsp, at("ocsp")),
                        new AccessDescription(AccessDescription.id_ad_caIssuers, at("authority.cer"))
                    }));
            if (only != null) {
                // Of a time-stamp authority (RFC 3161, section 2.3).
                builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(only));
            }
        }));
    }

    private static GeneralName at(String file) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, AUTHORITY + file);
    }

    private interface Extensions {
        void add(X509v3CertificateBuilder builder) throws IOException;
    }

    /** @param authority its certificate is null where it is its own */
    private static X509Certificate issued(
            String name, PublicKey key, int days, Credential authority, Extensions extensions) {
        try {
            JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
            X509Certificate above = authority.certificate();
            X500Name subject = subject(name);
            Instant now = Instant.now();
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    above == null ? subject : new JcaX509CertificateHolder(above).getSubject(),
                    new BigInteger(120, RANDOM).setBit(119),
                    Date.from(now.minus(Duration.ofHours(1))),
                    Date.from(now.plus(Duration.ofDays(days))),
                    subject,
                    key);
            builder.addExtension(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(key));
            if (above != null) {
                builder.addExtension(Extension.authorityKeyIdentifier, false, ids.createAuthorityKeyIdentifier(above));
            }
            extensions.add(builder);
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(authority.key())));
        } catch (OperatorCreationException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X500Name subject(String name) {
        return new X500Name("CN=" + name + ",O=Vahid demonstration,C=AZ");
    }

    static X509Certificate expired(String name, Credential own) {
        Instant now = Instant.now();
        return certify(
                name,
                new KeyPair(own.certificate().getPublicKey(), own.key()),
                now.minus(Duration.ofDays(30)),
                now.minus(Duration.ofDays(1)));
    }

    private static X509Certificate certify(String name, KeyPair pair, Instant from, Instant until) {
        try {
            X500Name subject = subject(name);
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
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate())));
        } catch (OperatorCreationException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private DemoCertificates() {}
}
