package az.dost.vahid.edge.start;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.kit.ReadyKeys;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All settings that a gateway without mocks needs, in a folder: agencies that nobody reaches, and keys of the
 * demonstration.
 */
public final class GatewaySettings {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private final TreeMap<String, String> settings = new TreeMap<>();

    /** @param database JDBC address. @param broker address of an Artemis broker */
    public GatewaySettings(Path folder, String database, String broker) throws IOException {
        Path keys = folder.resolve("keys");
        DemoKeys demo = ReadyKeys.in(keys, new Faults());
        Path requesters = Files.createDirectories(folder.resolve("requesters"));
        Files.writeString(
                requesters.resolve("desk.yaml"), "id: desk\nname: Test\ntokenSha256: \"" + "0".repeat(64) + "\"\n");
        settings.put("spring.datasource.url", database);
        if (!database.contains("user=")) {
            settings.put("spring.datasource.username", "vahid");
        }
        settings.put("vahid.database.patience-ms", "0");
        settings.put("spring.artemis.broker-url", broker);
        settings.put("vahid.keys", keys.toString());
        settings.put("vahid.keys-password", DemoKeys.PASSWORD);
        settings.put("vahid.requesters", "file:" + requesters);
        settings.put("vahid.data", folder.resolve("data").toString());
        settings.put("vahid.blobs", folder.resolve("blobs").toString());
        settings.put("vahid.record.anchors", folder.resolve("anchors").toString());
        try (Stream<Path> connectors = Files.list(Path.of("connectors"))) {
            for (Path connector : connectors.toList()) {
                add(
                        keys,
                        demo,
                        YAML.readTree(connector.resolve("connector.yaml").toFile()));
            }
        }
    }

    private void add(Path keys, DemoKeys demo, JsonNode connector) {
        String id = connector.path("id").asText();
        // To open a store takes longer than most of these tests.
        if (Files.notExists(keys.resolve("agencies").resolve(id + ".pem"))) {
            demo.agency(id, "EC");
        }
        boolean drop = connector.path("protocol").asText().equals("file");
        boolean tls = connector.at("/proof/kind").asText().equals("tls")
                || connector.at("/auth/kind").asText().equals("mutual-tls");
        settings.put(
                "vahid.endpoints." + connector.path("endpoint").asText(),
                drop ? "sftp://gateway@localhost:1/outbox" : (tls ? "https" : "http") + "://localhost:1/nobody");
        String secret = connector.at("/auth/secret").asText(drop ? "sftp.password" : "");
        if (!secret.isEmpty()) {
            settings.put("vahid.secrets." + secret, "unused");
        }
    }

    public GatewaySettings without(String name) {
        settings.remove(name);
        return this;
    }

    public GatewaySettings with(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** Each as {@code --name=value}. */
    public List<String> arguments() {
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toList();
    }

    /**
     * The file that {@code vahid settings template} prints, with these settings filled in, and a login that no test's
     * broker asks for.
     */
    public String filledIn(String template) {
        Map<String, String> values = new TreeMap<>(settings);
        values.putAll(Map.of("spring.artemis.user", "nobody", "spring.artemis.password", "none"));
        values.putIfAbsent("spring.datasource.username", "postgres");
        values.putIfAbsent("spring.datasource.password", "none");
        return template.lines()
                .map(line -> {
                    String value = values.remove(line.replaceFirst("^#?([\\w.-]+): .*", "$1"));
                    return value == null ? line : line.replaceFirst("^#?([\\w.-]+): .*", "$1: ") + "'" + value + "'";
                })
                .collect(Collectors.joining("\n"));
    }

    public List<String> names() {
        return List.copyOf(settings.keySet());
    }
}
