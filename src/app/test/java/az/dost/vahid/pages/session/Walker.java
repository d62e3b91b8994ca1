package az.dost.vahid.pages.session;

import az.dost.vahid.pages.visit.RunningPages;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Somebody who has logged in, with the cookie that leads to his session and without a browser. */
public record Walker(String id) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern FORM = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    static final String TOKEN = "an-access-token-of-somebody";

    /** As if he had logged in at a node. */
    static Walker in(RunningPages node, String login) {
        return in(node, login, "official");
    }

    /** @param scope that his token has */
    public static Walker in(RunningPages node, String login, String scope) {
        PageSessions sessions = node.bean(PageSessions.class);
        PageSession session = sessions.createSession();
        DefaultOidcUser person = new DefaultOidcUser(
                AuthorityUtils.NO_AUTHORITIES,
                new OidcIdToken("an.id.token", null, null, Map.of("sub", login, "name", "Aytən " + login)));
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(new OAuth2AuthenticationToken(person, AuthorityUtils.NO_AUTHORITIES, "vahid")));
        session.setAttribute(
                "tokens",
                "{\"access\":\"" + TOKEN + "\",\"until\":"
                        + Instant.now().plusSeconds(3_600).getEpochSecond() + ",\"scopes\":[\"openid\",\"" + scope
                        + "\"]}");
        sessions.save(session);
        return new Walker(session.getId());
    }

    public HttpResponse<String> get(RunningPages node, String path, String... headers) {
        HttpRequest.Builder request = request(node, path).header("Accept", "text/html");
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Sends a form of his session. */
    public HttpResponse<String> post(RunningPages node, String path) {
        Matcher token = FORM.matcher(get(node, "/nowhere").body());
        if (!token.find()) {
            throw new AssertionError("He sees no form");
        }
        return send(request(node, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + token.group(1))));
    }

    /** Sends a form that is not of his session. */
    public HttpResponse<String> postFromElsewhere(RunningPages node, String path) {
        return send(request(node, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=forged")));
    }

    private HttpRequest.Builder request(RunningPages node, String path) {
        return HttpRequest.newBuilder(URI.create(node.address() + path)).header("Cookie", session());
    }

    private String session() {
        return SessionCookie.NAME + '=' + Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    /** The line of a request that says who he is. */
    public String cookie() {
        return "Cookie: " + session() + "\r\n";
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
