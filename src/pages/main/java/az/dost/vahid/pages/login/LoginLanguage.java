package az.dost.vahid.pages.login;

import az.dost.vahid.pages.words.ChosenLanguage;
import az.dost.vahid.wordbook.Language;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The language on the way to the issuer and back: the issuer is told that of the pages ({@code ui_locales} of OpenID
 * Connect Core 1.0), and whoever has chosen none before has that of his ID token from then on (its claim
 * {@code locale}).
 */
final class LoginLanguage extends SavedRequestAwareAuthenticationSuccessHandler
        implements OAuth2AuthorizationRequestResolver {
    private static final String WANTED = "ui_locales";
    /** There is one issuer: with another name a login begins nowhere. */
    private static final RequestMatcher BEGINS = PathPatternRequestMatcher.pathPattern(Issuer.BEGIN + '/' + Issuer.ID);

    private final OAuth2AuthorizationRequestResolver resolver;

    LoginLanguage(OAuth2AuthorizationRequestResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return BEGINS.matches(request) ? told(resolver.resolve(request), request) : null;
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return told(resolver.resolve(request, registration), request);
    }

    private static OAuth2AuthorizationRequest told(OAuth2AuthorizationRequest begun, HttpServletRequest request) {
        return begun == null
                ? null
                : OAuth2AuthorizationRequest.from(begun)
                        .additionalParameters(all -> all.put(
                                WANTED,
                                ChosenLanguage.tag(ChosenLanguage.of(request).orElse(Language.AZ))))
                        .build();
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication login)
            throws ServletException, IOException {
        if (ChosenLanguage.of(request).isEmpty() && login.getPrincipal() instanceof OidcUser person) {
            ChosenLanguage.named(person.getLocale())
                    .filter(language -> language != Language.AZ)
                    .ifPresent(language -> ChosenLanguage.keep(language, response));
        }
        super.onAuthenticationSuccess(request, response, login);
    }
}
