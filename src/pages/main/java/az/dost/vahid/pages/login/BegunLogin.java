package az.dost.vahid.pages.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;

/** What the issuer was asked, with state, nonce and proof key, in a cookie of the browser that is to come back. */
final class BegunLogin implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    private final SealedCookie kept;

    BegunLogin(SealedCookie kept) {
        this.kept = kept;
    }

    @Override
    public OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return kept.read(request)
                .map(LoginText::read)
                .filter(login -> login.getState().equals(request.getParameter(OAuth2ParameterNames.STATE)))
                .orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            OAuth2AuthorizationRequest login, HttpServletRequest request, HttpServletResponse response) {
        if (login == null) {
            kept.end(response);
        } else {
            kept.write(LoginText.of(login), response);
        }
    }

    /** One that was begun counts once. */
    @Override
    public OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest login = loadAuthorizationRequest(request);
        if (login != null) {
            kept.end(response);
        }
        return login;
    }
}
