package az.dost.vahid.signature.presentation;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Random;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A key and its certificate, made for this run. */
record TestIssuer(KeyPair keys, X509Certificate certificate) {
    static final Instant BEGINS = Instant.parse("2030-01-01T00:00:00Z");
    static final Instant ENDS = Instant.parse("2032-01-01T00:00:00Z");

    static TestIssuer authority() {
        KeyPair keys = keys("secp256r1");
        return new TestIssuer(
                keys, certificate("Authority", keys, "Authority", keys, ENDS, KeyUsage.keyCertSign | KeyUsage.cRLSign));
    }

    static TestIssuer own(String name) {
        KeyPair keys = keys("secp256r1");
        return new TestIssuer(keys, certificate(name, keys, name, keys, ENDS, KeyUsage.digitalSignature));
    }

    TestIssuer issue(String name) {
        return issue(name, "secp256r1", ENDS, KeyUsage.digitalSignature);
    }

    TestIssuer issue(String name, String curve, Instant until, int usage) {
        KeyPair of = keys(curve);
        return new TestIssuer(of, certificate(name, of, "Authority", keys, until, usage));
    }

    static KeyPair keys(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new java.security.spec.ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static X509Certificate certificate(
            String name, KeyPair of, String above, KeyPair by, Instant until, int usage) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    new X500Name("CN=" + above),
                    new BigInteger(60, new Random()),
                    Date.from(BEGINS),
                    Date.from(until),
                    new X500Name("CN=" + name),
                    of.getPublic());
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            builder.addExtension(
                    Extension.basicConstraints, true, new BasicConstraints((usage & KeyUsage.keyCertSign) != 0));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by.getPrivate())));
        } catch (OperatorCreationException | GeneralSecurityException | java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
