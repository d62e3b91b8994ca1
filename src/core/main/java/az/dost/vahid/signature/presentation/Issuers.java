package az.dost.vahid.signature.presentation;

import az.dost.vahid.signature.CheckCode;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.key.ChangedException;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.Curve;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Who may issue. A certificate is one of those that are known, or has the name of one of them and is of an authority
 * that is known: then it is the issuer's next one. An authority alone makes nobody an issuer, as it certifies others
 * too.
 */
final class Issuers {
    private static final int MOST_CERTIFICATES = 5;
    private final List<X509Certificate> known;
    private final List<X509Certificate> authorities;

    Issuers(List<X509Certificate> known, List<X509Certificate> authorities) {
        this.known = List.copyOf(known);
        this.authorities = List.copyOf(authorities);
    }

    /**
     * The certificate that a JWS names (RFC 7515, section 4.1.6), and that its signature holds with.
     *
     * @param from when it was made at the earliest
     * @param until when it was made at the latest
     * @throws PresentationException SIGNER_UNKNOWN, SIGNED_OUTSIDE_VALIDITY, CONTENT_CHANGED
     */
    X509Certificate signer(CompactJws jws, Instant from, Instant until) {
        List<X509Certificate> chain = chain(jws.header().path("x5c"));
        X509Certificate leaf = chain.get(0);
        if (!known.contains(leaf) && !next(chain, latest(from, leaf))) {
            throw unknown();
        }
        if (leaf.getNotBefore().toInstant().isAfter(until)
                || leaf.getNotAfter().toInstant().isBefore(from)) {
            throw new PresentationException(
                    CheckCode.SIGNED_OUTSIDE_VALIDITY, "It was signed when the issuer's certificate was not valid");
        }
        if (!signs(leaf)) {
            throw unknown();
        }
        if (!jws.holds((ECPublicKey) leaf.getPublicKey())) {
            throw new PresentationException(
                    CheckCode.CONTENT_CHANGED, "The signature does not hold with the issuer's certificate");
        }
        return leaf;
    }

    private static List<X509Certificate> chain(JsonNode x5c) {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            for (JsonNode one : x5c) {
                chain.add(GatewayProof.certificate(Base64.getDecoder().decode(one.asText())));
                if (chain.size() > MOST_CERTIFICATES) {
                    throw unknown();
                }
            }
        } catch (ChangedException | IllegalArgumentException e) {
            throw unknown();
        }
        if (chain.isEmpty()) {
            throw unknown();
        }
        return chain;
    }

    /** The day of its making counts, and a certificate may be of that day. */
    private static Date latest(Instant from, X509Certificate leaf) {
        Date at = Date.from(from);
        return at.before(leaf.getNotBefore()) ? leaf.getNotBefore() : at;
    }

    private boolean next(List<X509Certificate> chain, Date at) {
        X509Certificate leaf = chain.get(0);
        if (authorities.isEmpty()
                || known.stream()
                        .noneMatch(one -> one.getSubjectX500Principal().equals(leaf.getSubjectX500Principal()))) {
            return false;
        }
        try {
            PKIXParameters parameters = new PKIXParameters(
                    authorities.stream().map(one -> new TrustAnchor(one, null)).collect(Collectors.toSet()));
            // Offline: lists of revoked certificates are for the authority's own readers.
            parameters.setRevocationEnabled(false);
            parameters.setDate(at);
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(chain), parameters);
            return leaf.getBasicConstraints() < 0;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Whether its key is EC P-256 and, where the certificate says what it is for, for signatures. */
    private static boolean signs(X509Certificate leaf) {
        boolean[] usage = leaf.getKeyUsage();
        return leaf.getPublicKey() instanceof ECPublicKey key
                && Curve.P_256.equals(Curve.forECParameterSpec(key.getParams()))
                && (usage == null || usage[0]);
    }

    private static PresentationException unknown() {
        return new PresentationException(
                CheckCode.SIGNER_UNKNOWN, "It was not signed with a certificate of an issuer that is known");
    }
}
