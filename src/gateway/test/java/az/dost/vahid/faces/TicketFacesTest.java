package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import az.dost.vahid.journeys.quality.TicketJob;
import az.dost.vahid.mock.kit.Credential;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.population.Personas;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.whole.FaultSwitch;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.crypto.RSASSASigner;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.TextMessage;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Registers of the running gateway read their tickets, answer them, and are told of them. */
class TicketFacesTest {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final String BEARER = "Bearer demo-registers";
    private static final String LIST = "/v1/quality/agencies/{agency}/tickets";
    private static final String ONE = LIST + "/{id}";
    private static final Person STEWARD = new Person("m.orujova");
    private static final String FIN = Personas.DEAD_AND_ALIVE.fin();
    private final RunningVahid vahid = RunningVahid.get();
    private final JMSContext broker = vahid.bean(ConnectionFactory.class).createContext();
    private final DemoKeys keys = new DemoKeys(vahid.data().resolve("keys"), new Faults());

    @AfterEach
    void close() {
        broker.close();
    }

    /** A lookup in which the registers of the dead and of pensions disagree, and what comes of it. */
    private void see() {
        ObjectNode request = Gateway.request().put("service", "ccu-intake");
        request.putObject("subject").put("fin", FIN);
        assertThat(Gateway.post(
                                request.toString(),
                                Map.of("Authorization", Gateway.BEARER, "Content-Type", "application/json"))
                        .statusCode())
                .isEqualTo(200);
        vahid.bean(TicketJob.class).run();
    }

    private static HttpResponse<byte[]> get(String path) {
        return Gateway.send("GET", path, null, Map.of("Authorization", BEARER));
    }

    private static JsonNode list(String agency) {
        HttpResponse<byte[]> answer = get("/v1/quality/agencies/" + agency + "/tickets");
        assertThat(answer.statusCode()).isEqualTo(200);
        OpenApi.check(LIST, "get", answer);
        return Person.json(answer);
    }

    /** What the two disagree about; other tests' lookups of the same person may have left other tickets. */
    private static JsonNode death(String agency) {
        String other = agency.equals("pensions") ? "civil-status" : "pensions";
        return StreamSupport.stream(list(agency).path("tickets").spliterator(), false)
                .filter(ticket -> ticket.path("fact").asText().equals("death")
                        && ticket.path("problem").asText().equals("CONFLICT")
                        && ticket.at("/other/agency").asText().equals(other)
                        && ticket.at("/subject/fin").asText().equals(FIN))
                .findFirst()
                .orElse(null);
    }

    private static JsonNode answer(String agency, JsonNode ticket, String answer, int status) {
        HttpResponse<byte[]> said = Gateway.send(
                "POST",
                "/v1/quality/agencies/" + agency + "/tickets/"
                        + ticket.path("ticketId").asText() + "/answer",
                "{\"answer\":\"" + answer + "\",\"note\":\"No act came to us\"}",
                Map.of("Authorization", BEARER, "Content-Type", "application/json"));
        assertThat(said.statusCode())
                .as(new String(said.body(), StandardCharsets.UTF_8))
                .isEqualTo(status);
        OpenApi.check(ONE + "/answer", "post", said);
        return Person.json(said);
    }

    private TextMessage received(String agency, String id) {
        try (var consumer = broker.createConsumer(
                broker.createQueue("vahid.corrections." + agency),
                "VahidType = 'vahid-ticket+json' and JMSCorrelationID = '" + id + "'")) {
            return (TextMessage) consumer.receive(LONGEST.toMillis());
        }
    }

