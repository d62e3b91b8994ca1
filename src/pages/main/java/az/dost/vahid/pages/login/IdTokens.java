package az.dost.vahid.pages.login;

import java.util.List;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Proves identity tokens by the issuer's keys. Only algorithms with a public key: a token that is signed with anything
 * else is none.
 */
final class IdTokens implements JwtDecoderFactory<ClientRegistration> {
    private static final List<SignatureAlgorithm> ALGORITHMS = List.of(
            SignatureAlgorithm.ES256, SignatureAlgorithm.ES384, SignatureAlgorithm.PS256, SignatureAlgorithm.RS256);
    private volatile JwtDecoder decoder;

    @Override
    public JwtDecoder createDecoder(ClientRegistration issuer) {
        JwtDecoder made = decoder;
        if (made == null) {
            NimbusJwtDecoder proving = NimbusJwtDecoder.withJwkSetUri(
                            issuer.getProviderDetails().getJwkSetUri())
                    .restOperations(IssuerCalls.keys())
                    .jwsAlgorithms(algorithms -> algorithms.addAll(ALGORITHMS))
                    .build();
            proving.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    new JwtTimestampValidator(), new OidcIdTokenValidator(issuer)));
            made = proving;
            decoder = made;
        }
        return made;
    }
}
