package az.dost.vahid.signature.container;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;

/** XAdES signatures over the parts of a container. All types are the JDK's or this package's: the other side has other libraries. */
public interface Xades {
    /**
     * Signs every part (XAdES-BASELINE-B, ECDSA with SHA-256).
     *
     * @param parts  bytes by name
     * @param at     the signing time that the signature claims
     * @param signer signs bytes; gives the DER form of an ECDSA signature
     * @return the parts and those that the signature adds, in the order of the container
     */
    Map<String, byte[]> sign(Map<String, byte[]> parts, X509Certificate certificate, Instant at, UnaryOperator<byte[]> signer);

    /**
     * Checks the one signature of a container.
     *
     * @throws az.dost.vahid.signature.ChangedException when the container has no signature that can be read, or several
     */
    XadesFindings check(byte[] container);
}
