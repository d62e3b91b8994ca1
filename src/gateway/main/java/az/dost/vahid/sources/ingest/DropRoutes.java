package az.dost.vahid.sources.ingest;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.drop.DropPattern;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.proof.claim.OnceInCluster;
import az.dost.vahid.proof.trust.UnsealedUntil;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.sources.ingest.drop.Backlog;
import az.dost.vahid.sources.ingest.drop.FolderClaim;
import az.dost.vahid.sources.ingest.snapshot.DropSeals;
import az.dost.vahid.sources.ingest.snapshot.OldTrees;
import az.dost.vahid.sources.ingest.source.DropSource;
import az.dost.vahid.sources.ingest.source.DropSources;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Comparator;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.springframework.core.env.Environment;

/** Stamps one route for each connector with file drops. */
final class DropRoutes {
    private final Environment settings;
    private final DataSource database;
    private final OnceInCluster turns;
    private final PinnedCertificates certificates;
    private final MeterRegistry meters;
    private final Backlog backlog;
    private final FileSigning signing;
    private final DropKeeping keeping;
    private final DropSources sources;

    DropRoutes(
            Environment settings,
            DataSource database,
            OnceInCluster turns,
            PinnedCertificates certificates,
            MeterRegistry meters,
            Backlog backlog,
            FileSigning signing,
            DropKeeping keeping) {
        this.keeping = keeping;
        this.settings = settings;
        this.database = database;
        this.turns = turns;
        this.certificates = certificates;
        this.meters = meters;
        this.backlog = backlog;
        this.signing = signing;
        this.sources = new DropSources(settings);
    }

    /** @throws StartException naming the setting that an agency lacks */
    void stamp(CamelContext context, Catalogue catalogue) {
        for (ConnectorFolder folder : catalogue.folders()) {
            if (folder.connector().protocol() == Connector.Protocol.FILE) {
                stamp(context, folder);
            }
        }
    }

    /** @throws StartException naming the setting that the agency lacks */
    void stamp(CamelContext context, ConnectorFolder folder) {
        Connector connector = folder.connector();
        String agency = connector.id();
        FolderClaim claim = new FolderClaim(agency, database, turns, backlog);
        context.getRegistry().bind("dropClaim-" + agency, claim);
        context.getRegistry().bind("dropSelection-" + agency, new DropSelection(new DropPattern(connector.drop())));
        context.getRegistry().bind("dropJourney-" + agency, journey(folder, claim));
        String suffix = connector.drop().signatureSuffix();
        DropSource source = sources.of(context, connector);
        TemplatedRouteBuilder.builder(context, "drop-load")
                .routeId("load-" + agency)
                .parameter("agency", agency)
                .add();
        if (suffix != null) {
            TemplatedRouteBuilder signature = TemplatedRouteBuilder.builder(context, source.signatures())
                    .routeId("signature-" + agency)
                    .parameter("agency", agency);
            source.parameters().forEach(signature::parameter);
            signature.add();
        }
        TemplatedRouteBuilder builder = TemplatedRouteBuilder.builder(context, source.template())
                .routeId("drop-" + agency)
                .parameter("agency", agency)
                .parameter("every", settings.getProperty("vahid.drops.every-ms", "5000"))
                .parameter("untouched", settings.getProperty("vahid.drops.untouched-ms", "10000"));
        if (suffix != null) {
            builder.parameter("doneFile", "${file:name}" + suffix).parameter("readLock", "none");
        }
        source.parameters().forEach(builder::parameter);
        builder.add();
    }

    private DropJourney journey(ConnectorFolder folder, FolderClaim claim) {
        Connector connector = folder.connector();
        String agency = connector.id();
        DropArchive archive = new DropArchive(keeping.blobs(), keeping.special().holds(agency));
        Receipt receipt = new Receipt(keeping.disk(), agency, connector.drop().maxFileBytes());
        DropJournal journal = new DropJournal(agency);
        LoadProgress progress = new LoadProgress(agency, meters);
        return new DropJourney(
                connector,
                receipt,
                claim,
                new DropLoad(
                        folder,
                        certificates,
                        archive,
                        journal,
                        progress,
                        signing,
                        new DropSeals(signing.seals(), agency, UnsealedUntil.of(settings))),
                new Quarantine(agency, archive, journal),
                new DropEnd(agency, progress, backlog),
                OldTrees.of(agency, settings),
                Clock.systemUTC());
    }

    /** Picks an agency's drops out of a folder, in the order in which they must be applied. */
    private static final class DropSelection implements GenericFileFilter<Object>, Comparator<GenericFile<Object>> {
        private final DropPattern pattern;

        DropSelection(DropPattern pattern) {
            this.pattern = pattern;
        }

        @Override
        public boolean accept(GenericFile<Object> file) {
            return !file.isDirectory() && pattern.read(file.getFileNameOnly()).isPresent();
        }

        @Override
        public int compare(GenericFile<Object> one, GenericFile<Object> other) {
            return pattern.read(one.getFileNameOnly())
                    .orElseThrow()
                    .compareTo(pattern.read(other.getFileNameOnly()).orElseThrow());
        }
    }
}