    private void say(String id, String answer, String signer) throws Exception {
        Credential agency = keys.agency(signer, "RSA");
        JWSObject jws = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .customParam("iat", Instant.now().getEpochSecond())
                        .customParam("rid", id)
                        .build(),
                new Payload(
                        "{\"ticketId\":\"" + id + "\",\"answer\":\"" + answer + "\",\"note\":\"No act came to us\"}"));
        jws.sign(new RSASSASigner(agency.key()));
        broker.createProducer().send(broker.createQueue("vahid.corrections.answers"), jws.serialize());
    }

    @Test
    void the_register_that_is_not_believed_reads_it_is_told_and_stands_by_it_and_then_the_other_one_has_it()
            throws Exception {
        see();
        see();
        JsonNode ticket = death("pensions");
        assertThat(ticket.path("state").asText()).isIn("OPEN", "SENT");
        assertThat(ticket.at("/other/agency").asText()).isEqualTo("civil-status");
        assertThat(ticket.at("/other/value").asText()).isEqualTo("2025-12-09");
        assertThat(ticket.has("value")).as("pensions says nothing").isFalse();
        String id = ticket.path("ticketId").asText();

        vahid.bean(ProducerTemplate.class).sendBody("direct:ticket-post", null);
        TextMessage message = received("pensions", id);
        assertThat(AsyncApi.check("corrections", message)).isEqualTo("Ticket");
        assertThat(message.getText()).doesNotContain(FIN);
        JWEObject sealed = JWEObject.parse(message.getText());
        sealed.decrypt(new RSADecrypter(keys.agency("pensions", "RSA").key()));
        JsonNode told = Gateway.JSON.readTree(new GatewayProof(GatewayProof.certificate(
                        Gateway.get("/v1/keys/certificate").body()))
                .compact(sealed.getPayload().toString()));
        assertThat(told.at("/subject/fin").asText()).isEqualTo(FIN);
        assertThat(told.path("reminder").asInt()).isZero();
        assertThat(death("pensions").path("state").asText()).isEqualTo("SENT");

        say(id, "CORRECTED", "civil-status");
        say(id, "CORRECT_AS_IS", "pensions");
        await().atMost(LONGEST).until(() -> death("civil-status") != null);
        assertThat(death("pensions")).isNull();
        JsonNode turned = death("civil-status");
        assertThat(turned.path("value").asText()).isEqualTo("2025-12-09");
        assertThat(turned.at("/other/agency").asText()).isEqualTo("pensions");
        assertThat(turned.at("/answers/0/note").asText()).isEqualTo("No act came to us");
        HttpResponse<byte[]> one = get("/v1/quality/agencies/civil-status/tickets/" + id);
        OpenApi.check(ONE, "get", one);
        assertThat(Person.json(one)).isEqualTo(turned);

        assertThat(answer("civil-status", turned, "CORRECTED", 200)
                        .path("state")
                        .asText())
                .isEqualTo("CORRECTED");
        answer("civil-status", turned, "CANNOT", 404);
        see();
        assertThat(death("civil-status").path("state").asText())
                .as("nothing was corrected")
                .isEqualTo("OPEN");
        assertThat(death("civil-status").path("reopened").asInt()).isEqualTo(1);
    }

    @Test
    void a_table_of_them_is_no_spreadsheet_s_formula() {
        see();
        HttpResponse<byte[]> table = get("/v1/quality/agencies/pensions/tickets?form=CSV");
        String text = new String(table.body(), StandardCharsets.UTF_8);
        assertThat(table.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(text.lines().findFirst())
                .hasValue(
                        "ticketId,state,openedAt,since,reopened,problem,rule,fact,field,fin,value,otherAgency,otherValue");
        assertThat(text.lines().skip(1)).allMatch(line -> line.matches("\"?[0-9a-f-]{36}\"?,[A-Z_]+,.*"));
    }

    @Test
    void everybody_reads_figures_of_registers_without_a_person() {
        see();
        HttpResponse<byte[]> figures =
                Gateway.send("GET", "/v1/statistics/registers", null, Map.of("Authorization", Gateway.BEARER));
        assertThat(figures.statusCode()).isEqualTo(200);
        OpenApi.check("/v1/statistics/registers", "get", figures);
        String text = new String(figures.body(), StandardCharsets.UTF_8);
        assertThat(text).doesNotContain(FIN).contains("\"agency\":\"pensions\"");
        assertThat(text).doesNotContainPattern(":[1-4][,}]");
    }

    @Test
    @Tag("attack")
    void a_register_reads_no_other_one_s_and_each_look_is_in_the_chain() {
        see();
        JsonNode ticket = death("pensions") == null ? death("civil-status") : death("pensions");
        assertThat(get("/v1/quality/agencies/local-executive/tickets/"
                                + ticket.path("ticketId").asText())
                        .statusCode())
                .isEqualTo(404);
        assertThat(Gateway.send(
                                "GET",
                                "/v1/quality/agencies/pensions/tickets",
                                null,
                                Map.of("Authorization", "Bearer demo-civil-registry"))
                        .statusCode())
                .isEqualTo(403);
        long before = looked();
        list("pensions");
        assertThat(looked()).isEqualTo(before + 1);
    }

    /** Of somebody about whom pensions answers with another person's record. */
    private JsonNode mixedUp(int citizen) {
        Portal person = Portal.of(citizen);
        try (FaultSwitch faults = vahid.faults()) {
            faults.set("pensions", Fault.OTHER_CITIZEN);
            ObjectNode request = Gateway.request().put("service", "ccu-intake");
            request.putObject("subject").put("fin", person.fin());
            Gateway.post(
                    request.toString(), Map.of("Authorization", Gateway.BEARER, "Content-Type", "application/json"));
        }
        vahid.bean(TicketJob.class).run();
        return StreamSupport.stream(list("pensions").path("tickets").spliterator(), false)
                .filter(ticket -> ticket.at("/subject/fin").asText().equals(person.fin()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_data_steward_answers_a_ticket_of_his_register_once_and_the_chain_says_who_did() {
        JsonNode ticket = mixedUp(811);
        String id = ticket.path("ticketId").asText();
        assertThat(Person.json(STEWARD.get("/v1/officials/me")).path("registers"))
                .hasSize(1)
                .allMatch(one -> one.asText().equals("pensions"));
        HttpResponse<byte[]> read = STEWARD.get("/v1/quality/agencies/pensions/tickets/" + id);
        OpenApi.check(ONE, "get", read);
        assertThat(Person.json(read)).isEqualTo(ticket);
        String address = "/v1/quality/agencies/pensions/tickets/" + id + "/answer";
        HttpResponse<byte[]> said = STEWARD.post(address, "{\"answer\":\"CORRECTED\"}");
        OpenApi.check(ONE + "/answer", "post", said);
        assertThat(Person.json(said).path("state").asText()).isEqualTo("CORRECTED");
        assertThat(STEWARD.post(address, "{\"answer\":\"CORRECTED\"}").statusCode())
                .isEqualTo(404);
        assertThat(vahid.bean(JdbcTemplate.class)
                        .queryForList(
                                "select entry ->> 'official' from audit where entry ->> 'act' = 'ticket-answered'"
                                        + " and entry ->> 'ticket' = ?",
                                String.class,
                                id))
                .containsExactly("m.orujova");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/quality/agencies/civil-status/tickets",
                "/v1/quality/agencies/pensions-2/tickets",
                "/v1/citizens/me/lookups",
                "/v1/officials/me/cases",
                "/v1/requesters/me"
            })
    @Tag("attack")
    void a_data_steward_reads_nothing_but_his_own_register(String address) {
        assertThat(STEWARD.get(address).statusCode()).isEqualTo(403);
    }

    @Test
    @Tag("attack")
    void a_data_steward_looks_nobody_up() {
        assertThat(STEWARD.lookUp(FIN, "ccu-intake", "STEWARD/1", null).statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.mammadova", "r.ismayilov", "z.rzayeva", "g.ahmadova", "k.aliyev"})
    @Tag("attack")
    void nobody_with_another_role_reads_tickets(String login) {
        assertThat(new Person(login)
                        .get("/v1/quality/agencies/pensions/tickets")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_citizen_reads_figures_of_registers() {
        HttpResponse<byte[]> figures = Gateway.send(
                "GET",
                "/v1/statistics/registers",
                null,
                Map.of("Authorization", "Bearer " + Portal.of(812).token()));
        assertThat(figures.statusCode()).isEqualTo(200);
    }

    private long looked() {
        return vahid.bean(JdbcTemplate.class)
                .queryForObject("select count(*) from audit where entry ->> 'act' = 'tickets-read'", Long.class);
    }
}
