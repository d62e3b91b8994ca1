package az.dost.vahid.journeys.event;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.faces.AsyncApi;
import az.dost.vahid.mock.kit.Credential;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.TextMessage;
import java.io.FileInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final String MOVES = "gives: {az.dost.address-change.v1: [fin, region]}\n";
    private final RunningEvents gateway = RunningEvents.get();
    private final Publisher registry = gateway.as("registry");

    private void publish(ObjectNode event) {
        assertThat(registry.publish(event).statusCode()).isEqualTo(202);
    }

    @Test
    void a_subscriber_gets_the_fields_it_was_granted_and_no_others_signed() throws Exception {
        try (Webhook hook = new Webhook()) {
            gateway.subscribe("minimal", "reader", MOVES + "deliver: {webhook: " + hook.address() + "}");
            publish(Publisher.move("minimal-1", "W1D0W01", "Ganja"));
            Awaitility.await().until(() -> hook.got.size() == 1);
            Webhook.Got got = hook.got.get(0);
            assertThat(got.event().path("data").toString()).isEqualTo("{\"fin\":\"W1D0W01\",\"region\":\"Ganja\"}");
            assertThat(got.key()).isEqualTo(got.event().path("vahidid").textValue());
            String[] jws = got.signature().split("\\.\\.");
            assertThat(new JWSObject(
                                    new com.nimbusds.jose.util.Base64URL(jws[0]),
                                    new Payload(got.body()),
                                    new com.nimbusds.jose.util.Base64URL(jws[1]))
                            .verify(new ECDSAVerifier(
                                    (ECPublicKey) gatewayCertificate().getPublicKey())))
                    .isTrue();
            gateway.end("minimal");
        }
    }

    private X509Certificate gatewayCertificate() throws Exception {
        try (var in = new FileInputStream(
                gateway.folder.resolve("keys/gateway-dossier.pem").toFile())) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    @Test
    void a_filter_lets_through_what_it_names_only() throws Exception {
        try (Webhook hook = new Webhook()) {
            gateway.subscribe(
                    "filtered",
                    "reader",
                    MOVES + "where: {region: [Baku, Ganja]}\ndeliver: {webhook: " + hook.address() + "}");
            for (String region : List.of("Sumqayit", "Baku", "Shaki", "Ganja")) {
                publish(Publisher.move("filtered-" + region, "W1D0W01", region));
            }
            Awaitility.await().until(() -> hook.got.size() == 2);
            assertThat(hook.ids()).containsExactly("filtered-Baku", "filtered-Ganja");
            gateway.end("filtered");
        }
    }

    @Test
    void one_citizens_events_come_in_their_order_though_the_subscriber_fails_now_and_then() throws Exception {
        try (Webhook hook = new Webhook()) {
            gateway.subscribe(
                    "ordered",
                    "reader",
                    MOVES + "consumers: 4\nretry: patient\ndeliver: {webhook: " + hook.address() + "}");
            for (int i = 0; i < 40; i++) {
                hook.status = i % 10 == 5 ? 503 : 204;
                publish(Publisher.move("ordered-" + i, "W1D0W0" + i % 4, "R" + i));
            }
            hook.status = 204;
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> hook.got.size() == 40);
            IntStream.range(0, 4)
                    .forEach(citizen -> assertThat(hook.got.stream()
                                    .filter(got -> got.event()
                                            .at("/data/fin")
                                            .textValue()
                                            .equals("W1D0W0" + citizen))
                                    .map(got -> got.event().path("id").textValue()))
                            .containsExactlyElementsOf(IntStream.range(0, 10)
                                    .mapToObj(i -> "ordered-" + (i * 4 + citizen))
                                    .toList()));
            gateway.end("ordered");
        }
    }

    @Test
    void a_slow_subscriber_delays_nobody_else() throws Exception {
        try (Webhook slow = new Webhook();
                Webhook quick = new Webhook()) {
            slow.delayMs = 1500;
            gateway.subscribe("slow", "reader", MOVES + "consumers: 1\ndeliver: {webhook: " + slow.address() + "}");
            gateway.subscribe("quick", "clinic", MOVES + "deliver: {webhook: " + quick.address() + "}");
            for (int i = 0; i < 20; i++) {
                publish(Publisher.move("pace-" + i, "W1D0W01", "R" + i));
            }
            Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> quick.got.size() == 20);
            assertThat(slow.got.size()).isLessThan(15);
            slow.delayMs = 0;
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> slow.got.size() == 20);
            gateway.end("slow");
            gateway.end("quick");
        }
    }

    @Test
    void a_subscriber_does_not_get_what_it_published_itself() throws Exception {
        try (Webhook hook = new Webhook()) {
            gateway.subscribe("own", "registry", MOVES + "deliver: {webhook: " + hook.address() + "}");
            publish(Publisher.move("own-1", "W1D0W01", "Ganja"));
            assertThat(gateway.as("other-registry")
                            .publish(Publisher.move("own-2", "W1D0W01", "Baku")
                                    .put("source", "urn:dost:publisher:other-registry"))
                            .statusCode())
                    .isEqualTo(202);
            Awaitility.await().until(() -> !hook.got.isEmpty());
            assertThat(hook.ids()).containsExactly("own-2");
            gateway.end("own");
        }
    }

    @Test
    void a_queue_gets_events_that_only_its_subscriber_can_read() throws Exception {
        Credential clinic = new DemoKeys(gateway.folder.resolve("clinic"), new Faults()).agency("clinic", "EC");
        Files.copy(
                gateway.folder.resolve("clinic/agencies/clinic.pem"),
                gateway.folder.resolve("subscriptions/clinic.pem"));
        gateway.subscribe("queued", "clinic", MOVES + "deliver: {queue: clinic.events, certificate: clinic.pem}");
        publish(Publisher.move("queued-1", "W1D0W01", "Ganja"));
        try (var context = gateway.context.getBean(ConnectionFactory.class).createContext()) {
            var message =
                    context.createConsumer(context.createQueue("clinic.events")).receive(10_000);
            AsyncApi.check("subscriberQueue", (TextMessage) message);
            String body = message.getBody(String.class);
            JWEObject jwe = JWEObject.parse(body);
            jwe.decrypt(new ECDHDecrypter((ECPrivateKey) clinic.key()));
            assertThat(Publisher.JSON
                            .readTree(jwe.getPayload().toBytes())
                            .at("/data/region")
                            .textValue())
                    .isEqualTo("Ganja");
            assertThat(message.getStringProperty("VahidSignature")).contains("..");
        }
        gateway.end("queued");
    }

    @Test
    void a_folder_gets_signed_files_that_are_never_half_there() throws Exception {
        gateway.subscribe("filed", "reader", MOVES + "deliver: {folder: reader/in}");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            publish(Publisher.move("filed-" + i, "W1D0W01", "R" + i));
            ids.add("filed-" + i);
        }
        Path folder = gateway.folder.resolve("data/events/reader/in");
        Awaitility.await().until(() -> FiledEvents.in(folder).size() == 5);
        List<String> got = new ArrayList<>();
        for (Path file : FiledEvents.in(folder)) {
            JWSObject jws = JWSObject.parse(Files.readString(file));
            assertThat(jws.verify(
                            new ECDSAVerifier((ECPublicKey) gatewayCertificate().getPublicKey())))
                    .isTrue();
            JsonNode event = Publisher.JSON.readTree(jws.getPayload().toBytes());
            got.add(event.path("id").textValue());
        }
        assertThat(got).containsExactlyElementsOf(ids);
        gateway.end("filed");
    }
}
