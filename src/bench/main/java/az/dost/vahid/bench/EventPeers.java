package az.dost.vahid.bench;

import az.dost.vahid.bench.plain.PlainConsumer;
import io.vertx.core.Vertx;
import jakarta.jms.JMSContext;
import jakarta.jms.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A broker in a process of its own, and who delivers its messages to a webhook: the gateway, and a plain consumer. */
final class EventPeers {
    static final String EVENTS = "events";
    static final String PLAIN = "plain";
    static final String PUBLISHER = "registry";
    private static final int CONSUMERS = 8;
    private static final int BATCH = 500;
    private static final int READY_SECONDS = 60;
    private static final Path BOUNDS = Path.of("src/docs/broker.properties").toAbsolutePath();
    private final Stage stage;
    private final Webhook webhook;
    private final Path folder;
    private final String database;
    private final String broker;

    EventPeers(Stage stage, Webhook webhook) throws IOException {
        this.stage = stage;
        this.webhook = webhook;
        this.folder = Files.createDirectories(stage.run().folder().resolve("events-broker"));
        this.database = stage.database().another(EVENTS);
        int port = Run.freePort();
        this.broker = "tcp://127.0.0.1:" + port;
        write(
                "broker.xml",
                text("/events-broker.xml")
                        .replace("{port}", Integer.toString(port))
                        .replace("{folder}", folder.toString()));
        write("users.properties", "");
        write("requesters/registry.yaml", requester(PUBLISHER, "grants: [publish:az.dost.address-change.v1]"));
        write("requesters/reader.yaml", requester("reader", "specialFacts: []"));
        write("subscriptions/reader.yaml", """
                id: reader
                subscriber: reader
                legalBasis: Bench
                gives: {az.dost.address-change.v1: [fin, region]}
                consumers: %d
                deliver: {webhook: "%s"}
                """.formatted(CONSUMERS, webhook.address(EVENTS)));
        stage.start(
                Launched.jar(
                        "events-broker",
                        stage.run().folder(),
                        stage.run().options("-Xmx256m"),
                        stage.unpacked(),
                        List.of(
                                "broker",
                                "--broker.configuration=" + folder.resolve("broker.xml"),
                                "--broker.users=" + folder.resolve("users.properties"),
                                "--broker.properties=" + BOUNDS)),
                port);
    }

    private static String requester(String id, String more) {
        try {
            String token = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8)));
            return "id: " + id + "\nname: Bench\ntokenSha256: \"" + token + "\"\n" + more + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }

    private static String text(String resource) throws IOException {
        try (var in = EventPeers.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * Ready: an event is published once, whoever is told to come again does not.
     *
     * @param name of the process
     */
    Peer gateway(String name) {
        Peer gateway = stage.gateway(
                name,
                "native",
                "--spring.datasource.url=" + database,
                "--vahid.blobs=" + folder.resolve("blobs"),
                "--vahid.record.anchors=" + folder.resolve("anchors"),
                "--spring.artemis.mode=native",
                "--spring.artemis.embedded.enabled=false",
                "--spring.artemis.broker-url=" + broker,
                "--vahid.requesters=file:" + folder.resolve("requesters"),
                "--vahid.events.subscriptions=file:" + folder.resolve("subscriptions"),
                "--vahid.events.private-webhooks=127.0.0.1",
                "--vahid.events.retry.patient.longest-ms=500");
        gateway.process().awaitOk("http://127.0.0.1:" + gateway.port() + "/actuator/health/readiness", READY_SECONDS);
        return gateway;
    }

    Webhook webhook() {
        return webhook;
    }

    /** What the subscriber gets of one event that a gateway is told. */
    String published(Peer gateway) throws InterruptedException {
        Vertx vertx = Vertx.vertx();
        try (Publishers publishers = new Publishers(vertx, gateway.port(), PUBLISHER, 1)) {
            publishers.await();
            if (publishers.failed() > 0) {
                throw new IllegalStateException("The event was not published: " + publishers.refusal());
            }
            return webhook.first(EVENTS);
        } finally {
            vertx.close();
        }
    }

    /** What the webhook gets of one message that the plain consumer takes. */
    String sent() throws InterruptedException {
        send(1);
        return webhook.first(PLAIN);
    }

    /** It is asked nothing: it takes what the broker has. */
    Peer plain() {
        int port = Run.freePort();
        Launched process = stage.start(
                Launched.java(
                        PLAIN,
                        stage.run().folder(),
                        stage.run().options(Stage.HEAP),
                        stage.run().classpath(),
                        PlainConsumer.class.getName(),
                        List.of(broker, webhook.address(PLAIN), Integer.toString(CONSUMERS), Integer.toString(port))),
                port);
        return new Peer(PLAIN, process, port, null);
    }

    /** Sends what the plain consumer gets. */
    void send(int events) {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(broker);
                JMSContext context = factory.createContext(JMSContext.SESSION_TRANSACTED)) {
            Topic topic = context.createTopic(PlainConsumer.TOPIC);
            for (int number = 1; number <= events; number++) {
                context.createProducer().send(topic, Publishers.event(number));
                if (number % BATCH == 0 || number == events) {
                    context.commit();
                }
            }
        }
    }

    /** Whether the broker has all that was published. */
    boolean relayed() {
        return stage.database().jdbc(EVENTS).queryForObject("select count(*) from event_outbox", Integer.class) == 0;
    }
}
