package az.dost.vahid.whole;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.edge.server.TestCertificate;
import az.dost.vahid.journeys.event.RunningSubscriptions;
import az.dost.vahid.mock.issuer.Logins;
import az.dost.vahid.process.FreePort;
import az.dost.vahid.signature.key.ClientCertificate;
import az.dost.vahid.signature.key.Sha256;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A partner whom nobody knows comes to a gateway as in service, and his key is released by two operators; and what
 * those gain who would come in by another way.
 */
class PartnerComesInTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OPERATORS = "/v1/operations/partners";
    private static final String OFFICIAL = "Vahid-Official";
    private static final int TLS = FreePort.next();
    private static RunningVahid vahid;

    @BeforeAll
    static void as_in_service() {
        vahid = RunningVahid.another(
                "--vahid.tls.port=" + TLS, "--vahid.tls.host=127.0.0.1", "--vahid.limits.strangers-per-second=8");
    }

    @AfterAll
    static void end() {
        vahid.close();
    }

    private static IncomingPartner stranger() {
        return IncomingPartner.stranger(vahid.address());
    }

    private static IncomingPartner operators(String token) {
        return new IncomingPartner(null, "http://127.0.0.1:" + vahid.managementPort(), token);
    }

    private static String login() {
        return Logins.token(vahid.bean(Environment.class).getRequiredProperty("vahid.tokens.issuer"), "r.ismayilov");
    }

    private static ObjectNode wanted(String application, String id) {
        ObjectNode wanted =
                JSON.createObjectNode().put("application", application).put("because", "The law says so");
        ObjectNode requester = wanted.putObject("requester").put("id", id);
        requester.putArray("services").add("ccu-car");
        requester.putObject("officials").putObject("a.tester");
        wanted.putObject("events").putArray("az.dost.birth.v1").add("fin");
        return wanted;
    }

    private static IncomingPartner.Answer propose(ObjectNode wanted, String official) {
        return operators("demo-operations").send("POST", OPERATORS + "/proposals", wanted, OFFICIAL, official);
    }

    private static String proposed(String application, String id) {
        IncomingPartner.Answer answer = propose(wanted(application, id), "b.second");
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer.json().path("id").asText();
    }

    private static IncomingPartner.Answer confirm(String proposal, String token, String... more) {
        return operators(token).send("POST", OPERATORS + "/proposals/" + proposal + "/confirmation", null, more);
    }

    /** One who was released. */
    private static IncomingPartner released(String id) {
        IncomingPartner partner = stranger();
        String application = partner.apply().json().path("applicationId").asText();
        assertThat(confirm(proposed(application, id), login()).status()).isEqualTo(200);
        return partner.byTls(TLS);
    }

    private static int acts(String act, String field, String value) {
        return vahid.bean(JdbcTemplate.class)
                .queryForObject(
                        "select count(*) from audit where entry ->> 'act' = ? and entry ->> ? = ?",
                        Integer.class,
                        act,
                        field,
                        value);
    }

    @Test
    void from_an_application_to_a_first_call_and_a_first_event_with_two_operators() {
        long began = System.nanoTime();
        IncomingPartner stranger = stranger();
        IncomingPartner.Answer applied = stranger.apply();
        assertThat(applied.status()).as(applied.json().toString()).isEqualTo(201);
        String application = applied.json().path("applicationId").asText();
        String secret = applied.json().path("secret").asText();
        assertThat(applied.json().has("sandbox"))
                .as("of a gateway that is none")
                .isFalse();
        assertThat(stranger.with(secret).lookUp("W1D0W01").status())
                .as("before")
                .isEqualTo(401);
        assertThat(stranger.byTls(TLS).lookUp("W1D0W01").status())
                .as("his key before")
                .isZero();

        String proposal = proposed(application, "ministry-of-tests");
        assertThat(stranger.byTls(TLS).lookUp("W1D0W01").status())
                .as("proposed")
                .isZero();
        assertThat(confirm(proposal, login()).json().path("confirmedBy").asText())
                .isEqualTo("r.ismayilov");
        JsonNode state = stranger.with(secret)
                .get("/v1/partners/applications/" + application)
                .json();
        assertThat(state.path("state").asText()).isEqualTo("RELEASED");
        assertThat(state.path("requester").asText()).isEqualTo("ministry-of-tests");

        IncomingPartner partner = stranger.byTls(TLS);
        assertThat(partner.lookUp("W1D0W01").status()).as("his own key").isEqualTo(200);
        assertThat(stranger.with(secret).lookUp("W1D0W01").status())
                .as("the secret is no token")
                .isEqualTo(401);
        try (ReceivedEvents webhook = new ReceivedEvents()) {
            Deliveries.first(vahid, partner, webhook, "fin");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(60));
        for (String act : List.of("partner-applied", "partner-proposed", "partner-released")) {
            assertThat(acts(act, "application", application)).as(act).isOne();
        }
        assertThat(acts("partner-subscribed", "partner", "ministry-of-tests")).isOne();
    }

    @Test
    @Tag("attack")
    void an_insider_does_not_release_what_he_proposed() {
        String application = stranger().apply().json().path("applicationId").asText();
        String proposal = proposed(application, "own-proposal");
        assertThat(confirm(proposal, "demo-operations", OFFICIAL, "B.Second").code())
                .as("in other letters")
                .isEqualTo("OWN_PROPOSAL");
        assertThat(confirm(proposal, "demo-operations").code()).as("for nobody").isEqualTo("OWN_PROPOSAL");
        assertThat(confirm(proposal, "demo-monitoring").code()).as("who looks").isEqualTo("NOT_GRANTED");
        assertThat(confirm(proposal, login()).status()).isEqualTo(200);
        assertThat(confirm(proposal, login()).status()).as("twice").isEqualTo(200);
        assertThat(acts("partner-released", "proposal", proposal)).isOne();
    }

    @Test
    void a_proposal_that_is_sent_twice_is_one() {
        String application = stranger().apply().json().path("applicationId").asText();
        String first = proposed(application, "sent-twice");
        assertThat(proposed(application, "sent-twice")).isEqualTo(first);
        assertThat(acts("partner-proposed", "application", application)).isOne();
        assertThat(proposed(application, "something-else")).isNotEqualTo(first);
        assertThat(propose(wanted(application, "sent-twice"), "c.third")
                        .json()
                        .path("id")
                        .asText())
                .as("of another operator")
                .isNotEqualTo(first);
    }

    @Test
    @Tag("attack")
    void what_a_former_operator_proposed_is_not_released() throws Exception {
        Path file = vahid.data().resolve("requesters/former.yaml");
        Files.writeString(
                file,
                "id: former\nname: Test\ngrants: [operate]\nofficials: {f.former: {}, g.other: {}}\ntokenSha256: "
                        + Sha256.hex("former") + "\n");
        String application = stranger().apply().json().path("applicationId").asText();
        String proposal = Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> operators("former")
                                .send(
                                        "POST",
                                        OPERATORS + "/proposals",
                                        wanted(application, "by-a-former"),
                                        OFFICIAL,
                                        "f.former")
                                .json()
                                .path("id")
                                .asText(),
                        id -> !id.isEmpty());
        Files.writeString(file, Files.readString(file).replace("f.former: {}, ", ""));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(operators("former")
                                .send("GET", OPERATORS, null, OFFICIAL, "f.former")
                                .code())
                        .isEqualTo("NOT_GRANTED"));
        assertThat(confirm(proposal, login()).code()).isEqualTo("NOT_FOUND");
        Files.delete(file);
    }

    @ParameterizedTest
    @Tag("attack")
    @ValueSource(
            strings = {
                "grants: [operate]",
                "grants: ['operate:read']",
                "grants: [refused-evidence]",
                "services: ['*']",
                "services: ['proactive:child-benefit']",
                "sharedClients: [pages]",
                "tokenSha256: '0'",
                "certificates: []",
                "id: dost-centre-1",
                "clients: [operations]",
                "id: A",
                "officials: {}",
                "officials: {a.tester: {roles: [AUDITOR]}}",
                "officials: {a.tester: {roles: [CLERK, OPERATOR]}}",
                "officials: {a.tester: {roles: [ANALYST]}}"
            })
    void nobody_is_made_more_than_a_partner_or_somebody_else(String member) throws Exception {
        ObjectNode wanted = wanted(waiting(), "more");
        ((ObjectNode) wanted.path("requester"))
                .setAll((ObjectNode) new ObjectMapper(new YAMLFactory()).readTree(member));
        assertThat(propose(wanted, "b.second").code()).isIn("FIELD_INVALID", "FIELD_UNKNOWN");
    }

    @Test
    @Tag("attack")
    void a_stranger_who_guesses_secrets_learns_nothing_and_waits() {
        IncomingPartner stranger = stranger();
        String application = stranger.apply().json().path("applicationId").asText();
        String path = "/v1/partners/applications/";
        IncomingPartner.Answer wrong = stranger.with("guess").get(path + application);
        IncomingPartner.Answer none = stranger.with("guess").get(path + UUID.randomUUID());
        assertThat(wrong.json().path("detail")).isEqualTo(none.json().path("detail"));
        assertThat(wrong.status()).isEqualTo(none.status()).isEqualTo(404);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> stranger.with("guess").get(path + application).status() == 429);
        heardAgain(stranger);
    }

    /** Those who test after this one come from the same address. */
    private static void heardAgain(IncomingPartner stranger) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> stranger.get("/v1/partners/applications/" + UUID.randomUUID())
                                .status()
                        == 404);
    }

    @Test
    @Tag("attack")
    void a_stranger_who_applies_in_vain_waits() {
        IncomingPartner stranger = stranger();
        ObjectNode nothing = JSON.createObjectNode();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> stranger.send("POST", "/v1/partners/applications", nothing)
                                .status()
                        == 429);
        heardAgain(stranger);
    }

    @Test
    @Tag("attack")
    void a_key_counts_until_its_end_and_not_longer() throws Exception {
        IncomingPartner partner = released("changes-keys");
        TestCertificate next = TestCertificate.of("next-" + UUID.randomUUID(), -1, 30);
        assertThat(partner.withKey(next).get("/v1/partners/me").status())
                .as("before")
                .isZero();
        ObjectNode sent = Deliveries.newKey(next, "changes-keys", Duration.ofSeconds(6));
        assertThat(partner.send("POST", "/v1/partners/me/keys", sent).status()).isEqualTo(200);
        assertThat(partner.get("/v1/partners/me").json().path("keys"))
                .as("both")
                .hasSize(2);
        assertThat(partner.withKey(next).get("/v1/partners/me").status()).isEqualTo(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> partner.get("/v1/partners/me").status() == 0);
        assertThat(partner.withKey(next).get("/v1/partners/me").json().path("keys"))
                .as("the new one alone")
                .hasSize(1);
        assertThat(acts("partner-key-added", "partner", "changes-keys")).isOne();
    }

    @Test
    @Tag("attack")
    void whoever_was_the_partner_hears_of_a_key_that_is_added_and_of_one_that_ends() throws Exception {
        IncomingPartner partner = released("hears-of-keys");
        TestCertificate next = TestCertificate.of("next-" + UUID.randomUUID(), -1, 30);
        try (ReceivedEvents webhook = new ReceivedEvents()) {
            Deliveries.first(vahid, partner, webhook, "fin");
            ObjectNode sent = Deliveries.newKey(next, "hears-of-keys", Duration.ofSeconds(4));
            assertThat(partner.send("POST", "/v1/partners/me/keys", sent).status())
                    .isEqualTo(200);
            webhook.waitFor("ADDED", thumbprint(next));
            webhook.waitFor("ENDED", thumbprint(partner.key()));
        }
        assertThat(acts("partner-key-ended", "key", thumbprint(partner.key()))).isOne();
        JsonNode news = operators("demo-monitoring")
                .get("/v1/operations/overview")
                .json()
                .path("partners");
        assertThat(news.path("newKeys").asInt()).as("for operators").isPositive();
        assertThat(news.path("endedKeys").asInt()).isPositive();
        assertThat(operators(login()).get(OPERATORS).json().path("partners"))
                .filteredOn(one -> one.path("id").asText().equals("hears-of-keys"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.has("keyAdded")).isTrue();
                    assertThat(one.at("/contacts/0/email").asText())
                            .as("whom to ask")
                            .isEqualTo("a@tests.example");
                });
    }

    private static String thumbprint(TestCertificate key) {
        return ClientCertificate.of(key.certificate()).thumbprint();
    }

    @Test
    @Tag("attack")
    void a_person_who_uses_a_partners_system_brings_no_key_and_changes_no_address() throws Exception {
        Path file = vahid.data().resolve("requesters/programmes.yaml");
        Files.writeString(file, Files.readString(file).replace("clients: [programmes]\n", ""));
        ObjectNode application = stranger().application();
        application.remove("certificate");
        application.set(
                "request",
                new ObjectMapper(new YAMLFactory())
                        .readTree(Path.of("src/gateway/test/resources/faces/bad-requests/partners.yaml")
                                .toFile())
                        .at("/right/body/request"));
        JsonNode applied = stranger()
                .send("POST", "/v1/partners/applications", application)
                .json();
        ObjectNode wanted = wanted(applied.path("applicationId").asText(), "by-client");
        ((ObjectNode) wanted.path("requester")).putArray("clients").add("programmes");
        String proposal = Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> propose(wanted, "b.second").json().path("id").asText(), id -> !id.isEmpty());
        assertThat(confirm(proposal, login()).status()).isEqualTo(200);

        IncomingPartner person = stranger().with(clientToken("lookup+official&official=a.tester"));
        assertThat(person.lookUp("W1D0W01").status()).as("what he is there for").isEqualTo(200);
        ObjectNode key = Deliveries.newKey(person.key(), "by-client", Duration.ofDays(1));
        IncomingPartner system = person.with(clientToken("lookup"));
        try (ReceivedEvents webhook = new ReceivedEvents()) {
            for (IncomingPartner.Answer refused : List.of(
                    person.send("POST", "/v1/partners/me/keys", key),
                    person.subscribe(webhook.address(), "fin"),
                    person.send("DELETE", "/v1/partners/me/subscription", null),
                    person.checkEndpoint(webhook.address()),
                    person.get("/v1/partners/me"))) {
                assertThat(refused.code()).as(refused.json().toString()).isEqualTo("NOT_GRANTED");
                assertThat(refused.json().path("field").asText()).isEqualTo("Authorization");
            }
            assertThat(system.subscribe(webhook.address(), "fin").status())
                    .as("the system itself")
                    .isEqualTo(200);
            assertThat(system.send("DELETE", "/v1/partners/me/subscription", null)
                            .status())
                    .isEqualTo(200);
        }
        assertThat(system.send("POST", "/v1/partners/me/keys", key).json().path("keys"))
                .hasSize(1);
    }

    /** Of a client of the demonstration's issuer. @param scope with what more the form has */
    private static String clientToken(String scope) throws Exception {
        String issuer = vahid.bean(Environment.class).getRequiredProperty("vahid.tokens.issuer");
        String secret =
                Base64.getEncoder().encodeToString("programmes:demo-programmes".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Basic " + secret)
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&scope=" + scope))
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        return JSON.readTree(answer).path("access_token").asText();
    }

    @ParameterizedTest
    @Tag("attack")
    @ValueSource(
            strings = {
                "https://127.0.0.1/x",
                "https://169.254.169.254/latest",
                "https://10.0.0.1/x",
                "https://[::1]/x",
                "http://partner.example/x",
                "https://2130706433/x"
            })
    void an_endpoint_that_points_inside_gets_no_event(String webhook) {
        IncomingPartner partner = endpoints();
        IncomingPartner.Answer refused = partner.subscribe(webhook, "fin");
        assertThat(refused.code()).as(webhook).isEqualTo("FIELD_INVALID");
        assertThat(refused.json().path("field").asText()).isEqualTo("webhook");
        assertThat(partner.checkEndpoint(webhook).code())
                .as("nor is it looked at")
                .isEqualTo("FIELD_INVALID");
    }

    @Test
    @Tag("attack")
    void an_endpoint_is_looked_at_and_nobody_is_followed() {
        try (ReceivedEvents webhook = new ReceivedEvents()) {
            assertThat(endpoints()
                            .checkEndpoint(webhook.address())
                            .json()
                            .path("status")
                            .asInt())
                    .isEqualTo(204);
            assertThat(endpoints()
                            .checkEndpoint(webhook.redirect())
                            .json()
                            .path("status")
                            .asInt())
                    .as("a redirect inside")
                    .isEqualTo(302);
            assertThat(webhook.all()).as("by the first one alone").hasSize(1);
        }
        assertThat(endpoints()
                        .checkEndpoint("https://localhost:" + FreePort.next() + "/x")
                        .json()
                        .path("reached")
                        .asBoolean())
                .isFalse();
    }

    private static String waiting;

    /** An application that nobody releases. */
    private static synchronized String waiting() {
        if (waiting == null) {
            waiting = stranger().apply().json().path("applicationId").asText();
        }
        return waiting;
    }

    private static IncomingPartner endpoints;

    private static synchronized IncomingPartner endpoints() {
        if (endpoints == null) {
            endpoints = released("endpoints");
        }
        return endpoints;
    }

    @Test
    @Tag("attack")
    void no_event_and_no_field_comes_that_was_not_released() {
        IncomingPartner.Answer refused = endpoints().subscribe("https://203.0.114.1/x", "fin", "dateOfBirth");
        assertThat(refused.code()).isEqualTo("NOT_GRANTED");
        assertThat(endpoints().lookUp("W1D0W01", "ccu-intake").code()).isEqualTo("NOT_GRANTED");
    }

    @Test
    void one_operator_takes_all_away_at_once_and_refuses() {
        IncomingPartner partner = released("taken-away");
        assertThat(partner.get("/v1/partners/me").status()).isEqualTo(200);
        try (ReceivedEvents webhook = new ReceivedEvents()) {
            Deliveries.first(vahid, partner, webhook, "fin");
        }
        RunningSubscriptions subscriptions = vahid.bean(RunningSubscriptions.class);
        assertThat(subscriptions.runs("partner-taken-away")).isTrue();
        ObjectNode because = JSON.createObjectNode().put("because", "Test");
        assertThat(operators(login())
                        .send("POST", OPERATORS + "/admitted/taken-away/end", because)
                        .status())
                .isEqualTo(200);
        assertThat(partner.get("/v1/partners/me").status()).as("at once").isZero();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !subscriptions.runs("partner-taken-away"));

        IncomingPartner stranger = stranger();
        JsonNode applied = stranger.apply().json();
        String application = applied.path("applicationId").asText();
        assertThat(operators(login())
                        .send("POST", OPERATORS + "/applications/" + application + "/refusal", because)
                        .status())
                .isEqualTo(200);
        assertThat(stranger.with(applied.path("secret").asText())
                        .get("/v1/partners/applications/" + application)
                        .json()
                        .path("because")
                        .asText())
                .isEqualTo("Test");
        assertThat(propose(wanted(application, "refused"), "b.second").code()).isEqualTo("NOT_FOUND");
        JsonNode list = operators(login()).get(OPERATORS).json();
        assertThat(list.path("partners"))
                .noneMatch(one -> one.path("id").asText().equals("taken-away"));
    }
}
