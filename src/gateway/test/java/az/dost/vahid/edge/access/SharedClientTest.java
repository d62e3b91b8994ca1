package az.dost.vahid.edge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.MoreDefinitions;
import az.dost.vahid.definition.Troubles;
import az.dost.vahid.job.Jobs;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.signature.key.IssuerKeys;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Whose official somebody is who comes by a client of many requesters, and what his roles open. */
@Tag("attack")
class SharedClientTest {
    private static final TokenClaims CLAIMS =
            new TokenClaims(Issuer.NAME, Issuer.AUDIENCE, "fin", "citizen", "sub", "official", 30);
    private static final String NORTH =
            "id: north\nname: North\nsharedClients: [pages]\nservices: [ccu-car]\nofficials:\n  a.b: {office: n1, roles: [CLERK]}\n  r.r: {}\n";
    private static final String SOUTH =
            "id: south\nname: South\nsharedClients: [pages]\nclients: [south-cases]\nservices: [ccu-car]\ngrants: [operate]\n"
                    + "officials:\n  c.d: {office: s1, roles: [CENTRE_MANAGER, AUDITOR_READ]}\n  o.p: {roles: [OPERATOR]}\n  e.f: {}\n";

    @TempDir
    private Path folder;

    private final Issuer issuer = new Issuer("first");

    @AfterEach
    void close() {
        issuer.close();
    }

    private AccessPolicy policy(String... files) throws IOException {
        for (int i = 0; i < files.length; i++) {
            Files.writeString(folder.resolve((char) ('a' + i) + ".yaml"), files[i]);
        }
        return new AccessPolicy(
                new RequesterFiles(
                        new PathMatchingResourcePatternResolver(),
                        "file:" + folder,
                        new DefinitionReader(new FileSystemResource("contracts/requester.schema.json")),
                        true),
                Set.of(),
                new AccessTokens(
                        new IssuerKeys(issuer.keys(), CLAIMS.validator()),
                        CLAIMS,
                        16,
                        Clock.systemUTC(),
                        Jobs.logged().of("issuer-keys", null)),
                () -> Integer.MAX_VALUE,
                new Troubles(),
                MoreDefinitions.NONE);
    }

    /** A request at an address that is open to these roles. */
    private Exchange exchange(String client, String official, OfficialRole... open) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        String token = issuer.token(claims -> claims.claim("client_id", client)
                .claim("scope", official == null ? "lookup" : "official")
                .subject(official));
        exchange.getMessage().setHeader("Authorization", "Bearer " + token);
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getAttribute") && OfficialRole.OPEN_TO.equals(arguments[0])
                                ? Set.of(open)
                                : null);
        exchange.setProperty(AccessPolicy.REQUEST, request);
        return exchange;
    }

    @Test
    void the_files_say_whose_official_it_is() throws IOException {
        AccessPolicy policy = policy(NORTH, SOUTH);
        Caller clerk = policy.caller(exchange("pages", "a.b", OfficialRole.CLERK));
        assertThat(clerk.requester().id()).isEqualTo("north");
        assertThat(clerk.official()).isEqualTo("a.b");
        assertThat(clerk.office()).isEqualTo("n1");
        assertThat(policy.caller(exchange("pages", "c.d", OfficialRole.CENTRE_MANAGER))
                        .requester()
                        .id())
                .isEqualTo("south");
    }

    @ParameterizedTest(name = "{1} of {0}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "pages,       -,     NOT_GRANTED",
                "pages,       x.y,   NOT_GRANTED",
                "pages,       e.f,   NOT_GRANTED",
                "pages,       r.r,   NOT_GRANTED",
                "others,      a.b,   UNAUTHENTICATED",
                "south-cases, o.p,   NOT_GRANTED"
            })
    void a_token_alone_gives_no_role(String client, String official, String expected) throws IOException {
        AccessPolicy policy = policy(NORTH, SOUTH);
        assertThatThrownBy(() -> policy.caller(exchange(client, official, OfficialRole.CLERK, OfficialRole.AUDITOR)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code().name()).isEqualTo(expected));
    }

    @Test
    void an_address_that_is_open_to_no_role_is_closed_to_whoever_has_one() throws IOException {
        AccessPolicy policy = policy(NORTH, SOUTH);
        assertThatThrownBy(() -> policy.caller(exchange("pages", "a.b"))).isInstanceOf(ProblemException.class);
        assertThat(policy.caller(exchange("south-cases", "e.f")).requester().id())
                .as("of whom no file says what he is")
                .isEqualTo("south");
        assertThat(policy.caller(exchange("south-cases", null)).official())
                .as("a system")
                .isNull();
    }

    @Test
    void nobody_is_looked_up_for_whose_roles_do_not_look_up() throws IOException {
        AccessPolicy policy = policy(NORTH, SOUTH);
        Requester south = policy.named("south").orElseThrow();
        policy.authorise(south, "ccu-car", "e.f");
        policy.authorise(policy.named("north").orElseThrow(), "ccu-car", "a.b");
        assertThatThrownBy(() -> policy.authorise(south, "ccu-car", "o.p"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.field()).isEqualTo("official"));
    }

    @Test
    void an_official_of_two_requesters_stops_a_start() {
        assertThatThrownBy(() -> policy(NORTH, SOUTH.replace("c.d", "a.b")))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining(
                        "requesters/a.yaml:5:1: the official a.b of the client pages is that of south too")
                .hasMessageContaining(
                        "requesters/b.yaml:7:1: the official a.b of the client pages is that of north too");
    }

    @Test
    void a_client_that_is_shared_and_anothers_own_stops_a_start() {
        assertThatThrownBy(() ->
                        policy(NORTH, SOUTH.replace("south-cases", "pages").replace("sharedClients: [pages]\n", "")))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("the client pages is that of");
    }

    @Test
    void who_had_an_official_keeps_him_when_another_file_claims_him() throws IOException {
        AccessPolicy policy = policy(NORTH, SOUTH);
        Files.writeString(folder.resolve("c.yaml"), NORTH.replace("id: north", "id: west"));
        Files.writeString(folder.resolve("d.yaml"), "id: east\nname: East\nclients: [pages]\nservices: [ccu-car]\n");
        policy.refresh();
        assertThat(policy.named("west")).isEmpty();
        assertThat(policy.named("east")).isEmpty();
        assertThat(policy.caller(exchange("pages", "a.b", OfficialRole.CLERK))
                        .requester()
                        .id())
                .isEqualTo("north");
    }

    @Test
    void a_role_that_was_taken_away_is_gone_with_the_next_look_at_the_files() throws IOException {
        AccessPolicy policy = policy(NORTH, SOUTH);
        Exchange manager = exchange("pages", "c.d", OfficialRole.CENTRE_MANAGER);
        policy.caller(manager);
        Files.writeString(folder.resolve("b.yaml"), SOUTH.replace("CENTRE_MANAGER, ", ""));
        policy.refresh();
        assertThatThrownBy(() -> policy.caller(manager)).isInstanceOf(ProblemException.class);
    }
}
