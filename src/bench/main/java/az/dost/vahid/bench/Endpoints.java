package az.dost.vahid.bench;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Ports of the stub agencies, and the settings by which a gateway finds them. */
final class Endpoints {
    /** Agencies that the mocks serve over TLS, each on a port of its own. */
    static final List<String> TLS = List.of("traffic-police", "social-services", "migration", "education");

    private static final String UNREACHED = "100000";

    private final int http = Run.freePort();
    private final Map<String, Integer> tls = new TreeMap<>();

    Endpoints() {
        TLS.forEach(agency -> tls.put(agency, Run.freePort()));
    }

    int http() {
        return http;
    }

    /** {@code agency=port}. */
    List<String> tls() {
        return tls.entrySet().stream()
                .map(port -> port.getKey() + "=" + port.getValue())
                .toList();
    }

    List<String> mockArguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "--vahid.mocks.http-port=" + http,
                "--vahid.mocks.sftp-port=" + Run.freePort(),
                "--vahid.mocks.broker.port=" + Run.freePort(),
                "--vahid.management.port=" + Run.freePort()));
        tls.forEach((agency, port) -> arguments.add("--vahid.mocks.tls-ports." + agency + "=" + port));
        return arguments;
    }

    /** What a production gateway is given, as a properties file. */
    Path settings(Run run, Catalogue catalogue, String database, Path data) throws IOException {
        Properties settings = new Properties();
        settings.setProperty("spring.datasource.url", database);
        settings.setProperty("vahid.data", run.folder().resolve("gateway").toString());
        settings.setProperty("vahid.blobs", run.folder().resolve("blobs").toString());
        settings.setProperty("vahid.keys", data.resolve("keys").toString());
        settings.setProperty("vahid.keys-password", "changeit");
        settings.setProperty("vahid.record.anchors", data.resolve("anchors").toString());
        // Population puts rows in from outside, which a sweep would tell.
        settings.setProperty("vahid.drops.sweep-every-ms", "86400000");
        // A gateway without mocks has no broker of its own unless it is told.
        settings.setProperty("spring.artemis.mode", "embedded");
        settings.setProperty("spring.artemis.embedded.enabled", "true");
        settings.setProperty("spring.artemis.embedded.persistent", "true");
        settings.setProperty("spring.artemis.embedded.data-directory", "${vahid.data}/artemis");
        settings.setProperty("spring.artemis.embedded.queues", "vahid.lookup,vahid.lookup.dead");
        settings.setProperty("vahid.requesters", "classpath:demo/requesters");
        settings.setProperty("vahid.officials.believed", "true");
        // The peers' gateways are one cluster and share what a requester may: it is the lookups that are measured.
        settings.setProperty("vahid.limits.each.at-once", UNREACHED);
        settings.setProperty("vahid.limits.each.per-second", UNREACHED);
        settings.setProperty("vahid.misuse.rules", "file:" + UnreachedRules.write(run.folder()));
        for (Connector connector : catalogue.connectors()) {
            Path empty =
                    Files.createDirectories(run.folder().resolve("no-drops").resolve(connector.id()));
            Integer port = tls.get(connector.id());
            settings.setProperty(
                    "vahid.endpoints." + connector.endpoint(),
                    connector.protocol() == Connector.Protocol.FILE
                            ? "file:" + empty
                            : (port == null ? "http://127.0.0.1:" + http : "https://127.0.0.1:" + port) + "/"
                                    + connector.id());
            if (connector.auth().secret() != null) {
                settings.setProperty("vahid.secrets." + connector.auth().secret(), "stub");
            }
        }
        Path file = run.folder().resolve("gateway.properties");
        try (var out = Files.newBufferedWriter(file, StandardCharsets.ISO_8859_1)) {
            settings.store(out, null);
        }
        return file;
    }
}
