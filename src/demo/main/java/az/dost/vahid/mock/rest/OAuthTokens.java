package az.dost.vahid.mock.rest;

import az.dost.vahid.mock.kit.RestEndpoint;
import az.dost.vahid.mock.kit.RestEndpoint.Reply;
import az.dost.vahid.mock.kit.RestEndpoint.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * OAuth 2.0 client credentials (RFC 6749, section 4.4) at one mock agency: issues bearer tokens to the one client it
 * knows, which authenticates itself with {@code client_secret_basic}, and lets only calls with a living token pass.
 */
final class OAuthTokens {
    /** Short, so that a gateway that runs for a while has to renew. */
    static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final int TOKEN_BYTES = 24;
    private final String tokenPath;
    private final String credentials;
    private final String scope;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Instant> expiries = new ConcurrentHashMap<>();

    /**
     * @param tokenPath below {@code /<agency>}, ending in {@code /token}: the kit plays no faults on such paths
     * @param scope granted to the client and the only one it may ask for
     */
    OAuthTokens(String tokenPath, String clientId, String secret, String scope, Clock clock) {
        this.tokenPath = tokenPath;
        this.credentials = clientId + ":" + secret;
        this.scope = scope;
        this.clock = clock;
    }

    /** The endpoint behind this guard; the token path itself is answered here. */
    RestEndpoint guarding(RestEndpoint endpoint) {
        return request -> request.path().equals(tokenPath)
                ? issue(request)
                : accepts(request.headers().get("authorization"))
                        ? endpoint.answer(request)
                        : JsonReplies.of(401, Map.of("error", "invalid_token"))
                                .with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }

    private boolean accepts(String authorization) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return false;
        }
        Instant expiry = expiries.get(authorization.substring("Bearer ".length()));
        return expiry != null && clock.instant().isBefore(expiry);
    }

    private Reply issue(Request request) {
        if (!request.method().equals("POST")) {
            return JsonReplies.of(405, Map.of("error", "invalid_request")).with("Allow", "POST");
        }
        if (!knows(request.headers().get("authorization"))) {
            return JsonReplies.of(401, Map.of("error", "invalid_client"))
                    .with("WWW-Authenticate", "Basic realm=\"token\"");
        }
        Map<String, String> form = form(new String(request.body(), StandardCharsets.UTF_8));
        if (!"client_credentials".equals(form.get("grant_type"))) {
            return JsonReplies.of(400, Map.of("error", "unsupported_grant_type"));
        }
        if (!scope.equals(form.getOrDefault("scope", scope))) {
            return JsonReplies.of(400, Map.of("error", "invalid_scope"));
        }
        return JsonReplies.of(
                        200,
                        Map.of(
                                "access_token",
                                token(),
                                "token_type",
                                "Bearer",
                                "expires_in",
                                LIFETIME.toSeconds(),
                                "scope",
                                scope))
                .with("Cache-Control", "no-store");
    }

    private String token() {
        Instant now = clock.instant();
        expiries.values().removeIf(now::isAfter);
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        expiries.put(token, now.plus(LIFETIME));
        return token;
    }

    private boolean knows(String authorization) {
        if (authorization == null || !authorization.startsWith("Basic ")) {
            return false;
        }
        try {
            String sent = new String(
                    Base64.getDecoder().decode(authorization.substring("Basic ".length())), StandardCharsets.UTF_8);
            // RFC 6749, section 2.3.1: both parts were form-encoded before they became Basic credentials.
            return MessageDigest.isEqual(
                    decoded(sent).getBytes(StandardCharsets.UTF_8), credentials.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(
                        Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1]), (first, second) -> first));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
