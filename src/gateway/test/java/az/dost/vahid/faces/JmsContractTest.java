package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import jakarta.jms.Message;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Request and reply by message, as {@code messages.asyncapi.yaml} promises. */
class JmsContractTest {
    private final String correlation = UUID.randomUUID().toString();
    private Messages messages;

    @BeforeEach
    void connect() {
        messages = new Messages();
        messages.clear();
    }

    @AfterEach
    void disconnect() {
        messages.close();
    }

    @Test
    void answersWithASignedDossierThatRestGivesAgain() throws Exception {
        TextMessage request = messages.request(Gateway.request().toString());
        request.setJMSCorrelationID(correlation);
        messages.send(request);
        TextMessage answer = messages.answer();
        assertThat(AsyncApi.check("answer", answer)).isEqualTo("Dossier");
        assertThat(answer.getJMSCorrelationID()).isEqualTo(correlation);
        assertThat(answer.getStringProperty("VahidContentType")).isEqualTo("application/json");
        byte[] dossier = answer.getText().getBytes(StandardCharsets.UTF_8);
        String id = Gateway.JSON.readTree(dossier).path("dossierId").asText();
        HttpResponse<byte[]> again = Gateway.again(id, "application/json", Gateway.BEARER);
        OpenApi.check("/v1/dossiers/{id}", "get", again);
        assertThat(again.body()).isEqualTo(dossier);
        assertThat(again.headers().firstValue("Vahid-Signature")).hasValue(answer.getStringProperty("VahidSignature"));
        JWSObject jws = JWSObject.parse(answer.getStringProperty("VahidSignature"), new Payload(dossier));
        JWKSet keys = JWKSet.parse(new String(Gateway.get("/v1/keys").body(), StandardCharsets.UTF_8));
        assertThat(jws.verify(new ECDSAVerifier(
                        keys.getKeyByKeyId(jws.getHeader().getKeyID()).toECKey())))
                .isTrue();
    }

    @Test
    void correlatesByMessageIdWhenThereIsNoCorrelationId() throws Exception {
        TextMessage request = messages.send(messages.request(Gateway.request().toString()));
        assertThat(messages.answer().getJMSCorrelationID()).isEqualTo(request.getJMSMessageID());
    }

    @ParameterizedTest
    @MethodSource("az.dost.vahid.faces.BadRequest#bodies")
    void answersABadRequestWithItsProblem(BadRequest bad) throws Exception {
        TextMessage request = messages.request(bad.body());
        request.setJMSCorrelationID(correlation);
        messages.send(request);
        TextMessage answer = messages.answer();
        assertThat(AsyncApi.check("answer", answer)).isEqualTo("Problem");
        assertThat(answer.getStringProperty("VahidContentType")).isEqualTo("application/problem+json");
        JsonNode problem = Gateway.JSON.readTree(answer.getText());
        assertThat(problem.path("code").asText()).isEqualTo(bad.code());
        assertThat(problem.path("field").textValue()).isEqualTo(bad.field());
        assertThat(answer.getText()).doesNotContain(BadRequest.FIN, "Exception");
        if (bad.code().startsWith("REQUEST_")) {
            TextMessage dead = messages.dead();
            AsyncApi.check("lookupDead", dead);
            assertSealed(dead, bad.body());
            assertThat(property(dead, "VahidCode")).isEqualTo(bad.code());
            assertThat(property(dead, "VahidInstance"))
                    .isEqualTo(problem.path("instance").asText());
        }
    }

    @Test
    void refusesAStranger() throws Exception {
        TextMessage request = messages.request(Gateway.request().toString());
        request.setStringProperty("Authorization", "Bearer nobody");
        TemporaryQueue answers = messages.context().createTemporaryQueue();
        request.setJMSReplyTo(answers);
        messages.send(request);
        String answer = messages.context().createConsumer(answers).receiveBody(String.class, 30_000);
        assertThat(Gateway.JSON.readTree(answer).path("code").asText()).isEqualTo("UNAUTHENTICATED");
        assertThat(messages.deadWithin(200))
                .as("what strangers send is not kept")
                .isFalse();
    }

