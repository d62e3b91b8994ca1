package az.dost.vahid.pages.login;

import az.dost.vahid.pages.gateway.Bearer;
import az.dost.vahid.pages.gateway.NotLoggedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The access token in the session of the request that this thread answers; a new one by its refresh token once it is about to expire. */
final class SessionBearer implements Bearer {
    private final OAuth2AuthorizedClientManager clients;

    SessionBearer(OAuth2AuthorizedClientManager clients) {
        this.clients = clients;
    }

    @Override
    public String token() {
        return accessToken().getTokenValue();
    }

    @Override
    public Set<String> scopes() {
        return accessToken().getScopes();
    }

    private OAuth2AccessToken accessToken() {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (!(person instanceof OAuth2AuthenticationToken) || !(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked)) {
            throw new NotLoggedIn();
        }
        try {
            OAuth2AuthorizedClient client = clients.authorize(OAuth2AuthorizeRequest.withClientRegistrationId(Issuer.ID).principal(person)
                    .attribute(HttpServletRequest.class.getName(), asked.getRequest()).attribute(HttpServletResponse.class.getName(), asked.getResponse()).build());
            if (client == null) {
                throw new NotLoggedIn();
            }
            return client.getAccessToken();
        } catch (ClientAuthorizationException e) {
            throw new NotLoggedIn();
        }
    }
}
