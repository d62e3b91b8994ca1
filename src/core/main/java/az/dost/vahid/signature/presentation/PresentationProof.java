package az.dost.vahid.signature.presentation;

import az.dost.vahid.signature.CheckCode;
import com.authlete.sd.SDJWT;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * Checks credentials that are shown, alone (SD-JWT) or signed by their holder (SD-JWT+KB), with nothing but the
 * certificates of issuers.
 */
public final class PresentationProof {
    /** More than any credential with all it could show. */
    private static final int LONGEST = 64 << 10;

    private static final int MOST_DISCLOSURES = 100;
    /** Clocks of wallets differ. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    /** What the standard says of a credential, and not the credential of somebody. */
    private static final Set<String> OF_THE_STANDARD =
            Set.of("iss", "iat", "nbf", "exp", "cnf", "vct", "vct#integrity", "status");

    private final Issuers issuers;
    private final InstantSource clock;

    /**
     * @param issuers certificates of those whose credentials are believed
     * @param authorities that certify the issuers' next keys; none when that is not known
     */
    public PresentationProof(List<X509Certificate> issuers, List<X509Certificate> authorities, InstantSource clock) {
        this.issuers = new Issuers(issuers, authorities);
        this.clock = clock;
    }

    /**
     * Checks what RFC 9901, section 7.3, and SD-JWT VC, section 2.4, ask of a verifier: 1. take it apart; 2. the
     * issuer's signature; 3. each disclosure is one of the signed digests; 4. its time and type; 5. the holder's
     * signature. Whether it was revoked is another question: {@link #stands}.
     *
     * @throws PresentationException at the first step that fails
     */
    public ShownCredential check(String text, Expected expected) {
        SDJWT parts = parts(text);
        CompactJws credential = CompactJws.of(parts.getCredentialJwt(), "dc+sd-jwt", CheckCode.CREDENTIAL_MALFORMED);
        Instant issuedAt = needed(credential.at("iat"));
        X509Certificate signer = issuers.signer(credential, issuedAt, issuedAt.plus(1, ChronoUnit.DAYS));
        ObjectNode claims = ShownClaims.of(credential.payload(), parts.getDisclosures());
        ShownCredential shown = new ShownCredential(
                signer,
                needed(claims.path("iss").textValue()),
                needed(claims.path("vct").textValue()),
                issuedAt,
                credential.at("exp"),
                claims.deepCopy().without(OF_THE_STANDARD),
                status(claims.path("status")),
                null);
        timely(credential);
        if (expected.type() != null && !expected.type().equals(shown.type())) {
            throw new PresentationException(CheckCode.CREDENTIAL_OTHER, "It is a credential of another type");
        }
        return bound(shown, parts, claims.path("cnf").path("jwk"), text, expected);
    }

    /**
     * Whether the issuer has not revoked it, by a list of his (Token Status List, section 8.3).
     *
     * @param list the list's JWT
     * @return when the list was made
     * @throws PresentationException CREDENTIAL_REVOKED; STATUS_LIST_UNFIT, STATUS_LIST_ENDED, or what is wrong with the
     *     list's signature
     */
    public Instant stands(ShownCredential shown, String list) {
        return new StatusList(issuers, clock.instant()).stands(shown.status(), list);
    }

    private static SDJWT parts(String text) {
        try {
            SDJWT parts = text.length() > LONGEST ? null : SDJWT.parse(text);
            // The library is lenient; what it passes over nobody signed.
            if (parts != null
                    && parts.toString().equals(text)
                    && parts.getDisclosures().size() <= MOST_DISCLOSURES) {
                return parts;
            }
        } catch (RuntimeException e) {
            // It tells of what it cannot read in many ways.
        }
        throw new PresentationException(CheckCode.CREDENTIAL_MALFORMED, "It is no SD-JWT within bounds");
    }

    private static <T> T needed(T claim) {
        if (claim == null) {
            throw new PresentationException(CheckCode.CREDENTIAL_MALFORMED, "A claim is missing that each has");
        }
        return claim;
    }

    private static ShownCredential.Status status(JsonNode status) {
        if (status.isMissingNode()) {
            return null;
        }
        JsonNode place = status.path("status_list");
        JsonNode index = place.path("idx");
        // One that is told in another way might be revoked, and nobody would see it.
        needed(place.path("uri").textValue());
        if (!index.canConvertToInt() || !index.isIntegralNumber() || index.intValue() < 0) {
            throw new PresentationException(CheckCode.CREDENTIAL_MALFORMED, "Its place in the status list is none");
        }
        return new ShownCredential.Status(place.path("uri").textValue(), index.intValue());
    }

    private void timely(CompactJws credential) {
        Instant now = clock.instant();
        if (credential.payload().has("exp") && !now.isBefore(needed(credential.at("exp")))) {
            throw new PresentationException(CheckCode.CREDENTIAL_ENDED, "The time of the credential is over");
        }
        boolean later = credential.payload().has("nbf") && now.plus(SKEW).isBefore(needed(credential.at("nbf")));
        if (later || now.plus(SKEW).isBefore(needed(credential.at("iat")))) {
            throw new PresentationException(CheckCode.CREDENTIAL_AHEAD, "The time of the credential has not come");
        }
    }

    private ShownCredential bound(ShownCredential shown, SDJWT parts, JsonNode key, String text, Expected expected) {
        String signed = parts.getBindingJwt();
        if (signed == null) {
            if (expected.bound()) {
                throw new PresentationException(CheckCode.HOLDER_UNPROVEN, "Its holder has signed nothing");
            }
            return shown;
        }
        HolderBinding binding = new HolderBinding(key, signed, text.substring(0, text.lastIndexOf('~') + 1));
        return shown.with(binding.held(expected, clock.instant()));
    }
}
