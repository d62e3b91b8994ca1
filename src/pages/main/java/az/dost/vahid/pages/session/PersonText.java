package az.dost.vahid.pages.session;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Whoever is logged in: what the pages call him, and the identity token that a logout shows to the issuer. No
 * authority: what somebody may do the gateway says at each request.
 */
final class PersonText {
    private static final ObjectMapper JSON = Json.mapper();
    private static final List<String> CLAIMS = List.of("sub", "name", "preferred_username");

    static ObjectNode of(SecurityContext context) {
        if (!(context.getAuthentication() instanceof OAuth2AuthenticationToken token)
                || !(token.getPrincipal() instanceof OidcUser person)) {
            throw new IllegalStateException("Whoever is logged in came by OpenID Connect");
        }
        ObjectNode text = JSON.createObjectNode()
                .put("client", token.getAuthorizedClientRegistrationId())
                .put("idToken", person.getIdToken().getTokenValue());
        CLAIMS.stream().filter(person::hasClaim).forEach(claim -> text.put(claim, person.getClaimAsString(claim)));
        return text;
    }

    static SecurityContext read(JsonNode text) {
        Map<String, Object> claims = new LinkedHashMap<>();
        CLAIMS.stream()
                .filter(text::has)
                .forEach(claim -> claims.put(claim, text.path(claim).asText()));
        OidcUser person = new DefaultOidcUser(
                AuthorityUtils.NO_AUTHORITIES,
                new OidcIdToken(text.path("idToken").asText(), null, null, claims));
        return new SecurityContextImpl(new OAuth2AuthenticationToken(
                person, AuthorityUtils.NO_AUTHORITIES, text.path("client").asText()));
    }

    private PersonText() {}
}
