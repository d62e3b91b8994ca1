package az.dost.vahid.whole;

import az.dost.vahid.Vahid;
import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.mock.kit.ReadyKeys;
import az.dost.vahid.mock.population.Population;
import az.dost.vahid.mock.register.ComputedPopulation;
import az.dost.vahid.sources.ingest.snapshot.Snapshots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/**
 * The whole system in this JVM, as {@code mvn spring-boot:run} starts it but on free ports, in a temporary folder and
 * with fewer citizens. Started once, by the first test that asks for it; ends with the JVM. A test that sets a fault
 * clears it again.
 */
public final class RunningVahid implements AutoCloseable {
    private static final int CITIZENS = 5_000;
    private static final int WARM_UP = 30;
    /** Whether a system in this JVM has loaded the classes that a lookup needs. */
    private static final AtomicBoolean WARM = new AtomicBoolean();

    private static final Duration LONGEST_LOAD = Duration.ofMinutes(2);
    private final Population population = new ComputedPopulation(CITIZENS);
    private final Path data;
    private final MockPorts ports = new MockPorts();
    private final String[] settings;
    private final ApplicationContextInitializer<ConfigurableApplicationContext> before;
    private volatile ConfigurableApplicationContext context;

    private static final class Only {
        static final RunningVahid ONE =
                new RunningVahid("--vahid.admission.open-applications=100000", "--vahid.admission.per-address=100000");

        static {
            started = ONE;
        }
    }

    private static volatile RunningVahid started;

    /** The one that runs, empty while no test has asked for it. */
    public static Optional<RunningVahid> started() {
        return Optional.ofNullable(started);
    }

    /** Returns once the file drops are loaded and a lookup has been made, so that no test measures class loading. */
    public static RunningVahid get() {
        return Only.ONE;
    }

    /** Another one, with settings of its own; whoever asks for it ends it. */
    public static RunningVahid another(String... settings) {
        return new RunningVahid(settings);
    }

    /** The same; before its own beans are made, something is done with their definitions. */
    public static RunningVahid another(
            ApplicationContextInitializer<ConfigurableApplicationContext> before, String... settings) {
        return new RunningVahid(before, settings);
    }

    private RunningVahid(String... more) {
        this(context -> {}, more);
    }

    private RunningVahid(ApplicationContextInitializer<ConfigurableApplicationContext> before, String... more) {
        this.before = before;
        try {
            data = Files.createTempDirectory("vahid-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Runs after the context's own shutdown: a database writes into this folder until then.
        SpringApplication.getShutdownHandlers().add(() -> FileSystemUtils.deleteRecursively(data.toFile()));
        settings = ports.settings(Stream.concat(
                        Stream.of(
                                "--spring.profiles.active=mocks",
                                "--server.port=0",
                                "--vahid.data=" + data,
                                "--vahid.mocks.population=" + CITIZENS,
                                "--vahid.demo.fin=false",
                                "--vahid.drops.every-ms=200",
                                // Whoever tests tickets looks for them himself: faults of others make thousands.
                                "--vahid.quality.every-ms=3600000",
                                "--vahid.misuse.rules=classpath:misuse/rules.yaml",
                                "--vahid.requesters=file:" + requesters(data),
                                "--vahid.requesters-every-ms=500",
                                "--vahid.rollout-every-ms=200",
                                "--vahid.events.subscriptions=file:" + data.resolve("subscriptions"),
                                "--vahid.events.subscriptions-every-ms=300",
                                "--vahid.bulk.most-rows=20000",
                                "--vahid.bulk.drops.dost-centre-1=" + data.resolve("bulk"),
                                "--vahid.bulk.drops-every-ms=200",
                                "--vahid.events.private-webhooks=localhost",
                                "--vahid.record.time-stamps.every-ms=3000",
                                "--vahid.record.time-stamps.container-timeout-ms=10000",
                                "--vahid.record.time-stamps.container-pause-ms=200",
                                "--vahid.events.retry.follow.first-ms=500",
                                "--vahid.events.retry.follow.longest-ms=1000",
                                "--vahid.events.retry.rights.first-ms=500",
                                "--vahid.events.retry.rights.factor=1",
                                "--vahid.rights.review-every-ms=500",
                                "--vahid.events.retry.ending.attempts=3",
                                "--vahid.events.retry.ending.first-ms=100"),
                        Stream.of(more))
                .toArray(String[]::new));
        ReadyKeys.lay(data.resolve("keys"));
        context = run();
        Awaitility.await("load of the file drops")
                .atMost(LONGEST_LOAD)
                .until(() -> dropAgencies().stream().allMatch(snapshots()::settled));
        clerk().warmUp(population, WARM.getAndSet(true) ? 1 : WARM_UP);
        ReadyKeys.keep(data.resolve("keys"));
    }

    /** Those of the demonstration, where tests may change them. */
    private static Path requesters(Path data) {
        try {
            Path folder = Files.createDirectories(data.resolve("requesters"));
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath:demo/requesters/*.yaml")) {
                Files.copy(file.getInputStream(), folder.resolve(file.getFilename()));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it and starts it again: on the same database, broker's journal and files. */
    public void restart() {
        context.close();
        context = run();
    }

    private ConfigurableApplicationContext run() {
        SpringApplication application = Vahid.application();
        application.addInitializers(before);
        return application.run(settings);
    }

    @Override
    public void close() {
        context.close();
    }

    public Population population() {
        return population;
    }

    /** The folder {@code vahid.data}. */
    public Path data() {
        return data;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Asks for dossiers as a DOST centre does. */
    public Clerk clerk() {
        return new Clerk(port());
    }

    /** Of the listener for operators. */
    public int managementPort() {
        return ports.management();
    }

    /** Where pages must listen for its issuer to let people come back to them. */
    public int pagesPort() {
        return ports.pages();
    }

    public String address() {
        return "http://localhost:" + port();
    }

    /** The address of its issuer. */
    public String issuer() {
        return context.getEnvironment().getRequiredProperty("vahid.tokens.issuer");
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** The mocks' control endpoint. */
    public FaultSwitch faults() {
        return new FaultSwitch(ports.http());
    }

    /** What the mocks answer about one citizen, altered before they sign it. */
    public AlteredReplies replies() {
        return new AlteredReplies(ports.http());
    }

    public List<Connector> connectors() {
        return bean(Catalogue.class).connectors();
    }

    public Snapshots snapshots() {
        return bean(Snapshots.class);
    }

    private List<String> dropAgencies() {
        return connectors().stream()
                .filter(c -> c.protocol() == Connector.Protocol.FILE)
                .map(Connector::id)
                .toList();
    }
}
