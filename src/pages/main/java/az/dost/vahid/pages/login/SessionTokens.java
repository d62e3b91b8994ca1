package az.dost.vahid.pages.login;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/**
 * The tokens of whoever is logged in: in the session as a text, and never in the browser. All else of a client is known
 * from the issuer and our settings.
 */
final class SessionTokens implements OAuth2AuthorizedClientRepository {
    static final String KEPT = "tokens";
    private static final ObjectMapper JSON = Json.strict();
    private final ClientRegistrationRepository issuer;

    SessionTokens(ClientRegistrationRepository issuer) {
        this.issuer = issuer;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
            String id, Authentication person, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null || !(session.getAttribute(KEPT) instanceof String text) ? null : (T) read(text, person);
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient client,
            Authentication person,
            HttpServletRequest request,
            HttpServletResponse response) {
        request.getSession().setAttribute(KEPT, text(client));
    }

    @Override
    public void removeAuthorizedClient(
            String id, Authentication person, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(KEPT);
        }
    }

    static String text(OAuth2AuthorizedClient client) {
        OAuth2AccessToken access = client.getAccessToken();
        ObjectNode text = JSON.createObjectNode()
                .put("access", access.getTokenValue())
                .put("from", seconds(access.getIssuedAt()))
                .put("until", seconds(access.getExpiresAt()));
        access.getScopes().forEach(text.withArrayProperty("scopes")::add);
        if (client.getRefreshToken() != null) {
            text.put("refresh", client.getRefreshToken().getTokenValue());
        }
        return text.toString();
    }

    private static long seconds(Instant instant) {
        return instant == null ? 0 : instant.getEpochSecond();
    }

    OAuth2AuthorizedClient read(String text, Authentication person) {
        try {
            JsonNode read = JSON.readTree(text);
            Set<String> scopes = new LinkedHashSet<>();
            read.path("scopes").forEach(scope -> scopes.add(scope.asText()));
            OAuth2AccessToken access = new OAuth2AccessToken(
                    OAuth2AccessToken.TokenType.BEARER,
                    read.path("access").asText(),
                    instant(read.path("from")),
                    instant(read.path("until")),
                    scopes);
            return new OAuth2AuthorizedClient(
                    issuer.findByRegistrationId(Issuer.ID),
                    person.getName(),
                    access,
                    read.has("refresh")
                            ? new OAuth2RefreshToken(read.path("refresh").asText(), null)
                            : null);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Tokens in a session cannot be read", e);
        }
    }

    private static Instant instant(JsonNode seconds) {
        return seconds.asLong() == 0 ? null : Instant.ofEpochSecond(seconds.asLong());
    }
}
