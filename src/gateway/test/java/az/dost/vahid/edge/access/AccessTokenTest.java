package az.dost.vahid.edge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.MoreDefinitions;
import az.dost.vahid.definition.Troubles;
import az.dost.vahid.job.Job;
import az.dost.vahid.job.Jobs;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.signature.key.ClientCertificate;
import az.dost.vahid.signature.key.IssuerKeys;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Who is known by an access token, and what every forged, borrowed or old one gets. */
class AccessTokenTest {
    private static final TokenClaims CLAIMS =
            new TokenClaims(Issuer.NAME, Issuer.AUDIENCE, "fin", "citizen", "sub", "official", 30);
    private static final String FIN = "W1D0W01";

    @TempDir
    private Path folder;

    private final Issuer issuer = new Issuer("first");
    private final Job fetching = Jobs.logged().of("issuer-keys", null);
    private AccessPolicy policy;

    @BeforeEach
    void read() throws IOException {
        Files.writeString(
                folder.resolve("office.yaml"),
                "id: office-one\nname: Office\nclients: [office, other]\nservices: [ccu-car]\n");
        policy = policy();
    }

    private AccessPolicy policy() {
        return new AccessPolicy(
                new RequesterFiles(
                        new PathMatchingResourcePatternResolver(),
                        "file:" + folder,
                        new DefinitionReader(new FileSystemResource("contracts/requester.schema.json")),
                        true),
                Set.of(),
                new AccessTokens(
                        new IssuerKeys(issuer.keys(), CLAIMS.validator()), CLAIMS, 16, Clock.systemUTC(), fetching),
                () -> Integer.MAX_VALUE,
                new Troubles(),
                MoreDefinitions.NONE);
    }

    @AfterEach
    void close() {
        issuer.close();
    }

