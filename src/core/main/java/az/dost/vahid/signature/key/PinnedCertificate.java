package az.dost.vahid.signature.key;

import az.dost.vahid.answer.Reason;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Arrays;

/**
 * An agency's own certificate, the only one whose signatures count as the agency's.
 *
 * @param certificate as configured
 * @param key its public key, made by the crypto provider in use
 * @param signer how dossiers name it: subject and serial number
 * @param provider that made the key and alone is fast with it; null for the JDK's own
 * @param timed whether it must be valid now; not for what was signed at another time
 */
public record PinnedCertificate(
        X509Certificate certificate, PublicKey key, Provider provider, String signer, boolean timed) {
    public static PinnedCertificate of(X509Certificate certificate, CryptoProvider crypto) {
        return new PinnedCertificate(
                certificate, crypto.own(certificate.getPublicKey()), crypto.provider(), signer(certificate), true);
    }

    /** How dossiers name whose certificate it is. */
    public static String signer(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName() + ";serial="
                + certificate.getSerialNumber().toString(16);
    }

    /** The same for what was signed at another time, when it may have been valid. */
    public PinnedCertificate untimed() {
        return new PinnedCertificate(certificate, key, provider, signer, false);
    }

    /** @throws ProofException CERTIFICATE_EXPIRED when the agency's certificate is not valid now */
    public void checkValid() {
        try {
            if (timed) {
                certificate.checkValidity();
            }
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            throw new ProofException(Reason.CERTIFICATE_EXPIRED, "The agency's certificate is not valid now");
        }
    }

    /**
     * Checks a certificate that came with an answer: it must be this very one.
     *
     * @throws ProofException CERTIFICATE_EXPIRED for another certificate of the same key that is no longer valid,
     *     SIGNER_UNKNOWN for any other
     */
    public void checkPresented(byte[] der) {
        try {
            if (!Arrays.equals(der, certificate.getEncoded())) {
                refuse((X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
            }
        } catch (GeneralSecurityException e) {
            throw new ProofException(Reason.SIGNER_UNKNOWN, "The answer's certificate cannot be read");
        }
        checkValid();
    }

    private void refuse(X509Certificate other) throws CertificateException {
        if (other.getPublicKey().equals(certificate.getPublicKey())) {
            try {
                other.checkValidity();
            } catch (CertificateExpiredException | CertificateNotYetValidException e) {
                throw new ProofException(Reason.CERTIFICATE_EXPIRED, "The answer's certificate is not valid now");
            }
        }
        throw new ProofException(Reason.SIGNER_UNKNOWN, "The answer's certificate is not the agency's own");
    }
}
