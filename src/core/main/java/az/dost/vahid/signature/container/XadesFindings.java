package az.dost.vahid.signature.container;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a container's signature says.
 *
 * @param signer certificate that the signature names, null when it names none
 * @param claimed when it says that it was made, null when it does not
 * @param holds whether the signature's value is over what it signs, by the signer's key
 * @param parts for each part that is signed, whether it is as it was; with {@code #} before it for a part of the
 *     signature itself
 * @param stamps the time-stamps over the signature's value, in their order
 * @param archive the time-stamps over the signature and what was added to it before each, in their order
 * @param lists revocation lists that it carries, DER
 */
public record XadesFindings(
        X509Certificate signer,
        Instant claimed,
        boolean holds,
        Map<String, Boolean> parts,
        List<Stamp> stamps,
        List<Stamp> archive,
        List<byte[]> lists) {
    /**
     * A time-stamp.
     *
     * @param token RFC 3161, DER
     * @param digest that it is over, as the token has it
     * @param intact whether that is the digest of what it has to be over
     */
    public record Stamp(byte[] token, byte[] digest, boolean intact) {}
}
