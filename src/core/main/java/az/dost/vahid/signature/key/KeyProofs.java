package az.dost.vahid.signature.key;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Proofs that a wallet has the keys to which a credential is to be bound (OpenID4VCI 1.0, appendix F.1). */
public final class KeyProofs {
    private static final String FIELD = "proofs";
    private static final String KIND = "jwt";
    private static final String TYPE = "openid4vci-proof+jwt";
    private static final Duration SKEW = Duration.ofMinutes(5);
    private final String issuer;
    private final Predicate<String> nonces;
    private final int most;
    private final InstantSource clock;

    /**
     * @param issuer identifier of the issuer, for whom a proof must be made
     * @param nonces whether a nonce is the issuer's and of late
     * @param most keys of one credential
     */
    public KeyProofs(String issuer, Predicate<String> nonces, int most, InstantSource clock) {
        this.issuer = issuer;
        this.nonces = nonces;
        this.most = most;
        this.clock = clock;
    }

    /**
     * The public keys as JWK (RFC 7517), each once.
     *
     * @param proofs member of the request
     * @throws ProblemException KEY_PROOF_INVALID or NONCE_INVALID, saying which proof is at fault and why
     */
    public List<Map<String, Object>> keys(JsonNode proofs) {
        JsonNode texts = proofs.path(KIND);
        if (proofs.size() != 1 || !texts.isArray() || texts.isEmpty() || texts.size() > most) {
            throw invalid("There must be an array " + KIND + " of 1 to " + most + " proofs, and no other kind.");
        }
        Map<String, ECKey> keys = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            ECKey key = key(texts.path(i), i);
            if (keys.put(key.getX() + "." + key.getY(), key) != null) {
                throw invalid("Two proofs are of one key: each copy wants a key of its own.");
            }
        }
        return keys.values().stream().map(ECKey::toJSONObject).toList();
    }

    private ECKey key(JsonNode text, int number) {
        String which = "Proof " + number + ": ";
        try {
            SignedJWT proof = SignedJWT.parse(text.asText());
            JWSHeader header = proof.getHeader();
            if (header.getType() == null || !TYPE.equals(header.getType().getType())) {
                throw invalid(which + "its typ must be " + TYPE + ".");
            }
            if (!JWSAlgorithm.ES256.equals(header.getAlgorithm())) {
                throw invalid(which + "its alg must be ES256.");
            }
            ECKey key = key(header, which);
            if (!proof.verify(new ECDSAVerifier(key))) {
                throw invalid(which + "it was not signed with the key that it names.");
            }
            claims(proof.getJWTClaimsSet(), which);
            return key;
        } catch (ParseException | JOSEException | IllegalStateException e) {
            throw invalid(which + "it is no signed JWT.");
        }
    }

    private static ECKey key(JWSHeader header, String which) {
        JWK key = header.getJWK();
        if (key == null || header.getKeyID() != null || header.getX509CertChain() != null) {
            throw invalid(which + "its header must have the key as jwk, and name no other.");
        }
        if (!(key instanceof ECKey point) || !Curve.P_256.equals(point.getCurve()) || point.isPrivate()) {
            throw invalid(which + "the key must be a public one of P-256.");
        }
        return new ECKey.Builder(Curve.P_256, point.getX(), point.getY()).build();
    }

    private void claims(JWTClaimsSet claims, String which) throws ParseException {
        if (!claims.getAudience().equals(List.of(issuer))) {
            throw invalid(which + "its aud must be " + issuer + ".");
        }
        Instant now = clock.instant();
        if (claims.getIssueTime() == null
                || claims.getIssueTime().toInstant().isAfter(now.plus(SKEW))
                || claims.getIssueTime().toInstant().isBefore(now.minus(SKEW))) {
            throw invalid(which + "its iat must be now.");
        }
        String nonce = claims.getStringClaim("nonce");
        if (nonce == null || !nonces.test(nonce)) {
            throw new ProblemException(
                    ProblemCode.NONCE_INVALID, FIELD, which + "its nonce is none of this issuer's, or too old.");
        }
    }

    private static ProblemException invalid(String why) {
        return new ProblemException(ProblemCode.KEY_PROOF_INVALID, FIELD, why);
    }
}