    @Test
    void laysAsideARequestThatNamesNoQueueForItsAnswer() throws Exception {
        TextMessage request = messages.request(Gateway.request().toString());
        request.setJMSReplyTo(null);
        request.setJMSCorrelationID(correlation);
        messages.send(request);
        TextMessage dead = messages.dead();
        assertSealed(dead, request.getText());
        assertThat(property(dead, "VahidCode")).isEqualTo("FIELD_MISSING");
        assertThat(property(dead, "VahidField")).isEqualTo("JMSReplyTo");
        assertThat(property(dead, "VahidReason")).isNotBlank();
    }

    @Test
    void laysAsideWhatIsNoText() throws Exception {
        var bytes = messages.context().createBytesMessage();
        bytes.writeBytes(new byte[] {1, 2, 3});
        bytes.setJMSCorrelationID(correlation);
        bytes.setJMSReplyTo(messages.request("").getJMSReplyTo());
        bytes.setStringProperty("Authorization", Gateway.BEARER);
        messages.send(bytes);
        assertThat(Gateway.JSON
                        .readTree(messages.answer().getText())
                        .path("code")
                        .asText())
                .isEqualTo("MEDIA_TYPE_UNSUPPORTED");
        assertThat(property(messages.dead(), "VahidCode")).isEqualTo("MEDIA_TYPE_UNSUPPORTED");
    }

    @Test
    void takesNoOrdersFromCamelProperties() throws Exception {
        TextMessage request = messages.request(Gateway.request().toString());
        request.setStringProperty("CamelJmsDestinationName", "elsewhere");
        request.setStringProperty("CamelBeanMethodName", "refuse");
        request.setStringProperty("CamelJmsMessageType", "Bytes");
        messages.send(request);
        assertThat(messages.answer().getStringProperty("VahidContentType")).isEqualTo("application/json");
    }

    @Test
    void triesAgainUntilTheRecordIsBack() throws Exception {
        try (var gone = new RecordGone()) {
            messages.send(messages.request(Gateway.request().toString()));
            assertThat(messages.answeredWithin(700)).isFalse();
        }
        assertThat(messages.answer().getStringProperty("VahidContentType")).isEqualTo("application/json");
    }

    @Test
    @Tag("attack")
    void laysAsideWhatFailsAtEveryDeliveryAndSaysSo() throws Exception {
        TextMessage request = messages.request(Gateway.request().toString());
        request.setJMSCorrelationID(correlation);
        TextMessage dead;
        try (var gone = new RecordGone()) {
            messages.send(request);
            JsonNode problem = Gateway.JSON.readTree(messages.answer().getText());
            assertThat(problem.path("code").asText()).isEqualTo("INTERNAL");
            dead = messages.dead();
            assertSealed(dead, request.getText());
            assertThat(property(dead, "VahidCode")).isEqualTo("INTERNAL");
            assertThat(property(dead, "VahidInstance"))
                    .isEqualTo(problem.path("instance").asText());
        }
        assertThat(messages.answeredWithin(200)).isFalse();
        messages.send(dead);
        TextMessage replayed = messages.answer();
        assertThat(replayed.getStringProperty("VahidContentType"))
                .as("put back by an operator, it is answered as the requester that was proven")
                .isEqualTo("application/json");
        assertThat(replayed.getJMSCorrelationID()).isEqualTo(correlation);
    }

    private static void assertSealed(TextMessage dead, String body) throws Exception {
        assertThat(dead.getText()).isNotEmpty().doesNotContain("{");
        if (body.length() > 3) {
            assertThat(dead.toString() + dead.getText()).doesNotContain(body, Gateway.BEARER, BadRequest.FIN);
        }
        assertThat(property(dead, "Authorization")).isNull();
        assertThat(dead.getJMSReplyTo()).isNull();
        assertThat(dead.getJMSCorrelationID()).isNull();
        assertThat(property(dead, "VahidRequester")).isEqualTo("dost-centre-1");
    }

    private static String property(Message message, String name) {
        try {
            return message.getStringProperty(name);
        } catch (jakarta.jms.JMSException e) {
            throw new AssertionError(e);
        }
    }

    /** No dossier can be kept while this is open. */
    private static final class RecordGone implements AutoCloseable {
        private final JdbcTemplate jdbc = RunningVahid.get().bean(JdbcTemplate.class);

        RecordGone() {
            jdbc.execute("alter table dossier rename to dossier_gone");
        }

        @Override
        public void close() {
            jdbc.execute("alter table dossier_gone rename to dossier");
        }
    }
}
