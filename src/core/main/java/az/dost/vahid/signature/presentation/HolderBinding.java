package az.dost.vahid.signature.presentation;

import az.dost.vahid.signature.CheckCode;
import az.dost.vahid.signature.key.Sha256;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** What the holder of a credential signs when it is shown (RFC 9901, section 4.3): a key binding JWT. */
final class HolderBinding {
    /** Clocks of wallets differ. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final ShownCredential.Binding said;

    /**
     * Checks that the credential's own key signed just what is shown.
     *
     * @param key that the credential names, claim {@code cnf}, member {@code jwk}
     * @param jws the key binding JWT
     * @param shown everything before it, with the last tilde
     * @throws PresentationException HOLDER_UNPROVEN, CREDENTIAL_NOT_ALLOWED
     */
    HolderBinding(JsonNode key, String jws, String shown) {
        CompactJws binding = CompactJws.of(jws, "kb+jwt", CheckCode.HOLDER_UNPROVEN);
        String digest = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Sha256.digest().digest(shown.getBytes(StandardCharsets.US_ASCII)));
        if (!binding.holds(key(key)) || !digest.equals(text(binding, "sd_hash"))) {
            throw unproven();
        }
        Instant at = binding.at("iat");
        String audience = text(binding, "aud");
        String nonce = text(binding, "nonce");
        if (at == null || audience == null || nonce == null) {
            throw unproven();
        }
        said = new ShownCredential.Binding(at, audience, nonce);
    }

    /** @throws PresentationException OTHER_VERIFIER, OTHER_QUESTION, SHOWN_AT_OTHER_TIME */
    ShownCredential.Binding held(Expected expected, Instant now) {
        if (expected.audience() != null && !expected.audience().equals(said.audience())) {
            throw new PresentationException(CheckCode.OTHER_VERIFIER, "It was signed for another verifier");
        }
        if (expected.nonce() != null && !expected.nonce().equals(said.nonce())) {
            throw new PresentationException(CheckCode.OTHER_QUESTION, "It was signed as an answer to another question");
        }
        boolean late = expected.within() != null && said.at().isBefore(now.minus(expected.within()));
        if (late || said.at().isAfter(now.plus(SKEW))) {
            throw new PresentationException(CheckCode.SHOWN_AT_OTHER_TIME, "It was not signed just now");
        }
        return said;
    }

    private static String text(CompactJws binding, String claim) {
        return binding.payload().path(claim).textValue();
    }

    /** A public EC P-256 key: a point that is not on the curve is none. */
    private static ECPublicKey key(JsonNode jwk) {
        try {
            ECKey key = ECKey.parse(jwk.toString());
            if (key.isPrivate() || !Curve.P_256.equals(key.getCurve())) {
                throw unproven();
            }
            ECPublicKey point = key.toECPublicKey();
            new ECDSAVerifier(point);
            return point;
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw unproven();
        }
    }

    private static PresentationException unproven() {
        return new PresentationException(
                CheckCode.HOLDER_UNPROVEN, "It is not signed with the key that the credential names, as it is shown");
    }
}
