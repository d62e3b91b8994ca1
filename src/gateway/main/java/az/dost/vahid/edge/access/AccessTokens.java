package az.dost.vahid.edge.access;

import az.dost.vahid.job.Job;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.time.Clock;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.util.ConcurrentLruCache;

/** Access tokens of the configured issuer: each is proven once and remembered until it expires. */
public final class AccessTokens {
    /** No token is one of ours. */
    public static final AccessTokens NONE =
            new AccessTokens(null, new TokenClaims("", "", "fin", "", "sub", "", 0), 0, Clock.systemUTC(), null);
    /** Header, claims and signature; anything else costs nothing. */
    private static final Pattern JWT =
            Pattern.compile("[A-Za-z0-9_-]{1,2048}[.][A-Za-z0-9_-]{1,8192}[.][A-Za-z0-9_-]{0,1024}");

    private final JwtDecoder decoder;
    private final TokenClaims claims;
    private final Clock clock;
    private final Job fetching;
    /** A token that is refused is not kept, so that nobody but the issuer fills this. */
    private final ConcurrentLruCache<String, AccessToken> proven;

    /**
     * @param decoder null when there is no issuer
     * @param remembered how many proven tokens are kept
     * @param fetching told whether the issuer's keys could be had; null when there is no issuer
     */
    AccessTokens(JwtDecoder decoder, TokenClaims claims, int remembered, Clock clock, Job fetching) {
        this.decoder = decoder;
        this.claims = claims;
        this.clock = clock;
        this.fetching = fetching;
        this.proven = new ConcurrentLruCache<>(remembered, this::prove);
    }

    /** Thrown where a token is refused that no issuer of ours has signed: anybody can have made it. */
    static final class Unsigned extends RuntimeException {
        private final transient ProblemException problem;

        private Unsigned(String why) {
            super(null, null, false, false);
            problem = new ProblemException(ProblemCode.UNAUTHENTICATED, null, why);
        }

        ProblemException problem() {
            return problem;
        }
    }

    /**
     * @throws Unsigned for one that is not the issuer's
     * @throws ProblemException UNAUTHENTICATED for one of the issuer's that does not count, such as one that has
     *     expired; ISSUER_UNAVAILABLE when the issuer's keys are needed and cannot be had
     */
    AccessToken read(String token) {
        if (decoder == null || !JWT.matcher(token).matches()) {
            throw new Unsigned(null);
        }
        AccessToken known = proven.get(token);
        if (!clock.instant().isBefore(known.expires())) {
            proven.remove(token);
            known = prove(token);
        }
        return known;
    }

    private AccessToken prove(String token) {
        try {
            Jwt jwt = decoder.decode(token);
            if (fetching.failures() > 0) {
                fetching.succeeded();
            }
            return claims.read(jwt);
        } catch (JwtValidationException e) {
            throw new ProblemException(
                    ProblemCode.UNAUTHENTICATED,
                    null,
                    e.getErrors().iterator().next().getDescription());
        } catch (BadJwtException e) {
            throw new Unsigned("The access token is not one of our issuer's.");
        } catch (JwtException e) {
            fetching.failed(e);
            throw new ProblemException(ProblemCode.ISSUER_UNAVAILABLE);
        }
    }
}
