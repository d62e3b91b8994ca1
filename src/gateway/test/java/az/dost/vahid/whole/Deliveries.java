package az.dost.vahid.whole;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.edge.server.TestCertificate;
import az.dost.vahid.signature.key.ClientCertificate;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;

/** What a partner who came in by himself does from then on without an operator. */
final class Deliveries {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Subscribes to births, has one published, and waits until it has come with these fields and no others. */
    static void first(RunningVahid vahid, IncomingPartner partner, ReceivedEvents webhook, String... fields) {
        IncomingPartner.Answer subscribed = partner.subscribe(webhook.address(), fields);
        assertThat(subscribed.status()).as(subscribed.json().toString()).isEqualTo(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> partner.get("/v1/partners/me")
                        .json()
                        .at("/subscription/running")
                        .asBoolean());
        String id = UUID.randomUUID().toString();
        ObjectNode event = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", id)
                .put("source", "urn:dost:publisher:civil-registry")
                .put("type", "az.dost.birth.v1")
                .put("time", Instant.now().toString());
        event.putObject("data")
                .put("fin", vahid.population().fin(11))
                .put("dateOfBirth", "2026-11-30")
                .put("motherFin", vahid.population().fin(12))
                .put("recordNumber", "17");
        IncomingPartner.Answer published =
                new IncomingPartner(null, vahid.address(), "demo-civil-registry").send("POST", "/v1/events", event);
        assertThat(published.status()).as(published.json().toString()).isBetween(200, 299);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> webhook.all().stream().anyMatch(body -> body.contains(id)));
        assertThat(webhook.all())
                .allSatisfy(body -> assertThat(JSON.readTree(body).path("data").properties())
                        .extracting(java.util.Map.Entry::getKey)
                        .containsExactlyInAnyOrder(fields));
    }

    /** A request for a new key beside the old ones, which end so much later. */
    static ObjectNode newKey(TestCertificate key, String partner, Duration othersEnd) throws JOSEException {
        JWSObject proof = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .customParam("iat", Instant.now().getEpochSecond())
                        .customParam("rid", partner)
                        .build(),
                new Payload(ClientCertificate.of(key.certificate()).thumbprint()));
        proof.sign(new ECDSASigner(key.key(), Curve.P_256));
        return JSON.createObjectNode()
                .put("certificate", key.pem())
                .put("proof", proof.serialize(true))
                .put("othersEnd", Instant.now().plus(othersEnd).toString());
    }

    private Deliveries() {}
}
