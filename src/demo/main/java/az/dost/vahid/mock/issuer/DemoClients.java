package az.dost.vahid.mock.issuer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The clients that the issuer knows; a client's secret is {@code demo-} and its id. Each demonstration requester is
 * one, and {@value #PORTAL} stands for the portal at which citizens log in, both by client credentials. At
 * {@value #PAGES} people log in themselves.
 */
final class DemoClients {
    /**
     * Everybody knows these secrets: a hash that takes a tenth of a second, as Spring's usual one, would only slow down
     * each token.
     */
    static final PasswordEncoder SECRETS = new BCryptPasswordEncoder(4);

    static final String PORTAL = "citizen-portal";
    static final String PAGES = "pages";
    /** Scope of tokens that stand for a citizen. */
    static final String CITIZEN = "citizen";

    static final String LOOKUP = "lookup";
    /** Scope of tokens that stand for an official who uses the client. */
    static final String OFFICIAL = "official";

    private static final String REDIRECT = "/login/oauth2/code/vahid";
    /** With any port (RFC 8252, section 7.3), which tests need. */
    private static final String LOOPBACK = "http://127.0.0.1";

    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final Duration WORKING_DAY = Duration.ofHours(9);
    private static final List<String> REQUESTERS = List.of(
            "audit-office",
            "civil-registry",
            "dost-centre-1",
            "dost-centre-2",
            "investigations",
            "labour-office-2",
            "labour-office-3",
            "monitoring",
            "operations",
            "programmes",
            "registers");

    /** @param pages addresses of the pages, without a slash at the end */
    static RegisteredClientRepository all(List<String> pages) {
        List<RegisteredClient> clients = new ArrayList<>(Stream.concat(
                        Stream.of(system(PORTAL, CITIZEN)), REQUESTERS.stream().map(id -> system(id, LOOKUP, OFFICIAL)))
                .toList());
        clients.add(ofPeople(pages));
        return new InMemoryRegisteredClientRepository(clients);
    }

    private static RegisteredClient system(String id, String... scopes) {
        return client(id)
                .scopes(all -> all.addAll(List.of(scopes)))
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(
                        TokenSettings.builder().accessTokenTimeToLive(LIFETIME).build())
                .build();
    }

    private static RegisteredClient ofPeople(List<String> pages) {
        return client(PAGES)
                .scopes(all -> all.addAll(List.of(OidcScopes.OPENID, OFFICIAL, CITIZEN)))
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(LOOPBACK + REDIRECT)
                .redirectUris(all -> pages.forEach(page -> all.add(page + REDIRECT)))
                .postLogoutRedirectUris(all -> pages.forEach(page -> all.addAll(List.of(page, page + "/"))))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(LIFETIME)
                        .refreshTokenTimeToLive(WORKING_DAY)
                        .reuseRefreshTokens(false)
                        .idTokenSignatureAlgorithm(SignatureAlgorithm.ES256)
                        .build())
                .build();
    }

    private static RegisteredClient.Builder client(String id) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret(SECRETS.encode("demo-" + id))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    }

    private DemoClients() {}
}
