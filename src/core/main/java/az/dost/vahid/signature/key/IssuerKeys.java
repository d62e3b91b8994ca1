package az.dost.vahid.signature.key;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Proves access tokens (RFC 9068) with the keys that an issuer publishes as a JWK set. Only asymmetric signatures
 * count, and only keys of that set: what a token's own header offers as a key ({@code jwk}, {@code jku}, {@code x5c},
 * {@code x5u}) is never looked at.
 */
public final class IssuerKeys implements JwtDecoder {
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.RS256, JWSAlgorithm.PS256);
    private static final int TIMEOUT_MS = 2000;
    private static final int MOST_BYTES = 128 * 1024;
    private static final long KEPT_MS = 300_000;
    private static final long SHORTEST_MS = 10_000;
    private final NimbusJwtDecoder decoder;

    /**
     * @param keys where the JWK set is; not asked before the first token comes
     * @param validators of what the token says
     * @throws IllegalArgumentException when the address is none
     */
    public IssuerKeys(String keys, OAuth2TokenValidator<Jwt> validators) {
        try {
            // A token with an unknown key id makes the keys be read again, but not more often than this.
            var source = JWKSourceBuilder.create(
                            URI.create(keys).toURL(), new DefaultResourceRetriever(TIMEOUT_MS, TIMEOUT_MS, MOST_BYTES))
                    .cache(KEPT_MS, TIMEOUT_MS)
                    .refreshAheadCache(false)
                    .rateLimited(SHORTEST_MS)
                    .outageTolerant(true)
                    .build();
            DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
            processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, source));
            processor.setJWSTypeVerifier(
                    new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt"), JOSEObjectType.JWT, null));
            // Spring's validators judge the claims.
            processor.setJWTClaimsSetVerifier((claims, context) -> {});
            decoder = new NimbusJwtDecoder(processor);
            decoder.setJwtValidator(validators);
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * @throws BadJwtException when the token is not to be believed
     * @throws JwtException when that cannot be known, since the issuer's keys cannot be had
     */
    @Override
    public Jwt decode(String token) {
        try {
            return decoder.decode(token);
        } catch (BadJwtException e) {
            throw e;
        } catch (JwtException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof RateLimitReachedException) {
                    throw new BadJwtException("The key was not known a moment ago", e);
                }
            }
            throw e;
        }
    }
}
