package az.dost.vahid.pages.login;

import az.dost.vahid.pages.gateway.Bearer;
import az.dost.vahid.pages.gateway.NotLoggedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The access token in the session of the request that this thread answers; a new one once it is about to expire. */
final class SessionBearer implements Bearer {
    private static final long BEFORE_END_S = 30;
    private final SessionTokens tokens;
    private final TokenRenewal renewal;

    SessionBearer(SessionTokens tokens, TokenRenewal renewal) {
        this.tokens = tokens;
        this.renewal = renewal;
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
        if (!(person instanceof OAuth2AuthenticationToken)
                || !(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked)) {
            throw new NotLoggedIn();
        }
        HttpServletRequest request = asked.getRequest();
        OAuth2AuthorizedClient client = tokens.loadAuthorizedClient(Issuer.ID, person, request);
        if (client == null) {
            throw new NotLoggedIn();
        }
        return (lasts(client, BEFORE_END_S) ? client : renewal.renew(client, person, request)).getAccessToken();
    }

    static boolean lasts(OAuth2AuthorizedClient client, long seconds) {
        Instant end = client.getAccessToken().getExpiresAt();
        return end == null || Instant.now().plusSeconds(seconds).isBefore(end);
    }
}
