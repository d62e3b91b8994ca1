package az.dost.vahid.mock.soap;

import az.dost.vahid.mock.kit.Credential;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import javax.security.auth.callback.CallbackHandler;
import org.apache.wss4j.common.crypto.CryptoBase;
import org.apache.wss4j.common.crypto.CryptoType;
import org.apache.wss4j.common.ext.WSSecurityException;

/** A certificate with its key, or some without: all that WSS4J may sign with, and all that it may trust. */
final class PinnedCrypto extends CryptoBase {
    private final List<X509Certificate> certificates;
    private final PrivateKey key;

    private PinnedCrypto(List<X509Certificate> certificates, PrivateKey key) {
        this.certificates = certificates;
        this.key = key;
    }

    static PinnedCrypto signing(Credential credential) {
        return new PinnedCrypto(List.of(credential.certificate()), credential.key());
    }

    static PinnedCrypto trusting(List<X509Certificate> certificates) {
        return new PinnedCrypto(List.copyOf(certificates), null);
    }

    @Override
    public X509Certificate[] getX509Certificates(CryptoType type) {
        return certificates.toArray(X509Certificate[]::new);
    }

    @Override
    public String getX509Identifier(X509Certificate other) {
        return certificates.contains(other) ? other.getSubjectX500Principal().getName() : null;
    }

    @Override
    public PrivateKey getPrivateKey(X509Certificate of, CallbackHandler handler) {
        return key;
    }

    @Override
    public PrivateKey getPrivateKey(PublicKey of, CallbackHandler handler) {
        return key;
    }

    @Override
    public PrivateKey getPrivateKey(String alias, String password) {
        return key;
    }

    @Override
    public void verifyTrust(
            X509Certificate[] chain, boolean revocation, Collection<Pattern> subjects, Collection<Pattern> issuers)
            throws WSSecurityException {
        if (!certificates.contains(chain[0])) {
            throw new WSSecurityException(WSSecurityException.ErrorCode.FAILED_AUTHENTICATION);
        }
        try {
            chain[0].checkValidity();
        } catch (CertificateException e) {
            throw new WSSecurityException(WSSecurityException.ErrorCode.FAILED_AUTHENTICATION, e);
        }
    }

    @Override
    public void verifyTrust(PublicKey other) throws WSSecurityException {
        // A bare key without its certificate is not how the gateway signs.
        throw new WSSecurityException(WSSecurityException.ErrorCode.FAILED_AUTHENTICATION);
    }
}
