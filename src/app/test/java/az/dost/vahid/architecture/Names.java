package az.dost.vahid.architecture;

import az.dost.vahid.project.Checkout;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names that the product knows: of its settings, and of metrics, queues and all else that its sources spell out.
 */
final class Names {
    private static final TreeSet<String> SETTINGS = new TreeSet<>();
    private static final String SOURCES = Stream.of(
                    Checkout.folders("main/java").stream(),
                    Checkout.folders("main/resources").stream(),
                    Stream.of(Path.of("routes")))
            .flatMap(folders -> folders)
            .flatMap(folder -> Document.files(folder).stream())
            .filter(file -> file.toString().matches(".*[.](java|yaml)"))
            .map(file -> new Document(file).text)
            .collect(Collectors.joining("\n"));

    static {
        try {
            add(
                    "",
                    new ObjectMapper(new YAMLFactory())
                            .readTree(Path.of("src/gateway/main/resources/application.yaml")
                                    .toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(String above, JsonNode settings) {
        settings.properties().forEach(setting -> {
            SETTINGS.add(above + setting.getKey());
            add(above + setting.getKey() + ".", setting.getValue());
        });
    }

    /** Whether a setting or a group of settings is called so, or a source says it. */
    static boolean known(String name) {
        String next = SETTINGS.ceiling(name);
        return next != null && next.startsWith(name) || SOURCES.contains(name);
    }

    private Names() {}
}
