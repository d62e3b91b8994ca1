package az.dost.vahid.pages.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.pages.gateway.NotLoggedIn;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.SessionRepository;

/**
 * An issuer takes a refresh token once; whoever needs a new access token at the same moment, here or at another node,
 * gets the one that came of it.
 */
class TokenRenewalTest {
    private static final Authentication PERSON = new TestingAuthenticationToken("a.mammadova", "");
    private static final ClientRegistration ISSUER = ClientRegistration.withRegistrationId("vahid")
            .clientId("pages")
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri("https://desk.example/back")
            .authorizationUri("https://login.example/a")
            .tokenUri("https://login.example/t")
            .build();
    private final SessionTokens tokens = new SessionTokens(id -> ISSUER);
    private final MapSessionRepository sessions = new MapSessionRepository(new ConcurrentHashMap<>());
    private final MapSession session = sessions.createSession();

    private OAuth2AuthorizedClient client(String access, long endsInS) {
        Instant end = Instant.now().plusSeconds(endsInS);
        return new OAuth2AuthorizedClient(
                ISSUER,
                PERSON.getName(),
                new OAuth2AccessToken(
                        OAuth2AccessToken.TokenType.BEARER, access, end.minusSeconds(300), end, Set.of("official")),
                new OAuth2RefreshToken("refresh of " + access, null));
    }

    private MockHttpServletRequest request(OAuth2AuthorizedClient has) {
        session.setAttribute(SessionTokens.KEPT, SessionTokens.text(has));
        sessions.save(session);
        return request();
    }

    private MockHttpServletRequest request() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(new MockHttpSession(null, session.getId()));
        request.setAttribute(SessionRepository.class.getName(), sessions);
        return request;
    }

    private static ClientAuthorizationException refused(String code) {
        return new ClientAuthorizationException(new OAuth2Error(code), "vahid");
    }

    @Test
    void two_requests_at_once_ask_the_issuer_once() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        OAuth2AuthorizedClientProvider issuer = context -> {
            asked.incrementAndGet();
            return client("new", 300);
        };
        TokenRenewal renewal = new TokenRenewal(tokens, issuer);
        OAuth2AuthorizedClient old = client("old", 5);
        request(old);
        CompletableFuture<?>[] requests = new CompletableFuture<?>[2];
        for (int i = 0; i < requests.length; i++) {
            requests[i] = CompletableFuture.runAsync(() -> {
                assertThat(renewal.renew(old, PERSON, request())
                                .getAccessToken()
                                .getTokenValue())
                        .isEqualTo("new");
            });
        }
        CompletableFuture.allOf(requests).get();
        assertThat(asked).hasValue(1);
    }

    @Test
    void what_another_node_got_is_used() {
        OAuth2AuthorizedClient old = client("old", -1);
        MockHttpServletRequest request = request(old);
        TokenRenewal renewal = new TokenRenewal(tokens, context -> {
            request(client("of-another-node", 300));
            throw refused("invalid_grant");
        });
        assertThat(renewal.renew(old, PERSON, request).getAccessToken().getTokenValue())
                .isEqualTo("of-another-node");
    }

    @Test
    void whom_the_issuer_gives_no_more_is_logged_out() {
        OAuth2AuthorizedClient old = client("old", -1);
        TokenRenewal renewal = new TokenRenewal(tokens, context -> {
            throw refused("invalid_grant");
        });
        MockHttpServletRequest request = request(old);
        assertThatThrownBy(() -> renewal.renew(old, PERSON, request)).isInstanceOf(NotLoggedIn.class);
    }

    @Test
    void while_the_issuer_is_away_a_token_counts_to_its_end_and_then_pages_say_so() {
        TokenRenewal renewal = new TokenRenewal(tokens, context -> {
            throw refused("server_error");
        });
        OAuth2AuthorizedClient ending = client("ending", 5);
        assertThat(renewal.renew(ending, PERSON, request(ending))).isSameAs(ending);
        OAuth2AuthorizedClient over = client("over", -1);
        MockHttpServletRequest request = request(over);
        assertThatThrownBy(() -> renewal.renew(over, PERSON, request)).isInstanceOf(IssuerAway.class);
    }
}
