package az.dost.vahid.signature.container;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * XAdES signatures over the parts of a container. All types are the JDK's or this package's: the other side has other
 * libraries.
 */
public interface Xades {
    /**
     * What is to be signed, and by whom.
     *
     * @param parts bytes by name
     * @param mediaTypes of each part, by its name
     * @param certificates of the signer, then those of the authorities above it, without the root
     * @param at the signing time that the signature claims
     * @param anchors of trust above the signer and the time-stamp authority; none where nothing is said of revocations
     * @param authorities the anchors and those between them and the signers
     * @param lists their revocation lists, DER
     */
    record Order(
            Map<String, byte[]> parts,
            Map<String, String> mediaTypes,
            List<X509Certificate> certificates,
            Instant at,
            List<X509Certificate> anchors,
            List<X509Certificate> authorities,
            List<byte[]> lists) {}

    /**
     * Signs every part (ECDSA with SHA-256): XAdES-BASELINE-LTA with the authorities' lists, -T without them, -B
     * without a stamp.
     *
     * @param signer signs bytes; gives the DER form of an ECDSA signature
     * @param stamper gives the time-stamp token (RFC 3161, DER) over a SHA-256 digest, null when it has none; after
     *     that it is not asked again
     * @return the parts and those that the signature adds, in the order of the container
     */
    Map<String, byte[]> sign(Order order, UnaryOperator<byte[]> signer, UnaryOperator<byte[]> stamper);

    /**
     * Checks the one signature of a container.
     *
     * @throws az.dost.vahid.signature.key.ChangedException when the container has no signature that can be read, or
     *     several
     */
    XadesFindings check(byte[] container);
}
