package az.dost.vahid.signature.key;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;

/**
 * A certificate that a caller shows, or that one is pinned by.
 *
 * @param thumbprint SHA-256 of the certificate's DER form, base64url (RFC 8705, section 3.1)
 */
public record ClientCertificate(X509Certificate certificate, String thumbprint) {
    public static ClientCertificate of(X509Certificate certificate) {
        try {
            return new ClientCertificate(
                    certificate,
                    Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(Sha256.digest().digest(certificate.getEncoded())));
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("The certificate has no DER form", e);
        }
    }

    /** @throws IllegalArgumentException when the text is not one certificate in PEM */
    public static ClientCertificate of(String pem) {
        try {
            return of((X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("The text is not a certificate in PEM", e);
        }
    }

    /** Whether it is valid at this moment. */
    public boolean valid() {
        try {
            certificate.checkValidity();
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }
}
