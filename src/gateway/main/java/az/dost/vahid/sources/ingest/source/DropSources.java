package az.dost.vahid.sources.ingest.source;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.drop.DropPattern;
import az.dost.vahid.folder.ForeignFolder;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.proof.blob.ObjectAddress;
import az.dost.vahid.proof.blob.ObjectStore;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.PinnedTls;
import az.dost.vahid.sources.ingest.drop.FolderClaim;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.springframework.core.env.Environment;

/** Sources of file drops, by the scheme of their connectors' endpoints. */
public final class DropSources {
    // Its end is told like the drop's, by the drop's headers, which say that it is streamed: a client that has read it
    // whole
    // already would wait for a reply that does not come.
    private static final String BOUNDS =
            "&disconnect=true&stepwise=false&streamDownload=true&binary=true&passiveMode=true&connectTimeout=10000&soTimeout=30000"
                    + "&timeout=30000&maximumReconnectAttempts=0";
    /** A file that changes more often than this is still being written. */
    private static final long SHORTEST_MS = 200;

    private final Environment settings;
    private final Path keys;

    public DropSources(Environment settings) {
        this.settings = settings;
        this.keys = Path.of(settings.getProperty("vahid.keys", "data/keys"));
    }

    /** @throws StartException naming the setting that the agency lacks */
    public DropSource of(CamelContext context, Connector connector) {
        String endpoint = setting("vahid.endpoints." + connector.endpoint());
        String scheme = endpoint.contains("://") ? endpoint.substring(0, endpoint.indexOf("://")) : "file";
        String address = endpoint.replaceFirst("^[a-z]+:(//)?", "");
        return switch (scheme) {
            case "sftp" -> sftp(context, connector, address);
            case "ftp" -> plain(connector, address);
            case "ftps" -> ftp(connector, scheme, address, known(context, connector));
            case "file" -> folder(context, connector, Path.of(address));
            case "s3", "s3+http" -> objects(context, connector, endpoint);
            default ->
                throw new StartException(
                        "Set vahid.endpoints." + connector.endpoint()
                                + " to sftp://user@host:port/folder, ftps://user@host:port/folder, s3://host/bucket/folder or file:/folder");
        };
    }

    private DropSource sftp(CamelContext context, Connector connector, String address) {
        SftpCredentials credentials = Files.exists(keys.resolve("sftp_identity"))
                ? SftpCredentials.identity(keys)
                : SftpCredentials.password(keys, password(connector, "sftp.password"));
        Map<String, String> parameters = new HashMap<>(credentials.parameters());
        parameters.put("address", address);
        return DropSource.files(
                "drop-sftp",
                "sftp:" + address,
                suffix(connector),
                parameters,
                credentials.query()
                        + SmallFiles.query(
                                context,
                                Path.of(settings.getProperty("vahid.data", "data"))
                                        .resolve("work/signatures")
                                        .resolve(connector.id())));
    }

    private DropSource plain(Connector connector, String address) {
        if (!settings.getProperty("vahid.drops.plain-ftp", Boolean.class, false)) {
            throw new StartException(
                    "Set vahid.endpoints." + connector.endpoint() + " to ftps: FTP shows the password and every row to"
                            + " whoever listens. Within a tunnel of its own it can be allowed: vahid.drops.plain-ftp=true");
        }
        return ftp(connector, "ftp", address, null);
    }

    /** @param tls name of what knows the server; null without TLS */
    private DropSource ftp(Connector connector, String scheme, String address, String tls) {
        String password = password(connector, "ftp.password");
        Map<String, String> parameters =
                new HashMap<>(Map.of("scheme", scheme, "address", address, "password", password));
        if (tls != null) {
            parameters.put("tls", tls);
        }
        return DropSource.files(
                "drop-ftp",
                scheme + ":" + address,
                suffix(connector),
                parameters,
                BOUNDS + (tls == null ? "" : "&sslContextParameters=" + tls) + "&password=RAW(" + password + ")");
    }

    /** The server is known by its certificate, {@code <vahid.keys>/ftps/<agency>.pem}, whoever issued it. */
    private String known(CamelContext context, Connector connector) {
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setTrustManager(new PinnedTls(
                new PinnedCertificates(keys.resolve("ftps"), new CryptoProvider(false)).of(connector.id())));
        SSLContextParameters tls = new SSLContextParameters();
        tls.setTrustManagers(trust);
        String name = "dropTls-" + connector.id();
        context.getRegistry().bind(name, tls);
        return "#" + name;
    }

    private DropSource folder(CamelContext context, Connector connector, Path folder) {
        String agency = connector.id();
        FolderClaim claim = context.getRegistry().lookupByNameAndType("dropClaim-" + agency, FolderClaim.class);
        long untouched = Math.max(SHORTEST_MS, settings.getProperty("vahid.drops.untouched-ms", Long.class, 10_000L));
        context.getRegistry()
                .bind(
                        "folderDrops-" + agency,
                        new FolderDrops(
                                agency,
                                new ForeignFolder(folder),
                                new DropPattern(connector.drop()),
                                suffix(connector),
                                Duration.ofMillis(untouched),
                                claim));
        TemplatedRouteBuilder.builder(context, "drop-file")
                .routeId("drop-file-" + agency)
                .parameter("agency", agency)
                .add();
        return DropSource.folder();
    }

    private DropSource objects(CamelContext context, Connector connector, String endpoint) {
        String name = "vahid.endpoints." + connector.endpoint();
        ObjectAddress address = ObjectAddress.read(endpoint)
                .orElseThrow(
                        () -> new StartException(
                                "Set " + name
                                        + " to s3://host[:port]/bucket[/folder][?region=name], with small letters, digits, dots and hyphens in the bucket's name"));
        if (address.plain() && !settings.getProperty("vahid.drops.plain-http", Boolean.class, false)) {
            throw new StartException("Set " + name + " to s3: without TLS every row is shown to whoever listens."
                    + " Within a tunnel of its own it can be allowed: vahid.drops.plain-http=true");
        }
        String keyId = address.keyId() == null ? connector.auth().username() : address.keyId();
        if (keyId == null) {
            throw new StartException(
                    "Set auth.username of " + connector.id() + " to the access key's id, or name it in " + name);
        }
        String agency = connector.id();
        ObjectStore store = ObjectStore.of(agency, address, keyId, password(connector, "s3.secret"), keys);
        FolderClaim claim = context.getRegistry().lookupByNameAndType("dropClaim-" + agency, FolderClaim.class);
        context.getRegistry()
                .bind(
                        "objectDrops-" + agency,
                        new ObjectDrops(agency, store, new DropPattern(connector.drop()), suffix(connector), claim));
        return DropSource.objects();
    }

    private static String suffix(Connector connector) {
        return connector.drop().signatureSuffix();
    }

    private String password(Connector connector, String otherwise) {
        return setting("vahid.secrets."
                + (connector.auth().secret() == null
                        ? otherwise
                        : connector.auth().secret()));
    }

    private String setting(String name) {
        String value = settings.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new StartException("Set " + name + ": a connector needs it");
        }
        return value;
    }
}
