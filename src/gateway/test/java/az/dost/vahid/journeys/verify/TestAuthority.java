package az.dost.vahid.journeys.verify;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certification authority as production has one: it issues certificates of gateways, time-stamp authorities and other
 * authorities, and its revocation list.
 */
public final class TestAuthority {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private final Instant start = Instant.now().minus(Duration.ofHours(1));
    private final KeyPair own = pair();
    private final X500Name name;
    private final X509Certificate[] chain;
    private long serial = 1;

    /** A root. */
    public TestAuthority() {
        name = name("Root");
        chain = new X509Certificate[] {issue(name, own, Duration.ofDays(7300), true, null)};
    }

    /** One below a root. */
    TestAuthority(TestAuthority root) {
        name = name("Authority");
        chain = new X509Certificate[] {root.issue(name, own, Duration.ofDays(7300), true, null), root.chain[0]};
    }

    private static X500Name name(String common) {
        return new X500Name("CN=" + common + ",O=Vahid test,C=AZ");
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private ContentSigner signer() throws OperatorCreationException {
        return new JcaContentSignerBuilder("SHA256withECDSA").build(own.getPrivate());
    }

    private X509Certificate issue(X500Name subject, KeyPair of, Duration valid, boolean authority, KeyPurposeId only) {
        try {
            JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
            var builder = new JcaX509v3CertificateBuilder(
                            name,
                            BigInteger.valueOf(++serial),
                            Date.from(start),
                            Date.from(start.plus(valid)),
                            subject,
                            of.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
                    .addExtension(
                            Extension.keyUsage,
                            true,
                            new KeyUsage(
                                    authority
                                            ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                                            : KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                    .addExtension(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(of.getPublic()))
                    .addExtension(
                            Extension.authorityKeyIdentifier, false, ids.createAuthorityKeyIdentifier(own.getPublic()));
            if (!subject.equals(name)) {
                // Where its certificate and its list are; nobody asks there.
                builder.addExtension(
                        Extension.authorityInfoAccess,
                        false,
                        new AuthorityInformationAccess(AccessDescription.id_ad_caIssuers, at("authority.cer")));
                builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                    new DistributionPoint(new DistributionPointName(new GeneralNames(at("revoked.crl"))), null, null)
                }));
            }
            if (only != null) {
                builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(only));
            }
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer()));
        } catch (OperatorCreationException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GeneralName at(String file) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, "http://authority.invalid/" + file);
    }

    /** Puts a new key and its certificate into a PKCS#12 store, under an alias. */
    public void issue(Path store, String alias, Duration valid, KeyPurposeId only)
            throws IOException, GeneralSecurityException {
        KeyPair pair = pair();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry(
                alias,
                pair.getPrivate(),
                PASSWORD,
                Stream.concat(Stream.of(issue(name(alias), pair, valid, false, only)), Arrays.stream(chain))
                        .toArray(X509Certificate[]::new));
        Files.createDirectories(store.getParent());
        try (OutputStream out = Files.newOutputStream(store)) {
            keys.store(out, PASSWORD);
        }
    }

    Path certificate(Path file) throws IOException, GeneralSecurityException {
        return Files.writeString(
                file,
                "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(chain[0].getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }

    /** Its list, on which nobody is, as of a moment. */
    Path revocations(Path file, Instant at, Duration valid)
            throws IOException, OperatorCreationException, GeneralSecurityException {
        return Files.write(
                file,
                new X509v2CRLBuilder(name, Date.from(at))
                        .setNextUpdate(Date.from(at.plus(valid)))
                        .addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.ONE))
                        .addExtension(
                                Extension.authorityKeyIdentifier,
                                false,
                                new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(own.getPublic()))
                        .build(signer())
                        .getEncoded());
    }
}
