package az.dost.vahid.mock.issuer;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The clients that the issuer knows, by client credentials; a client's secret is {@code demo-} and its id. Each
 * demonstration requester is one; {@value #PORTAL} stands for the portal at which citizens log in.
 */
final class DemoClients {
    static final String PORTAL = "citizen-portal";
    /** Scope of tokens that stand for a citizen. */
    static final String CITIZEN = "citizen";
    static final String LOOKUP = "lookup";
    /** Scope of tokens that stand for an official who uses the client. */
    static final String OFFICIAL = "official";
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final List<String> REQUESTERS = List.of("audit-office", "civil-registry", "dost-centre-1",
            "dost-centre-2", "investigations", "labour-office-2", "labour-office-3", "operations");

    static RegisteredClientRepository all() {
        return new InMemoryRegisteredClientRepository(Stream.concat(Stream.of(client(PORTAL, CITIZEN)),
                REQUESTERS.stream().map(id -> client(id, LOOKUP, OFFICIAL))).toList());
    }

    private static RegisteredClient client(String id, String... scopes) {
        return RegisteredClient.withId(id).clientId(id).clientSecret("{noop}demo-" + id).scopes(all -> all.addAll(List.of(scopes)))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(LIFETIME).build()).build();
    }

    private DemoClients() { }
}
