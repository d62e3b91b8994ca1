package az.dost.vahid.mock.issuer;

import az.dost.vahid.answer.Fin;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * Makes access tokens as RFC 9068 has them. A person who logged in is whom the chooser was told. Without a login the
 * portal says in the form field {@code fin} which citizen it is, a back office with the scope {@code official} in the
 * field {@code official} which official; both are believed. An ID token has the person's name and the language of his
 * login, and never a FIN.
 */
final class DemoClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {
    private static final String FIN = "fin";
    private static final String OFFICIAL = "official";
    private static final Pattern LANGUAGE = Pattern.compile("az|en");
    private static final Pattern OFFICIAL_ID = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    @Override
    public void customize(JwtEncodingContext context) {
        context.getJwsHeader().algorithm(SignatureAlgorithm.ES256);
        if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
            person(context)
                    .ifPresent(person -> context.getClaims()
                            .claim("name", person.name())
                            .claim("preferred_username", person.login()));
            Authentication login = context.getPrincipal();
            if (login.getDetails() instanceof String language
                    && LANGUAGE.matcher(language).matches()) {
                context.getClaims().claim("locale", language);
            }
            return;
        }
        String client = context.getRegisteredClient().getClientId();
        context.getJwsHeader().type("at+jwt");
        context.getClaims()
                .audience(List.of("vahid"))
                .claim("client_id", client)
                .claim("scope", String.join(" ", context.getAuthorizedScopes()));
        if (context.getAuthorizationGrant() instanceof OAuth2ClientCredentialsAuthenticationToken) {
            named(context, client);
        } else {
            person(context)
                    .filter(DemoPerson::isCitizen)
                    .ifPresent(person -> context.getClaims().claim(FIN, person.fin()));
        }
    }

    private static Optional<DemoPerson> person(JwtEncodingContext context) {
        return DemoPeople.named(context.getPrincipal().getName());
    }

    private static void named(JwtEncodingContext context, String client) {
        if (client.equals(DemoClients.PORTAL)) {
            context.getClaims()
                    .claim(FIN, field(context, FIN, Fin.FORM, "Give the citizen's FIN in the form field fin"));
        }
        if (context.getAuthorizedScopes().contains(DemoClients.OFFICIAL)) {
            context.getClaims()
                    .subject(
                            field(context, OFFICIAL, OFFICIAL_ID, "Give the official's id in the form field official"));
        }
    }

    private static String field(JwtEncodingContext context, String name, Pattern form, String otherwise) {
        OAuth2ClientCredentialsAuthenticationToken request = context.getAuthorizationGrant();
        if (request.getAdditionalParameters().get(name) instanceof String value
                && form.matcher(value).matches()) {
            return value;
        }
        throw new OAuth2AuthenticationException(new OAuth2Error("invalid_request", otherwise, null));
    }
}
