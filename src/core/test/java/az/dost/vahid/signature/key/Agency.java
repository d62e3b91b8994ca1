package az.dost.vahid.signature.key;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Someone who signs: a key, and a certificate of that key, made for this run. */
public record Agency(PrivateKey key, X509Certificate certificate) {
    private static final Duration DAY = Duration.ofDays(1);
    public static final CryptoProvider CRYPTO = new CryptoProvider(false);
    public static final Agency RSA = named("agency", "RSA");
    public static final Agency EC = named("agency", "EC");
    /** Another agency, to which the gateway has no reason to listen here. */
    public static final Agency STRANGER = named("agency", "RSA");

    /** Valid from an hour ago for a day. Algorithm is RSA or EC. */
    public static Agency named(String name, String algorithm) {
        Instant from = Instant.now().minus(Duration.ofHours(1));
        return certified(name, new CryptoProvider(true).newPair(algorithm, 2048), from, from.plus(DAY));
    }

    /** The same key with a certificate that was valid until yesterday. */
    public Agency expired() {
        return recertified(Instant.now().minus(DAY.multipliedBy(2)));
    }

    /** The same key with a certificate that is valid from tomorrow. */
    public Agency notYetValid() {
        return recertified(Instant.now().plus(DAY));
    }

    /** The same key with another certificate, valid now. */
    public Agency recertified() {
        return recertified(Instant.now().minus(Duration.ofHours(1)));
    }

    private Agency recertified(Instant from) {
        return certified("agency", new KeyPair(certificate.getPublicKey(), key), from, from.plus(DAY));
    }

    private static Agency certified(String name, KeyPair pair, Instant from, Instant until) {
        try {
            X500Name subject = new X500Name("CN=" + name);
            var builder = new JcaX509v3CertificateBuilder(
                    subject,
                    new BigInteger(60, new java.util.Random()),
                    Date.from(from),
                    Date.from(until),
                    subject,
                    pair.getPublic());
            String algorithm = pair.getPrivate().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
            return new Agency(
                    pair.getPrivate(),
                    new JcaX509CertificateConverter()
                            .getCertificate(
                                    builder.build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate()))));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public PinnedCertificate pinned() {
        return PinnedCertificate.of(certificate, CRYPTO);
    }

    byte[] der() {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new AssertionError(e);
        }
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(der());
    }
}
