package az.dost.vahid.pages.login;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * A login that was begun: what the issuer was asked, with the proof key that the code will be shown with (RFC 7636).
 */
final class LoginText {
    private static final ObjectMapper JSON = Json.strict();

    static String of(OAuth2AuthorizationRequest login) {
        ObjectNode text = JSON.createObjectNode()
                .put("at", login.getAuthorizationUri())
                .put("client", login.getClientId())
                .put("back", login.getRedirectUri())
                .put("state", login.getState())
                .put("whole", login.getAuthorizationRequestUri());
        login.getScopes().forEach(text.withArrayProperty("scopes")::add);
        write(text.putObject("sent"), login.getAdditionalParameters());
        write(text.putObject("kept"), login.getAttributes());
        return text.toString();
    }

    private static void write(ObjectNode text, Map<String, Object> values) {
        values.forEach((name, value) -> {
            if (!(value instanceof String written)) {
                throw new IllegalStateException(
                        "A login is made of texts, and no " + value.getClass().getName() + ": " + name);
            }
            text.put(name, written);
        });
    }

    /** @param written by {@link #of} */
    static OAuth2AuthorizationRequest read(String written) {
        JsonNode text;
        try {
            text = JSON.readTree(written);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A login that was sealed here cannot be read", e);
        }
        Set<String> scopes = new LinkedHashSet<>();
        text.path("scopes").forEach(scope -> scopes.add(scope.asText()));
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(text.path("at").asText())
                .clientId(text.path("client").asText())
                .redirectUri(text.path("back").asText())
                .state(text.path("state").asText())
                .scopes(scopes)
                .additionalParameters(values(text.path("sent")))
                .attributes(values(text.path("kept")))
                .authorizationRequestUri(text.path("whole").asText())
                .build();
    }

    private static Map<String, Object> values(JsonNode text) {
        Map<String, Object> values = new LinkedHashMap<>();
        text.properties()
                .forEach(value -> values.put(value.getKey(), value.getValue().asText()));
        return values;
    }

    private LoginText() {}
}
