package az.dost.vahid.sources.ingest;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.proof.blob.Blobs;
import az.dost.vahid.proof.blob.WorkDisk;
import az.dost.vahid.proof.claim.LeaseKeeper;
import az.dost.vahid.proof.claim.OnceInCluster;
import az.dost.vahid.proof.trust.ChangedRows;
import az.dost.vahid.proof.trust.UnsealedUntil;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.RowSeals;
import az.dost.vahid.sources.ingest.drop.Backlog;
import az.dost.vahid.sources.ingest.snapshot.RowCheck;
import az.dost.vahid.sources.ingest.snapshot.RowSweep;
import az.dost.vahid.sources.ingest.snapshot.SnapshotRecord;
import az.dost.vahid.sources.ingest.snapshot.Snapshots;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;

/** The part of a gateway that takes in file drops, with the real connectors and routes. */
public final class TestGateway implements AutoCloseable {
    public static final RowSeals SEALS = new RowSeals(new byte[RowSeals.LENGTH], Instant.EPOCH);
    static final ChangedRows CHANGED = new ChangedRows(new SimpleMeterRegistry());
    public static final Catalogue CATALOGUE = catalogue();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public final Snapshots snapshots;
    public final JdbcTemplate database;
    public final Blobs blobs;
    private final HikariDataSource source;
    private final RowCheck check;
    private final LeaseKeeper leases;
    private final DefaultCamelContext camel = new DefaultCamelContext();

    private static Catalogue catalogue() {
        return catalogue("");
    }

    /** The built-in connectors, and those of a folder. */
    public static Catalogue catalogue(String folder) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("test", Map.of("vahid.connectors", folder)));
            context.scan("az.dost.vahid.connector", "az.dost.vahid.definition");
            context.refresh();
            return context.getBean(Catalogue.class);
        }
    }

    /** @param settings {@code vahid.endpoints.*} and what else differs from the defaults */
    public TestGateway(String database, Path data, Path keys, Map<String, Object> settings) throws Exception {
        this(database, data, keys, settings, CATALOGUE);
    }

    public TestGateway(String database, Path data, Path keys, Map<String, Object> settings, Catalogue catalogue)
            throws Exception {
        source = open(database);
        this.database = new JdbcTemplate(source);
        blobs = Blobs.apart(Files.createDirectories(data).resolve("blobs"), this.database);
        Backlog backlog = new Backlog();
        Map<String, Object> all = new HashMap<>(Map.of(
                "vahid.data",
                data.toString(),
                "vahid.keys",
                keys.toString(),
                "vahid.drops.every-ms",
                "200",
                "vahid.drops.untouched-ms",
                "0"));
        all.putAll(settings);
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", all));
        check = new RowCheck(SEALS, CHANGED, UnsealedUntil.of(environment));
        snapshots = new Snapshots(this.database, backlog, check);
        Resource routes = PluginHelper.getResourceLoader(camel).resolveResource("classpath:routes/ingest.camel.yaml");
        PluginHelper.getRoutesLoader(camel).loadRoutes(routes);
        camel.getShutdownStrategy().setTimeout(5);
        camel.start();
        leases = new LeaseKeeper(this.database, Duration.ofSeconds(4), Duration.ofSeconds(1));
        new DropRoutes(
                        environment,
                        source,
                        new OnceInCluster(this.database, leases),
                        new PinnedCertificates(keys.resolve("agencies"), new CryptoProvider(false)),
                        meters,
                        backlog,
                        signing(keys),
                        new DropKeeping(blobs, new WorkDisk(data.resolve("work")), agency -> false))
                .stamp(camel, catalogue);
    }

    /** What its route does now and then. */
    void sweep() {
        new RowSweep(source, check).sweep();
    }

    /** As a gateway's, with nobody's word for rows without a seal. */
    public static RowCheck check() {
        return new RowCheck(SEALS, CHANGED, UnsealedUntil.NEVER);
    }

    private static FileSigning signing(Path keys) {
        CryptoProvider crypto = new CryptoProvider(true);
        return new FileSigning(
                new DossierSigner(
                        new GatewayKeys(keys.resolve("gateway.p12"), DemoKeys.PASSWORD.toCharArray(), crypto), crypto),
                crypto,
                SEALS);
    }

    public static HikariDataSource open(String url) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(url);
        source.setMaximumPoolSize(8);
        // More only as they are wanted: each is a process of the server.
        source.setMinimumIdle(1);
        return source;
    }

    public void await(String what, Duration longest, BooleanSupplier condition) throws InterruptedException {
        for (Instant end = Instant.now().plus(longest); !condition.getAsBoolean(); Thread.sleep(50)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("In " + longest.toSeconds() + " s it did not come to this: " + what);
            }
        }
    }

    /** What lookups see of a citizen; empty where there is no row. */
    public Optional<SnapshotRecord> held(String agency, String fin) {
        return Optional.ofNullable(snapshots.find(List.of(agency), fin).get(agency))
                .filter(held -> held.row() > 0);
    }

    /** How many files of an agency had an outcome at this gateway. */
    public double files(String agency, String outcome) {
        return meters.counter("vahid.drop.files", "agency", agency, "outcome", outcome)
                .count();
    }

    @Override
    public void close() throws IOException {
        camel.close();
        leases.close();
        source.close();
    }
}
