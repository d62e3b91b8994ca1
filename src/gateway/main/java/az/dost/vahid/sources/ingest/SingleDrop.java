package az.dost.vahid.sources.ingest;

import az.dost.vahid.check.trial.FetchedDrops;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.proof.blob.Blobs;
import az.dost.vahid.proof.blob.WorkDisk;
import az.dost.vahid.proof.claim.LeaseKeeper;
import az.dost.vahid.proof.claim.OnceInCluster;
import az.dost.vahid.proof.trust.ChangedRows;
import az.dost.vahid.proof.trust.UnsealedUntil;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.EncryptionKey;
import az.dost.vahid.signature.key.RowSeals;
import az.dost.vahid.sources.ingest.drop.Backlog;
import az.dost.vahid.sources.ingest.snapshot.RowCheck;
import az.dost.vahid.sources.ingest.snapshot.Snapshots;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** The file drops of one agency apart from any gateway. Who asks the agency is found by whoever makes it. */
public abstract class SingleDrop implements FetchedDrops {
    private static final int STOP_SECONDS = 5;
    private static final Duration LEASE = Duration.ofSeconds(10);
    private final CamelContext context = new DefaultCamelContext();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final String agency;
    private final JdbcTemplate database;
    private final LeaseKeeper leases;
    private final Snapshots snapshots;

    /**
     * Begins to look into the folder of the connector's endpoint.
     *
     * @param settings with the connector's endpoint, {@code vahid.data} and {@code vahid.keys}
     * @param database with the gateway's tables
     * @throws az.dost.vahid.problem.StartException naming the setting that the agency lacks
     */
    protected SingleDrop(
            ConnectorFolder folder, Environment settings, DataSource database, PinnedCertificates certificates)
            throws Exception {
        this.agency = folder.connector().id();
        this.database = new JdbcTemplate(database);
        this.leases = new LeaseKeeper(this.database, LEASE, LEASE.dividedBy(3));
        Backlog backlog = new Backlog();
        RowSeals seals = new RowSeals(EncryptionKey.random(), Instant.now());
        snapshots = new Snapshots(
                this.database, backlog, new RowCheck(seals, new ChangedRows(meters), UnsealedUntil.NEVER));
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.resolveMandatoryResource(context, "classpath:routes/ingest.camel.yaml"));
        context.getShutdownStrategy().setTimeout(STOP_SECONDS);
        context.start();
        Path data = Files.createDirectories(Path.of(settings.getRequiredProperty("vahid.data")));
        new DropRoutes(
                        settings,
                        database,
                        new OnceInCluster(this.database, leases),
                        certificates,
                        meters,
                        backlog,
                        new FileSigning(null, new CryptoProvider(false), seals),
                        new DropKeeping(
                                Blobs.apart(data.resolve("blobs"), this.database),
                                new WorkDisk(data.resolve("work")),
                                source -> false))
                .stamp(context, folder);
    }

    @Override
    public final long handled() {
        return (long) meters.find("vahid.drop.files").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    @Override
    public final long handled(String outcome) {
        return (long) meters.counter("vahid.drop.files", "agency", agency, "outcome", outcome)
                .count();
    }

    @Override
    public final String refusal() {
        return database
                .query(
                        "select reason from drop_file where agency = ? and state = 'QUARANTINED' order by id desc limit 1",
                        (row, number) -> row.getString(1),
                        agency)
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** What lookups find of the files. */
    protected final Snapshots snapshots() {
        return snapshots;
    }

    @Override
    public final void close() {
        context.stop();
        leases.close();
    }
}
