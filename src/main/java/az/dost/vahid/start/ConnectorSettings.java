package az.dost.vahid.start;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** What a gateway needs for its agencies: each one's address, its secret and its certificate. */
final class ConnectorSettings {
    private static final ObjectMapper YAML = Json.yaml();

    /** A descriptor that cannot be read is told of later, by who reads it whole. */
    static void check(SettingsReader settings, ResourcePatternResolver resources) {
        try {
            descriptors(settings, resources, "classpath:connectors/*/connector.yaml");
            String folder = settings.value("vahid.connectors");
            if (!folder.isEmpty()) {
                descriptors(settings, resources, "file:" + folder + "/*/connector.yaml");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void descriptors(SettingsReader settings, ResourcePatternResolver resources, String pattern) throws IOException {
        for (Resource descriptor : resources.getResources(pattern)) {
            try (InputStream in = descriptor.getInputStream()) {
                agency(settings, YAML.readTree(in));
            } catch (com.fasterxml.jackson.core.JacksonException e) {
                continue;
            }
        }
    }

    private static void agency(SettingsReader settings, JsonNode connector) {
        String id = connector.path("id").asText();
        String authority = connector.at("/authority/en").asText(id);
        String name = "vahid.endpoints." + connector.path("endpoint").asText();
        boolean fin = connector.at("/call/finInAddress").isTextual();
        settings.need(name, address -> !fin || address.startsWith("https://"), "an address with https, and each call's address names a citizen",
                "The address of " + authority, example(connector));
        String secret = secret(settings, connector, settings.value(name));
        if (secret != null) {
            settings.need("vahid.secrets." + secret, "What the gateway proves itself with to " + authority, "a-secret");
        }
        Path keys = settings.path("vahid.keys");
        // Without the folder there is one thing to say, and it is said already.
        if (keys != null && Files.isDirectory(keys.resolve("agencies")) && !connector.at("/proof/kind").asText().isEmpty()) {
            Path certificate = keys.resolve("agencies").resolve(id + ".pem");
            if (!Files.isReadable(certificate)) {
                settings.add(new MissingSetting("vahid.keys", "has no " + keys.relativize(certificate) + " that can be read",
                        "The certificate of " + authority, "/etc/vahid/keys"));
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
        return drop && endpoint.startsWith("sftp:") && !identity ? "sftp.password" : drop && endpoint.startsWith("ftp") ? "ftp.password"
                : drop && endpoint.startsWith("s3") ? "s3.secret" : null;
    }

    private static String example(JsonNode connector) {
        return switch (connector.path("protocol").asText()) {
            case "file" -> "sftp://gateway@agency.example:22/outbox";
            case "jdbc" -> "jdbc:postgresql://agency.example:5432/register";
            case "jms" -> "tcp://agency.example:61616";
            default -> "https://agency.example/service";
        };
    }

    private ConnectorSettings() { }
}