    private static Date in(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    static List<Arguments> good() {
        return List.of(
                good("client_id names it", claims -> claims),
                good(
                        "azp names it, as OpenID Connect has it",
                        claims -> claims.claim("client_id", null).claim("azp", "other")),
                good("client_id and azp agree", claims -> claims.claim("azp", "office")),
                good(
                        "we are one of several audiences",
                        claims -> claims.audience(List.of("elsewhere", Issuer.AUDIENCE))),
                good("it expired within the clocks' difference", claims -> claims.expirationTime(in(-10))),
                good("it begins within the clocks' difference", claims -> claims.notBeforeTime(in(10))),
                good(
                        "it has a FIN without the scope for it",
                        claims -> claims.claim("fin", FIN).claim("scope", "lookup")));
    }

    private static Arguments good(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void a_requester_is_known_by_an_access_token_of_its_client(
            String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        assertThat(policy.authenticate("Bearer " + issuer.token(change)).id()).isEqualTo("office-one");
    }

    static List<Arguments> bad() {
        return List.of(
                bad(
                        "it is an official's and names him nowhere",
                        claims -> claims.claim("scope", "official"),
                        "which one person"),
                bad(
                        "it is an official's and names its client",
                        claims -> claims.claim("scope", "official").subject("office"),
                        "which one person"),
                bad(
                        "it is an official's, and he has no official's name",
                        claims -> claims.claim("scope", "official").subject("a b"),
                        "which one person"),
                bad(
                        "it is an official's and a citizen's",
                        claims -> claims.claim("scope", "official citizen")
                                .subject("a.b")
                                .claim("fin", FIN),
                        "which one person"),
                bad("it has expired", claims -> claims.expirationTime(in(-60)), "expired"),
                bad("it never expires", claims -> claims.expirationTime(null), "when it expires"),
                bad("it is not valid yet", claims -> claims.notBeforeTime(in(60)), "not valid yet"),
                bad("it is for another audience", claims -> claims.audience("elsewhere"), "audience"),
                bad("it is for nobody", claims -> claims.audience((String) null), "audience"),
                bad("our name is only part of its audience", claims -> claims.audience("vahid.elsewhere"), "audience"),
                bad("another issuer's name is in it", claims -> claims.issuer("https://issuer.example.evil"), "issuer"),
                bad("it names no issuer", claims -> claims.issuer(null), "issuer"),
                bad("it names no client", claims -> claims.claim("client_id", null), "client"),
                bad("it names two clients", claims -> claims.claim("azp", "other"), "client"),
                bad("its client is no requester", claims -> claims.claim("client_id", "nobody"), "no requester"),
                bad("its client's name differs in case", claims -> claims.claim("client_id", "Office"), "no requester"),
                bad(
                        "it is bound to a certificate that was not shown",
                        claims -> claims.claim("cnf", Map.of("x5t#S256", "AAAA")),
                        "certificate"));
    }

    private static Arguments bad(String name, UnaryOperator<JWTClaimsSet.Builder> change, String why) {
        return Arguments.of(name, change, why);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void a_proven_token_that_does_not_fit_is_refused_and_says_why(
            String name, UnaryOperator<JWTClaimsSet.Builder> change, String why) {
        assertThat(refusal(issuer.token(change)).detail()).contains(why).doesNotContain("nobody", "evil", "elsewhere");
    }

    static Stream<Arguments> forged() {
        return ForgedTokens.all().entrySet().stream().map(forged -> Arguments.of(forged.getKey(), forged.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forged")
    void a_forged_token_is_refused(String name, ForgedTokens.Forger forger) throws Exception {
        try (Issuer attacker = new Issuer("attacker")) {
            refusal(forger.forge(issuer, attacker));
            assertThat(attacker.asked)
                    .as("requests to where the token's header points")
                    .hasValue(0);
        }
    }

    @Test
    void tokens_with_unknown_keys_do_not_make_the_gateway_ask_the_issuer_each_time() {
        for (int i = 0; i < 20; i++) {
            refusal(issuer.token(
                    new JWSHeader.Builder(issuer.header().build())
                            .keyID("unknown-" + i)
                            .build(),
                    Issuer.claims().build()));
        }
        assertThat(issuer.asked.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void a_proven_token_is_remembered_until_it_expires_and_no_longer() {
        String token = issuer.token(claims -> claims.expirationTime(in(-26)));
        policy.authenticate("Bearer " + token);
        issuer.close();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(refusal(token).detail()).contains("expired"));
    }

    @Test
    @Tag("attack")
    void an_official_is_proven_by_sub_with_the_scope_for_it_and_by_nothing_else() {
        assertThat(policy.caller(exchange(issuer.token(claims ->
                                claims.claim("scope", "lookup official").subject("a.b"))))
                        .official())
                .isEqualTo("a.b");
        assertThat(policy.caller(exchange(issuer.token(
                                claims -> claims.claim("scope", "lookup").subject("a.b"))))
                        .official())
                .isNull();
        assertThat(policy.caller(exchange(issuer.token(claims -> claims.claim("scope", "officials")
                                .subject("a.b")
                                .claim("official", "a.b"))))
                        .official())
                .isNull();
        assertThat(policy.caller(exchange(issuer.token(claims -> claims.claim("client_id", null)
                                .claim("azp", "other")
                                .claim("scope", "official")
                                .subject("a.b"))))
                        .requester()
                        .id())
                .isEqualTo("office-one");
    }

    @Test
    void a_token_bound_to_a_certificate_counts_with_that_certificate_only() {
        ClientCertificate own =
                ClientCertificate.of(new DemoKeys(folder.resolve("keys"), new Faults()).gatewayCertificate("tls"));
        ClientCertificate other =
                ClientCertificate.of(new DemoKeys(folder.resolve("others"), new Faults()).gatewayCertificate("tls"));
        Requester office = new Requester(
                "office",
                "Office",
                null,
                Set.of(),
                null,
                null,
                false,
                null,
                false,
                null,
                null,
                Set.of("office"),
                null,
                null,
                null,
                null,
                null,
                null);
        Requesters requesters = new Requesters();
        requesters.add(office, List.of(own, other), List.of());
        Identification identification = new Identification(
                new AccessTokens(
                        new IssuerKeys(issuer.keys(), CLAIMS.validator()), CLAIMS, 16, Clock.systemUTC(), fetching),
                new Strangers(() -> Integer.MAX_VALUE, System::nanoTime),
                false);
        String bound = "Bearer " + issuer.token(claims -> claims.claim("cnf", Map.of("x5t#S256", own.thumbprint())));
        assertThat(identification
                        .caller(requesters, bound, new Connection(null, own, Set.of(), null))
                        .requester())
                .isSameAs(office);
        refused(
                ProblemCode.UNAUTHENTICATED,
                () -> identification.caller(requesters, bound, new Connection(null, other, Set.of(), null)));
        refused(ProblemCode.UNAUTHENTICATED, () -> identification.caller(requesters, bound, Connection.NONE));
    }

    @Test
    @Tag("attack")
    void a_token_that_the_issuer_signed_never_pays_for_a_strangers() {
        Requesters requesters = new Requesters();
        Identification identification = new Identification(
                new AccessTokens(
                        new IssuerKeys(issuer.keys(), CLAIMS.validator()), CLAIMS, 16, Clock.systemUTC(), fetching),
                new Strangers(() -> 2, () -> 1),
                false);
        Connection shared = new Connection("192.0.2.7", null, Set.of(), null);
        Connection other = new Connection("192.0.2.8", null, Set.of(), null);
        String signed = issuer.token(claims -> claims.claim("fin", FIN).claim("scope", "openid citizen"));
        String forged = "Bearer " + signed.substring(0, signed.length() - 8) + "AAAAAAAA";
        for (int i = 0; i < 2; i++) {
            refused(ProblemCode.UNAUTHENTICATED, () -> identification.citizen(requesters, forged, shared));
        }
        refused(ProblemCode.TOO_MANY_REQUESTS, () -> identification.citizen(requesters, forged, shared));
        refused(ProblemCode.TOO_MANY_REQUESTS, () -> identification.caller(requesters, null, shared));
        refused(ProblemCode.UNAUTHENTICATED, () -> identification.citizen(requesters, forged, other));
        assertThat(identification
                        .citizen(requesters, "Bearer " + signed, shared)
                        .fin())
                .isEqualTo(FIN);
        String expired = issuer.token(claims -> claims.expirationTime(in(-100)));
        refused(ProblemCode.UNAUTHENTICATED, () -> identification.citizen(requesters, "Bearer " + expired, shared));
    }

    @Test
    void without_the_issuers_keys_nobody_can_tell() {
        issuer.close();
        assertThatThrownBy(() -> policy.authenticate("Bearer " + issuer.token(claims -> claims)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.ISSUER_UNAVAILABLE));
        assertThat(fetching.failures()).as("told under the issuer's name").isEqualTo(1);
    }

    @Test
    void a_citizen_is_no_requester_and_a_requester_no_citizen() {
        String citizen = issuer.token(claims -> claims.claim("fin", FIN).claim("scope", "openid citizen"));
        assertThat(policy.citizen(exchange(citizen)).fin()).isEqualTo(FIN);
        assertThat(policy.citizen(exchange(citizen)).toString()).doesNotContain(FIN);
        refused(ProblemCode.NOT_GRANTED, () -> policy.caller(exchange(citizen)));
        refused(ProblemCode.NOT_GRANTED, () -> policy.citizen(exchange(issuer.token(claims -> claims))));
    }

    private static Exchange exchange(String token) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setHeader("Authorization", "Bearer " + token);
        return exchange;
    }

    private ProblemException refusal(String token) {
        return refused(ProblemCode.UNAUTHENTICATED, () -> policy.authenticate("Bearer " + token));
    }

    private static ProblemException refused(
            ProblemCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        ProblemException problem = (ProblemException) org.assertj.core.api.Assertions.catchThrowable(call);
        assertThat(problem).extracting(ProblemException::code).isEqualTo(code);
        return problem;
    }
}
