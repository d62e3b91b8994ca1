package az.dost.vahid.signature.container;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.RevocationLists;
import az.dost.vahid.signature.StampingAuthority;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Puts parts into one signed container (ASiC-E, ETSI EN 319 162-1), with a time-stamp where the authority gives one,
 * and with what shows later that no certificate was revoked where that is at hand.
 */
public final class ContainerSigner {
    private final DossierSigner signer;
    private final UnaryOperator<byte[]> stamper;
    private final RevocationLists revocations;
    private final Xades xades = new IsolatedXades();

    public ContainerSigner(DossierSigner signer, StampingAuthority authority, RevocationLists revocations) {
        this.signer = signer;
        this.revocations = revocations;
        this.stamper = digest -> authority.stamp(digest).orElse(null);
    }

    /** Without a time-stamp authority. */
    public ContainerSigner(DossierSigner signer) {
        this(signer, new StampingAuthority("", null, Duration.ZERO, Duration.ofMillis(1)), RevocationLists.none());
    }

    /** @param parts bytes by name, whose end says what they are; the order is kept */
    public byte[] sign(Map<String, byte[]> parts) {
        return sign(parts, Map.of());
    }

    /**
     * Signs parts.
     *
     * @param parts bytes by name; the order is kept
     * @param mediaTypes of parts that are told otherwise than by the end of their name
     * @throws ProblemException NOT_ACCEPTABLE when they are too many or too long for who checks containers
     */
    public byte[] sign(Map<String, byte[]> parts, Map<String, String> mediaTypes) {
        bounded(parts);
        Map<String, String> types = new LinkedHashMap<>();
        parts.keySet().forEach(name -> types.put(name, mediaTypes.getOrDefault(name, MediaTypes.of(name))));
        Map<String, byte[]> whole = xades.sign(
                new Xades.Order(
                        parts,
                        types,
                        signer.certificates(),
                        Instant.now(),
                        revocations.anchors(),
                        revocations.authorities(),
                        lists()),
                signer::signature,
                stamper);
        bounded(whole);
        return CanonicalZip.write(whole);
    }

    private List<byte[]> lists() {
        return revocations.complete()
                ? revocations.current().stream().map(ContainerSigner::der).toList()
                : List.of();
    }

    private static byte[] der(X509CRL list) {
        try {
            return list.getEncoded();
        } catch (CRLException e) {
            throw new IllegalStateException("A revocation list that was read cannot be written", e);
        }
    }

    /** What is signed here can be checked there. */
    private static void bounded(Map<String, byte[]> parts) {
        if (parts.size() > ZipParts.MOST_PARTS
                || parts.values().stream().mapToLong(part -> part.length).sum() > ZipParts.MOST_BYTES) {
            throw new ProblemException(
                    ProblemCode.NOT_ACCEPTABLE,
                    "Accept",
                    "What the agencies answered is too much for a container, which has at most " + ZipParts.MOST_PARTS
                            + " parts of " + (ZipParts.MOST_BYTES >> 20) + " MiB together; ask for another form.");
        }
    }
}
