package az.dost.vahid.journeys.catalogue;

import az.dost.vahid.json.Json;
import az.dost.vahid.signature.key.Sha256;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every file of {@code contracts/} in the jar, byte by byte, by its path below that folder. */
final class PublishedContracts {
    private static final String FOLDER = "/contracts/";
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
    private static final Pattern HEADING = Pattern.compile("(?m)^# (.+)$");
    private final Map<String, File> files = new TreeMap<>();

    /**
     * @param type media type
     * @param title as the file says it; null when it says none
     */
    record File(String type, String title, byte[] bytes, String digest) {}

    /** @throws UncheckedIOException when one cannot be read */
    PublishedContracts() {
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath:contracts/**/*.*")) {
                String path = resource.getURL().getPath();
                String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
                if (type != null && resource.isReadable()) {
                    byte[] bytes = resource.getContentAsByteArray();
                    files.put(
                            path.substring(path.lastIndexOf(FOLDER) + FOLDER.length()),
                            new File(type, title(type, bytes), bytes, Sha256.hex(bytes)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The contracts cannot be read", e);
        }
    }

    private static String title(String type, byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (type.equals("text/markdown")) {
            Matcher heading = HEADING.matcher(text);
            return heading.find() ? heading.group(1) : null;
        }
        JsonNode content = type.equals("application/json")
                ? Json.mapper().readTree(bytes)
                : type.equals("application/yaml") ? Json.yaml().readTree(bytes) : null;
        if (content == null) {
            return null;
        }
        JsonNode title = content.has("openapi") ? content.at("/info/title") : content.path("title");
        return title.isObject() ? title.path("en").textValue() : title.textValue();
    }

    /** In the order of their paths. */
    Map<String, File> all() {
        return files;
    }
}
