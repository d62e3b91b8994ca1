package az.dost.vahid.edge.access;

import az.dost.vahid.answer.Fin;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/**
 * What an access token must say (RFC 9068, section 4), and what is read out of it: settings {@code vahid.tokens.*}.
 *
 * @param issuer value of {@code iss}
 * @param audience our own name, which must be in {@code aud}
 * @param citizenClaim name of the claim with a citizen's FIN
 * @param citizenScope scope without which that claim counts for nothing
 * @param officialClaim name of the claim with an official's id
 * @param officialScope scope without which that claim counts for nothing: systems' tokens have one of the same name
 * @param skewSeconds how far the issuer's clock and ours may be apart
 */
@ConfigurationProperties("vahid.tokens")
record TokenClaims(
        String issuer,
        String audience,
        String citizenClaim,
        String citizenScope,
        String officialClaim,
        String officialScope,
        @Name("clock-skew-s") int skewSeconds) {

    /** The reasons given are for the caller, so none has a value of the token. */
    OAuth2TokenValidator<Jwt> validator() {
        return new DelegatingOAuth2TokenValidator<>(List.of(
                jwt -> must(issuer.equals(jwt.getClaimAsString("iss")), "The access token is another issuer's."),
                jwt -> must(
                        jwt.getAudience() != null && jwt.getAudience().contains(audience),
                        "The access token is for another audience."),
                jwt -> must(jwt.getExpiresAt() != null, "The access token does not say when it expires."),
                this::timely,
                jwt -> must(oneClient(jwt), "The access token does not say which client it was issued to."),
                jwt -> must(onePerson(jwt), "The access token does not say which one person uses it.")));
    }

    private OAuth2TokenValidatorResult timely(Jwt jwt) {
        return must(
                !new JwtTimestampValidator(Duration.ofSeconds(skewSeconds))
                        .validate(jwt)
                        .hasErrors(),
                "The access token has expired, or is not valid yet.");
    }

    /** {@code client_id} (RFC 9068) or {@code azp} (OpenID Connect); both only when they agree. */
    private static boolean oneClient(Jwt jwt) {
        String id = jwt.getClaimAsString("client_id");
        String party = jwt.getClaimAsString("azp");
        return id == null ? party != null : party == null || party.equals(id);
    }

    /** An official's token names him, as somebody else than its client, and is not a citizen's too. */
    private boolean onePerson(Jwt jwt) {
        String official = jwt.getClaimAsString(officialClaim);
        return !scopes(jwt).contains(officialScope)
                || official != null
                        && Caller.OFFICIAL.matcher(official).matches()
                        && !official.equals(client(jwt))
                        && !scopes(jwt).contains(citizenScope);
    }

    private static String client(Jwt jwt) {
        String id = jwt.getClaimAsString("client_id");
        return id == null ? jwt.getClaimAsString("azp") : id;
    }

    private static OAuth2TokenValidatorResult must(boolean holds, String otherwise) {
        return holds
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", otherwise, null));
    }

    AccessToken read(Jwt jwt) {
        String fin = jwt.getClaimAsString(citizenClaim);
        boolean citizen = scopes(jwt).contains(citizenScope)
                && fin != null
                && Fin.FORM.matcher(fin).matches();
        Object bound = jwt.getClaim("cnf") instanceof Map<?, ?> confirmation ? confirmation.get("x5t#S256") : null;
        return new AccessToken(
                client(jwt),
                citizen ? fin : null,
                scopes(jwt).contains(officialScope) ? jwt.getClaimAsString(officialClaim) : null,
                jwt.getExpiresAt().plusSeconds(skewSeconds),
                bound == null ? null : bound.toString());
    }

    /** {@code scope}: words in one text (RFC 8693, section 4.2), which some issuers write as a list. */
    private static List<String> scopes(Jwt jwt) {
        Object scope = jwt.getClaims().get("scope");
        return scope instanceof String text
                ? List.of(text.split(" "))
                : scope == null ? List.of() : jwt.getClaimAsStringList("scope");
    }
}
