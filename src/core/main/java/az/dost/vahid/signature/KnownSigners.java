package az.dost.vahid.signature;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.signature.key.ChangedException;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.PinnedCertificate;
import az.dost.vahid.signature.key.ProofException;
import az.dost.vahid.signature.xml.EnvelopedSignature;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.X509CertUtils;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import org.w3c.dom.Document;

/** The certificates that gateways of one installation sign with, now and before, and whose a signature is. */
final class KnownSigners {
    private static final CryptoProvider CRYPTO = new CryptoProvider(true);
    private final List<Signer> known;

    /** @param kid of its key (RFC 7638), empty for a key that signs no dossiers */
    private record Signer(X509Certificate certificate, Base64URL thumbprint, String kid) {
        static Signer of(X509Certificate certificate) {
            if (!(certificate.getPublicKey() instanceof ECPublicKey key)) {
                throw new IllegalArgumentException("The certificate is not of a key that signs dossiers (EC P-256)");
            }
            return new Signer(certificate, X509CertUtils.computeSHA256Thumbprint(certificate), kid(key));
        }

        private static String kid(ECPublicKey key) {
            try {
                return new ECKey.Builder(Curve.P_256, key)
                        .build()
                        .computeThumbprint()
                        .toString();
            } catch (JOSEException | IllegalArgumentException | IllegalStateException e) {
                return "";
            }
        }
    }

    /** @throws IllegalArgumentException when one has no EC key, or there is none */
    KnownSigners(List<X509Certificate> certificates) {
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("There is no certificate");
        }
        known = certificates.stream().map(Signer::of).toList();
    }

    List<X509Certificate> certificates() {
        return known.stream().map(Signer::certificate).toList();
    }

    /**
     * The certificate that a JWS names. One from before certificates were named has the key's name alone.
     *
     * @throws ChangedException when it is none of these
     */
    X509Certificate of(JWSHeader header) {
        Base64URL thumbprint = header.getX509CertSHA256Thumbprint();
        return known.stream()
                .filter(one -> thumbprint != null
                        ? one.thumbprint.equals(thumbprint)
                        : known.size() == 1 || one.kid.equals(header.getKeyID()))
                .findFirst()
                .orElseThrow(() -> ChangedException.foreign("The JWS was not signed with the gateway's certificate"))
                .certificate;
    }

    /**
     * The certificate with which a document's signature holds.
     *
     * @throws ProofException when it holds with none
     */
    X509Certificate of(Document document, XadesShape shape) {
        ProofException telling = null;
        for (Signer one : known) {
            try {
                new EnvelopedSignature(
                                PinnedCertificate.of(one.certificate, CRYPTO).untimed())
                        .verify(document, shape.covered());
                return one.certificate;
            } catch (ProofException e) {
                // That it is another one's says less than what is wrong with its own.
                telling = telling == null || telling.reason() == Reason.SIGNER_UNKNOWN ? e : telling;
            }
        }
        throw telling;
    }
}
