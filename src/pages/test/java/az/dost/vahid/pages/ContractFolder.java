package az.dost.vahid.pages;

import az.dost.vahid.pages.visit.PlayedGateway;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The project's own contracts, at a gateway that a test plays. */
final class ContractFolder {
    static final Path FOLDER = Path.of("contracts");
    private static final Map<String, String> TYPES = Map.of(
            "yaml",
            "application/yaml",
            "json",
            "application/json",
            "wsdl",
            "application/xml",
            "xsd",
            "application/xml",
            "md",
            "text/markdown");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static List<String> files() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSON is YAML too. */
    static JsonNode tree(String file) {
        try {
            return YAML.readTree(bytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void lay(PlayedGateway gateway) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (String file : files()) {
            byte[] bytes = bytes(file);
            String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
            ObjectNode row = list.addObject()
                    .put("path", file)
                    .put("type", type)
                    .put("bytes", bytes.length)
                    .put("sha256", digest(bytes));
            if (file.endsWith(".openapi.yaml")) {
                row.put("title", tree(file).at("/info/title").asText());
            }
            gateway.answers(
                    "GET /v1/catalogue/contracts/" + file,
                    200,
                    new String(bytes, java.nio.charset.StandardCharsets.UTF_8),
                    "Content-Type",
                    type);
        }
        gateway.answers(
                "GET /v1/catalogue/contracts",
                200,
                JsonNodeFactory.instance.objectNode().set("contracts", list).toString());
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private ContractFolder() {}
}
