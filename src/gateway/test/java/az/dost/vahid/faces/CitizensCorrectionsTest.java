package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import az.dost.vahid.mock.kit.Credential;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A correction on its way: from the citizen to the agency that holds the fact, and its fate back. */
class CitizensCorrectionsTest {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final String OWNER = "identity-register";
    private static final String CLAIM = "{\"fact\":\"address\",\"claim\":\"I live in flat 12 now\"}";
    private final JMSContext broker =
            RunningVahid.get().bean(ConnectionFactory.class).createContext();
    private final DemoKeys keys = new DemoKeys(RunningVahid.get().data().resolve("keys"), new Faults());

    @AfterEach
    void close() {
        broker.close();
    }

    private TextMessage received(String agency, String id) {
        try (var consumer = broker.createConsumer(
                broker.createQueue("vahid.corrections." + agency), "JMSCorrelationID = '" + id + "'")) {
            return (TextMessage) consumer.receive(LONGEST.toMillis());
        }
    }

    private void answer(String id, String state, String note, String signer) throws Exception {
        Credential agency = keys.agency(signer, "RSA");
        JWSObject jws = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .customParam("iat", Instant.now().getEpochSecond())
                        .customParam("rid", id)
                        .build(),
                new Payload(Gateway.JSON
                        .createObjectNode()
                        .put("correctionId", id)
                        .put("state", state)
                        .put("note", note)
                        .toString()));
        jws.sign(new RSASSASigner(agency.key()));
        send(jws.serialize());
    }

    private void send(String text) {
        broker.createProducer().send(broker.createQueue("vahid.corrections.answers"), text);
    }

    private static List<String> states(JsonNode correction) {
        return correction.path("steps").findValuesAsText("state");
    }

    @Test
    void the_agency_that_is_believed_first_gets_it_signed_and_encrypted_and_its_decision_is_tracked() throws Exception {
        Portal citizen = Portal.of(4_911);
        String id = citizen.correct(CLAIM);
        TextMessage message = received(OWNER, id);
        assertThat(AsyncApi.check("corrections", message)).isEqualTo("Correction");
        assertThat(message.getText()).doesNotContain(citizen.fin());
        JWEObject sealed = JWEObject.parse(message.getText());
        sealed.decrypt(new RSADecrypter(keys.agency(OWNER, "RSA").key()));
        JsonNode said = Gateway.JSON.readTree(new GatewayProof(GatewayProof.certificate(
                        Gateway.get("/v1/keys/certificate").body()))
                .compact(sealed.getPayload().toString()));
        assertThat(said.at("/subject/fin").asText()).isEqualTo(citizen.fin());
        assertThat(said.path("claim").asText()).isEqualTo("I live in flat 12 now");
        await().atMost(LONGEST).until(() -> states(citizen.correction(id)).equals(List.of("RECEIVED", "SENT")));
        answer(id, "IN_REVIEW", "", OWNER);
        await().atMost(LONGEST).until(() -> states(citizen.correction(id)).contains("IN_REVIEW"));
        answer(id, "REJECTED", "The deed names flat 11", OWNER);
        await().atMost(LONGEST)
                .until(() -> citizen.correction(id).path("state").asText().equals("REJECTED"));
        assertThat(citizen.correction(id).at("/steps/3/note").asText()).isEqualTo("The deed names flat 11");
        assertThat(citizen.corrections().path("corrections")).hasSize(1);
    }

    @Test
    void a_named_source_gets_it_instead() {
        Portal citizen = Portal.of(4_912);
        String id = citizen.correct(CLAIM.replace("}", ",\"source\":\"local-executive\"}"));
        assertThat(citizen.correction(id).path("agency").asText()).isEqualTo("local-executive");
    }

    @Test
    void what_another_agency_or_nobody_signed_is_laid_aside_and_changes_nothing() throws Exception {
        Portal citizen = Portal.of(4_913);
        String id = citizen.correct(CLAIM);
        answer(id, "ACCEPTED", "", "civil-status");
        send("no answer at all");
        answer("11111111-1111-7111-8111-111111111111", "ACCEPTED", "", OWNER);
        answer(id, "SENT", "", OWNER);
        try (var dead = broker.createConsumer(broker.createQueue("vahid.corrections.dead"))) {
            for (int i = 0; i < 4; i++) {
                AsyncApi.check("correctionsDead", (TextMessage) dead.receive(LONGEST.toMillis()));
            }
        }
        assertThat(states(citizen.correction(id))).doesNotContain("ACCEPTED");
    }

    @Test
    void nobody_sees_another_citizens_corrections() {
        String id = Portal.of(4_914).correct(CLAIM);
        assertThat(Portal.of(4_915).corrections().path("corrections")).isEmpty();
        assertThat(Portal.of(4_915).correction(id).path("code").asText()).isEqualTo("NOT_FOUND");
    }
}
