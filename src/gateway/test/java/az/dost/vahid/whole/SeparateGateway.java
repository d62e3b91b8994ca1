package az.dost.vahid.whole;

import az.dost.vahid.Vahid;
import az.dost.vahid.process.ChildProcess;
import az.dost.vahid.process.FreePort;
import az.dost.vahid.sources.ingest.TestDatabase;
import java.io.IOException;
import java.io.Writer;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.awaitility.core.TerminalFailureException;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;

/**
 * A gateway in a process of its own, to be killed, that asks the mock agencies of the running system and has its keys.
 * Its database is its own, in a server that outlives it.
 */
public final class SeparateGateway implements AutoCloseable {
    private static final int PROBE_MS = 10_000;
    private final String database = TestDatabase.create();
    private final int port;
    private final Path keys;
    private final ChildProcess process;

    /** In a process of its own; it ends with its parent at the latest. */
    public static void main(String[] args) throws IOException {
        ConfigurableApplicationContext context = Vahid.application().run(args);
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
        context.close();
    }

    /**
     * Not started yet.
     *
     * @param folder for its files
     * @param more settings that differ from those of the running system, or from the defaults
     */
    public SeparateGateway(Path folder, RunningVahid vahid, Map<String, String> more) throws IOException {
        this(folder, vahid, more, List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
    }

    /** @param options of its JVM */
    public SeparateGateway(Path folder, RunningVahid vahid, Map<String, String> more, List<String> options)
            throws IOException {
        port = FreePort.next();
        keys = vahid.data().resolve("keys");
        Properties settings = asked(vahid.bean(Environment.class));
        settings.put("vahid.keys", keys.toString());
        settings.put("vahid.data", folder.resolve("data").toString());
        settings.put("vahid.blobs", folder.resolve("blobs").toString());
        settings.put("vahid.record.anchors", folder.resolve("anchors").toString());
        settings.put("vahid.drops.every-ms", "3600000");
        settings.put("spring.datasource.url", database);
        settings.put("spring.profiles.active", "production");
        settings.put("server.port", String.valueOf(port));
        settings.putAll(more);
        Path file = folder.resolve("settings.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }
        process = new ChildProcess(
                folder.resolve("gateway.log"),
                SeparateGateway.class,
                options,
                List.of("--spring.config.additional-location=file:" + file));
    }

    /** What the running system knows of its agencies, its secrets and its requesters. */
    private static Properties asked(Environment running) {
        YamlPropertiesFactoryBean mocks = new YamlPropertiesFactoryBean();
        mocks.setResources(new ClassPathResource("application-mocks.yaml"));
        Properties settings = new Properties();
        mocks.getObject().keySet().stream()
                .map(Object::toString)
                .filter(name -> name.matches("vahid\\.(endpoints|secrets|keys-password|requesters|officials).*"))
                .forEach(name -> settings.put(name, running.getProperty(name)));
        return settings;
    }

    /** JDBC address of its database. */
    public String database() {
        return database;
    }

    /** The folder {@code vahid.keys}. */
    public Path keys() {
        return keys;
    }

    public int port() {
        return port;
    }

    public URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    public Path log() {
        return process.log();
    }

    /** Returns once it serves. */
    public void start() throws IOException {
        process.start();
        try {
            Awaitility.await("start of the gateway")
                    .atMost(Duration.ofSeconds(120))
                    .ignoreExceptions()
                    .failFast(() -> !process.lives())
                    .until(this::serves);
        } catch (TerminalFailureException e) {
            throw new IllegalStateException("It ended: " + process.written(), e);
        }
    }

    private boolean serves() throws IOException {
        HttpURLConnection keys = (HttpURLConnection) address("/v1/keys").toURL().openConnection();
        keys.setConnectTimeout(PROBE_MS);
        keys.setReadTimeout(PROBE_MS);
        try {
            return keys.getResponseCode() == HttpURLConnection.HTTP_OK;
        } finally {
            keys.disconnect();
        }
    }

    public boolean lives() {
        return process.lives();
    }

    /** As by kill; it ends by itself then. */
    public void terminate() {
        process.terminate();
    }

    /** As by kill -9. */
    public void kill() throws InterruptedException {
        process.kill();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
