package az.dost.vahid.mock.issuer;

import az.dost.vahid.signature.key.PersonHash;
import java.util.List;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * Makes access tokens as RFC 9068 has them. The portal says in the form field {@code fin} which citizen has logged in,
 * and is believed.
 */
final class DemoClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {
    private static final String FIN = "fin";

    @Override
    public void customize(JwtEncodingContext context) {
        String client = context.getRegisteredClient().getClientId();
        context.getJwsHeader().algorithm(SignatureAlgorithm.ES256).type("at+jwt");
        context.getClaims().audience(List.of("vahid")).claim("client_id", client)
                .claim("scope", String.join(" ", context.getAuthorizedScopes()));
        if (client.equals(DemoClients.PORTAL)) {
            OAuth2ClientCredentialsAuthenticationToken request = context.getAuthorizationGrant();
            if (!(request.getAdditionalParameters().get(FIN) instanceof String fin) || !PersonHash.FIN.matcher(fin).matches()) {
                throw new OAuth2AuthenticationException(new OAuth2Error("invalid_request", "Give the citizen's FIN in the form field fin", null));
            }
            context.getClaims().claim(FIN, fin);
        }
    }
}
