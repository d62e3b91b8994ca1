package az.dost.vahid.demo;

import az.dost.vahid.embedded.EmbeddedDatabase;
import az.dost.vahid.mock.MocksAlone;
import az.dost.vahid.mock.StartMocks;
import az.dost.vahid.mock.kit.DemoKeys;
import java.io.IOException;
import java.io.Writer;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;

/**
 * All that a gateway needs outside of itself, on this machine and for one run: a database, a broker and the played
 * agencies, at ports that were free; and the settings by which a gateway finds them. Nothing of it is left afterwards.
 */
final class TrainingGround implements AutoCloseable {
    static final String OFFICIAL = "trainer";
    /** The fewest that there may be. */
    static final int POPULATION = 1_000;

    private static final String LOOPBACK = "127.0.0.1";
    private final String token = UUID.randomUUID().toString();
    private final int port = freePort();
    private final Path folder;
    private EmbeddedDatabase database;
    private EmbeddedActiveMQ broker;
    private ConfigurableApplicationContext agencies;

    private TrainingGround(Path folder) throws IOException {
        this.folder = folder;
    }

    /** @throws Exception what has begun is ended then */
    static TrainingGround make() throws Exception {
        TrainingGround ground = new TrainingGround(Files.createTempDirectory("vahid-training"));
        try {
            ground.start();
            return ground;
        } catch (Exception e) {
            ground.close();
            throw e;
        }
    }

    private void start() throws Exception {
        database = new EmbeddedDatabase(folder.resolve("postgresql"));
        int brokerPort = freePort();
        broker = new EmbeddedActiveMQ()
                .setConfiguration(new ConfigurationImpl()
                        .setSecurityEnabled(false)
                        .setPersistenceEnabled(false)
                        .addAcceptorConfiguration("tcp", "tcp://" + LOOPBACK + ":" + brokerPort));
        broker.start();
        SpringApplication application = new SpringApplication(MocksAlone.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.addInitializers(new FreePorts(), new StartMocks());
        agencies = Demonstration.defaulted(application)
                .run(
                        "--vahid.data=" + folder.resolve("agencies"),
                        "--vahid.keys=" + folder.resolve("keys"),
                        "--vahid.mocks.population=" + POPULATION);
        write("tcp://" + LOOPBACK + ":" + brokerPort);
    }

    private void write(String brokerUrl) throws IOException {
        Properties settings = new Properties();
        settings.setProperty("server.port", Integer.toString(port));
        settings.setProperty("server.address", LOOPBACK);
        settings.setProperty("spring.datasource.url", database.url());
        settings.setProperty("spring.artemis.mode", "native");
        settings.setProperty("spring.artemis.broker-url", brokerUrl);
        settings.setProperty("vahid.broker.durable", "false");
        settings.setProperty("vahid.data", folder.resolve("gateway").toString());
        settings.setProperty("vahid.blobs", folder.resolve("blobs").toString());
        settings.setProperty("vahid.record.anchors", folder.resolve("anchors").toString());
        settings.setProperty("vahid.keys", folder.resolve("keys").toString());
        settings.setProperty("vahid.keys-password", DemoKeys.PASSWORD);
        settings.setProperty("vahid.requesters", "file:" + requesters());
        // Files of agencies are taken at once, and it ends at once.
        settings.setProperty("vahid.drops.every-ms", "1000");
        settings.setProperty("vahid.drops.untouched-ms", "1000");
        settings.setProperty("vahid.drain.seconds", "0");
        for (String name : new String[] {"vahid.tokens.issuer", "vahid.tokens.keys"}) {
            settings.setProperty(name, agencies.getEnvironment().getRequiredProperty(name));
        }
        for (String name : new String[] {"vahid.endpoints", "vahid.secrets"}) {
            named(agencies, name, String.class).forEach((key, value) -> settings.setProperty(name + "." + key, value));
        }
        try (Writer out = Files.newBufferedWriter(settings(), StandardCharsets.ISO_8859_1)) {
            settings.store(out, null);
        }
    }

    private Path requesters() throws IOException {
        Path requesters = Files.createDirectories(folder.resolve("requesters"));
        String digest = HexFormat.of().formatHex(DemoKeys.CRYPTO.sha256(token.getBytes(StandardCharsets.US_ASCII)));
        Files.writeString(requesters.resolve("trainer.yaml"), """
            id: trainer
            name: Training
            tokenSha256: "%s"
            services: ["*"]
            specialFacts: ["*"]
            evidence: true
            officials: {%s: {}}
            """.formatted(digest, OFFICIAL));
        return requesters;
    }

    private static <T> Map<String, T> named(ConfigurableApplicationContext context, String name, Class<T> type) {
        return Binder.get(context.getEnvironment())
                .bind(name, Bindable.mapOf(String.class, type))
                .orElse(Map.of());
    }

    /** Where the gateway works, and its log is. */
    Path folder() {
        return folder;
    }

    /** A file of settings. */
    Path settings() {
        return folder.resolve("gateway.properties");
    }

    /** Who may ask the gateway. */
    DemoCaller caller() {
        return new DemoCaller("http://" + LOOPBACK + ":" + port, token);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws Exception {
        if (agencies != null) {
            agencies.close();
        }
        if (broker != null) {
            broker.stop();
        }
        if (database != null) {
            database.close();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Before the agencies take the ports that are written down for the demonstration, which may run here too. */
    @Order(-1)
    private static final class FreePorts implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Map<String, Object> ports = new TreeMap<>();
            try {
                ports.put("vahid.mocks.http-port", freePort());
                ports.put("vahid.mocks.sftp-port", freePort());
                for (String agency :
                        named(context, "vahid.mocks.tls-ports", Integer.class).keySet()) {
                    ports.put("vahid.mocks.tls-ports." + agency, freePort());
                }
            } catch (IOException e) {
                throw new IllegalStateException("There is no free port", e);
            }
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("freePorts", ports));
        }
    }
}
