package az.dost.vahid.journeys.event;

import az.dost.vahid.process.PackageServer;
import az.dost.vahid.sources.ingest.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** One gateway for events in this JVM, for all tests of the package. */
final class RunningEvents implements AutoCloseable {
    private static final PackageServer<RunningEvents> ONE =
            new PackageServer<>(RunningEvents.class, RunningEvents::new);
    final Path folder;
    final ConfigurableApplicationContext context;

    private RunningEvents() {
        try {
            folder = Files.createTempDirectory("events-");
            EventGateway.prepare(folder);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        List<String> settings = EventGateway.settings(folder, TestDatabase.create());
        if ("separate".equals(System.getProperty("events.broker"))) {
            settings.addAll(separateBroker());
        }
        context = EventGateway.run(settings.toArray(String[]::new));
    }

    private List<String> separateBroker() {
        try {
            SeparateBroker broker = new SeparateBroker(folder);
            // Runs after the context's own shutdown.
            SpringApplication.getShutdownHandlers().add(broker::stop);
            return broker.settings();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static RunningEvents get() {
        return ONE.get();
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    Publisher as(String token) {
        return new Publisher(this::port, token);
    }

    JdbcTemplate database() {
        return context.getBean(JdbcTemplate.class);
    }

    /** Writes a subscription and waits until it runs. */
    void subscribe(String id, String subscriber, String rest) {
        write(id, "id: " + id + "\nsubscriber: " + subscriber + "\nlegalBasis: Test\n" + rest);
        Awaitility.await("subscription " + id)
                .until(() -> database()
                                        .queryForObject(
                                                "select count(*) from subscription_version where subscription = ?",
                                                Integer.class,
                                                id)
                                > 0
                        && running(id));
    }

    void write(String id, String text) {
        try {
            Files.writeString(folder.resolve("subscriptions/" + id + ".tmp"), text);
            Files.move(
                    folder.resolve("subscriptions/" + id + ".tmp"),
                    folder.resolve("subscriptions/" + id + ".yaml"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    boolean running(String id) {
        var status = context.getBean(org.apache.camel.CamelContext.class)
                .getRouteController()
                .getRouteStatus("event-" + id);
        return status != null && status.isStarted();
    }

    void end(String id) {
        try {
            Files.deleteIfExists(folder.resolve("subscriptions/" + id + ".yaml"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Awaitility.await("end of " + id).until(() -> !running(id));
    }

    @Override
    public void close() {
        context.close();
    }
}
