package az.dost.vahid.signature;

import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.PinnedTls;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.postgresql.ssl.WrappedFactory;

/** Pinned TLS for the PostgreSQL driver, which makes its socket factory by name. */
public final class PinnedSocketFactory extends WrappedFactory {
    /** @param certificate the agency's, a PEM file */
    public PinnedSocketFactory(String certificate) throws GeneralSecurityException {
        factory = PinnedTls.context(PinnedCertificates.read(Path.of(certificate), new CryptoProvider(false)), null)
                .getSocketFactory();
    }
}
