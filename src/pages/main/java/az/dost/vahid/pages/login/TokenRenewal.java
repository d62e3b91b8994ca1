package az.dost.vahid.pages.login;

import az.dost.vahid.pages.gateway.NotLoggedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizationContext;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Gets a new access token by the refresh token, once for all requests of a session that need it at the same time: an
 * issuer takes a refresh token once only, and a page asks for itself while somebody clicks. What was got is kept at
 * once, so that the next request, at another node too, finds it.
 */
final class TokenRenewal {
    private static final int LOCKS = 64;
    private final Object[] locks = new Object[LOCKS];
    private final SessionTokens tokens;
    private final OAuth2AuthorizedClientProvider issuer;

    TokenRenewal(SessionTokens tokens, OAuth2AuthorizedClientProvider issuer) {
        this.tokens = tokens;
        this.issuer = issuer;
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new Object();
        }
    }

    /**
     * @throws NotLoggedIn when the issuer gives no more. @throws IssuerAway when it cannot be asked, and the old token
     *     has ended
     */
    OAuth2AuthorizedClient renew(OAuth2AuthorizedClient old, Authentication person, HttpServletRequest request) {
        HttpSession session = request.getSession();
        SessionRepository<?> sessions = (SessionRepository<?>) request.getAttribute(SessionRepository.class.getName());
        synchronized (locks[Math.floorMod(session.getId().hashCode(), LOCKS)]) {
            OAuth2AuthorizedClient newest = newer(old, person, session, sessions);
            if (newest != null) {
                return newest;
            }
            try {
                newest = issuer.authorize(OAuth2AuthorizationContext.withAuthorizedClient(old)
                        .principal(person)
                        .build());
            } catch (ClientAuthorizationException e) {
                // Another node may have been the first one.
                newest = newer(old, person, session, sessions);
                if (newest == null && SessionBearer.lasts(old, 0)) {
                    return old;
                }
                if (newest == null) {
                    throw OAuth2ErrorCodes.INVALID_GRANT.equals(e.getError().getErrorCode())
                            ? new NotLoggedIn()
                            : new IssuerAway();
                }
                return newest;
            }
            if (newest == null) {
                if (SessionBearer.lasts(old, 0)) {
                    return old;
                }
                throw new NotLoggedIn();
            }
            keep(newest, session, sessions);
            return newest;
        }
    }

    private OAuth2AuthorizedClient newer(
            OAuth2AuthorizedClient old, Authentication person, HttpSession session, SessionRepository<?> sessions) {
        Session kept = sessions.findById(session.getId());
        if (kept == null || !(kept.getAttribute(SessionTokens.KEPT) instanceof String text)) {
            return null;
        }
        OAuth2AuthorizedClient read = tokens.read(text, person);
        if (read.getAccessToken().getTokenValue().equals(old.getAccessToken().getTokenValue())
                || !SessionBearer.lasts(read, 0)) {
            return null;
        }
        session.setAttribute(SessionTokens.KEPT, text);
        return read;
    }

    private static <S extends Session> void keep(
            OAuth2AuthorizedClient newest, HttpSession session, SessionRepository<S> sessions) {
        String text = SessionTokens.text(newest);
        session.setAttribute(SessionTokens.KEPT, text);
        S kept = sessions.findById(session.getId());
        if (kept != null) {
            kept.setAttribute(SessionTokens.KEPT, text);
            sessions.save(kept);
        }
    }
}
