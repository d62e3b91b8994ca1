package az.dost.vahid.ingest;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.signature.PinnedCertificates;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.springframework.core.env.Environment;

/** Stamps one route for each connector with file drops. */
final class DropRoutes {
    private static final String SFTP = "sftp://";
    private final Environment settings;
    private final DataSource database;
    private final PinnedCertificates certificates;
    private final MeterRegistry meters;
    private final Backlog backlog;

    DropRoutes(Environment settings, DataSource database, PinnedCertificates certificates, MeterRegistry meters, Backlog backlog) {
        this.settings = settings;
        this.database = database;
        this.certificates = certificates;
        this.meters = meters;
        this.backlog = backlog;
    }

    /** @throws IllegalStateException naming the setting that an agency lacks */
    void stamp(CamelContext context, Catalogue catalogue) {
        for (ConnectorFolder folder : catalogue.folders()) {
            if (folder.connector().protocol() == Connector.Protocol.FILE) {
                stamp(context, folder);
            }
        }
    }

    private void stamp(CamelContext context, ConnectorFolder folder) {
        Connector connector = folder.connector();
        String agency = connector.id();
        Claim claim = new Claim(agency, database, backlog);
        context.getRegistry().bind("dropClaim-" + agency, claim);
        context.getRegistry().bind("dropSelection-" + agency, new DropSelection(new DropPattern(connector.drop())));
        context.getRegistry().bind("dropJourney-" + agency, journey(folder, claim));
        String endpoint = setting("vahid.endpoints." + connector.endpoint());
        boolean remote = endpoint.startsWith(SFTP);
        String address = remote ? endpoint.substring(SFTP.length()) : endpoint.replaceFirst("^file:(//)?", "");
        String suffix = connector.drop().signatureSuffix();
        TemplatedRouteBuilder builder = TemplatedRouteBuilder.builder(context, remote ? "drop-sftp" : "drop-folder")
                .routeId("drop-" + agency)
                .parameter("agency", agency)
                .parameter("address", address)
                .parameter("every", settings.getProperty("vahid.drops.every-ms", "5000"))
                .parameter("untouched", settings.getProperty("vahid.drops.untouched-ms", "10000"))
                .parameter("signature", (remote ? "sftp:" : "file:") + address + "?noop=true&idempotent=false&fileName=${file:onlyname}"
                        + suffix + (remote ? credentials(connector).query() : ""));
        if (suffix != null) {
            builder.parameter("doneFile", "${file:name}" + suffix).parameter("readLock", "none");
        }
        if (remote) {
            credentials(connector).parameters().forEach(builder::parameter);
        }
        builder.add();
    }

    private SftpCredentials credentials(Connector connector) {
        Path keys = Path.of(settings.getProperty("vahid.keys", "data/keys"));
        String secret = connector.auth().secret() == null ? "sftp.password" : connector.auth().secret();
        return Files.exists(keys.resolve("sftp_identity")) ? SftpCredentials.identity(keys)
                : SftpCredentials.password(keys, setting("vahid.secrets." + secret));
    }

    private DropJourney journey(ConnectorFolder folder, Claim claim) {
        Connector connector = folder.connector();
        String agency = connector.id();
        DropFolders folders = new DropFolders(Path.of(settings.getProperty("vahid.data", "data")), agency, connector.drop().signatureSuffix());
        DropJournal journal = new DropJournal(agency);
        Progress progress = new Progress(agency, meters);
        return new DropJourney(connector, folders, claim, new DropLoad(folder, certificates, folders, journal, progress),
                new Quarantine(agency, folders, journal), new DropEnd(agency, progress, backlog), Clock.systemUTC());
    }

    private String setting(String name) {
        String value = settings.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("Set " + name + ": a connector needs it");
        }
        return value;
    }
}
