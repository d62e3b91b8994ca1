package az.dost.vahid.edge.start;

import az.dost.vahid.connector.EndpointFile;
import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.problem.StartException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.support.ResourcePatternResolver;

/** What a gateway needs for its agencies: each one's address, its secret and its certificate. */
final class ConnectorSettings {
    private static final String ENDPOINTS = "vahid.endpoints.";
    private static final String SECRETS = "vahid.secrets.";

    static void check(SettingsReader settings, ResourcePatternResolver resources) {
        RequestKeys keys = new RequestKeys();
        Path folder = settings.path("vahid.connectors");
        Map<String, String> addresses = addresses(settings, folder);
        YamlFiles.each(
                resources,
                "classpath:connectors/*/connector.yaml",
                connector -> agency(settings, keys, addresses, connector));
        if (folder != null) {
            YamlFiles.each(
                    OthersFiles.resources(folder, "connector.yaml"),
                    connector -> agency(settings, keys, addresses, connector));
        }
        keys.check(settings);
    }

    /** Those that stand beside the connectors; none where their file has an error, which is told. */
    private static Map<String, String> addresses(SettingsReader settings, Path folder) {
        try {
            return new EndpointFile(folder).read();
        } catch (StartException e) {
            settings.add(MissingSetting.wrong("vahid.connectors", e.getMessage(), ""));
            return Map.of();
        }
    }

    private static void agency(
            SettingsReader settings, RequestKeys keys, Map<String, String> addresses, JsonNode connector) {
        keys.add(connector);
        String id = connector.path("id").asText();
        String authority = connector.at("/authority/en").asText(id);
        String name = ENDPOINTS + connector.path("endpoint").asText();
        AddressKind kind = AddressKind.of(connector);
        String beside = connector.path("protocol").asText().equals("file")
                ? null
                : addresses.get(connector.path("endpoint").asText());
        if (beside == null || !settings.value(name).isEmpty()) {
            settings.need(name, kind::fits, kind.told(), "The address of " + authority, kind.example());
        }
        if (beside != null && !settings.value(name).isEmpty() && !beside.equals(settings.value(name))) {
            settings.add(MissingSetting.wrong(
                    name, "is another address than endpoints.yaml in vahid.connectors says: take one of them out", ""));
        } else if (beside != null && !kind.fits(beside)) {
            settings.add(MissingSetting.wrong(
                    "vahid.connectors",
                    "has an address of " + authority + " in endpoints.yaml that is not " + kind.told(),
                    ""));
        }
        String secret =
                secret(settings, connector, settings.value(name).isEmpty() ? kind.example() : settings.value(name));
        if (secret != null) {
            String optional = connector.at("/auth/secret").isTextual()
                    ? ""
                    : " (none for a drop by file:, or with sftp_identity in vahid.keys)";
            settings.need(
                    SECRETS + secret,
                    "What the gateway proves itself with to " + authority + optional,
                    "${" + secret.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "}");
        }
        if (!connector.at("/proof/kind").asText().isEmpty()) {
            certificate(settings, id, authority);
        }
    }

    private static void certificate(SettingsReader settings, String id, String authority) {
        settings.mention("vahid.keys", "agencies/" + id + ".pem: the certificate of " + authority, "");
        Path keys = settings.path("vahid.keys");
        // Without the folder there is one thing to say, and it is said already.
        if (keys != null && Files.isDirectory(keys.resolve("agencies"))) {
            Path certificate = keys.resolve("agencies").resolve(id + ".pem");
            if (!Files.isReadable(certificate)) {
                settings.add(new MissingSetting(
                        "vahid.keys",
                        "has no " + keys.relativize(certificate) + " that can be read",
                        "The certificate of " + authority,
                        "/etc/vahid/keys"));
            }
        }
    }

    private static String secret(SettingsReader settings, JsonNode connector, String endpoint) {
        if (connector.at("/auth/secret").isTextual()) {
            return connector.at("/auth/secret").asText();
        }
        boolean drop = connector.path("protocol").asText().equals("file");
        Path keys = settings.path("vahid.keys");
        boolean identity = keys != null && Files.exists(keys.resolve("sftp_identity"));
        return drop && endpoint.startsWith("sftp:") && !identity
                ? "sftp.password"
                : drop && endpoint.startsWith("ftp")
                        ? "ftp.password"
                        : drop && endpoint.startsWith("s3") ? "s3.secret" : null;
    }

    private ConnectorSettings() {}
}
